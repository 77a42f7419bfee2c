"""Promises that were broken: of the own teams with what one can do, of other teams by code and day alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from helpdesk.cases import waiting, words
from helpdesk.cases.access import glance_at, may_at
from helpdesk.cases.models import Case, Escalation
from helpdesk.cases.panels.people import Colleagues
from helpdesk.deadlines.listing import Row, pressing
from helpdesk.teams.models import Member

SHOWN = 100


@dataclass(frozen=True)
class Late:
    """One case of ours. Neutral words, as on the worklist."""

    code: str
    title: str
    mark: str
    url: str
    promised_on: date
    told_at: datetime
    waits: str
    who: str
    can_take: bool


@dataclass(frozen=True)
class Elsewhere:
    """One case of another team: what every lead is told, and nothing to open it with."""

    code: str
    team: str
    promised_on: date
    told_at: datetime


@dataclass(frozen=True)
class LateList:
    """The page."""

    ours: list[Late]
    elsewhere: list[Elsewhere]
    deadlines: list[Row]


def late_list(member: Member) -> LateList:
    """What a lead sees."""
    rows = list(Escalation.objects.late(member).select_related("case", "case__offer", "case__wall")[:SHOWN])
    told = {row.case_id: row for row in rows}
    cases = glance_at([row.case for row in rows])
    people = Colleagues.only(filter(None, (case.summary.get("assignee") for case in cases)))
    ours = [_late(case, told[case.pk], member, people) for case in cases]
    known = {one.case.code for one in rows}
    others = [Elsewhere(*row) for row in Escalation.objects.known_to_all() if row[0] not in known]
    return LateList(ours, others, [row for row in pressing(member) if row.for_all])


def _late(case: Case, row: Escalation, member: Member, people: Colleagues) -> Late:
    return Late(
        code=case.code,
        title=words.title_of(case),
        mark=words.mark_of(case),
        url=reverse("desk:case-page", args=[case.code]),
        promised_on=row.promise_on,
        told_at=row.at,
        waits=waiting.what_waits(case, member.team_ids()),
        who=people.name(case.summary.get("assignee")),
        can_take=case.summary.get("assignee") != str(member.pk) and may_at(member, "take", case),
    )
