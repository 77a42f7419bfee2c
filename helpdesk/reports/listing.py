"""Reports in hand over all cases that one sees: fifty at a time, from the summaries, in eight statements at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from helpdesk.cases import words
from helpdesk.cases.access import glance_at
from helpdesk.cases.models import Case
from helpdesk.cases.panels.deadlines import Deadline, nearest
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.reports import ReportLine, line_of
from helpdesk.lib import clock
from helpdesk.reports.models import Report
from helpdesk.teams.models import Member

PAGE = 50


@dataclass(frozen=True)
class Row:
    """One line. Nothing in it names anybody outside."""

    line: ReportLine
    code: str
    title: str
    mark: str
    writers: str
    mine: bool
    deadline: Deadline | None
    ask_on: date | None = None

    @property
    def url(self) -> str:
        name = "report-outcome" if self.ask_on else "report-page"
        return reverse(f"reports:{name}", args=[self.code, self.line.id])


@dataclass(frozen=True)
class Page:
    """One page of the list. `to_ask`: signed and given, and nobody knows how it ended; these come first."""

    rows: list[Row]
    to_ask: list[Row]
    page: int
    has_next: bool


def listed(member: Member, page: int = 1) -> Page:
    """Those in hand, the nearest safe day of their case first. One more is asked, none counted."""
    start = (page - 1) * PAGE
    asked = list(Report.objects.visible_to(member).in_hand(clock.today())[start : start + PAGE + 1])
    every = asked[:PAGE]
    seen = {case.pk: case for case in glance_at(list({one.case_id: one.case for one in every}.values()))}
    found = [
        (one, line, seen[one.case_id])
        for one in every
        if one.case_id in seen and (line := _line(seen[one.case_id], one))
    ]
    people = Colleagues.only(writer for _, line, _ in found for writer in line.writers)
    rows = [_row(one, line, case, people, member) for one, line, case in found]
    in_hand = [row for row in rows if not row.ask_on]
    in_hand.sort(key=lambda row: (row.deadline.safe if row.deadline else date.max, row.line.started, row.code))
    return Page(in_hand, [row for row in rows if row.ask_on], page, len(asked) > PAGE)


def _line(case: Case, one: Report) -> ReportLine | None:
    kept: list[Mapping[str, Any]] = case.summary.get("reports") or []
    return next((line_of(said) for said in kept if said["id"] == str(one.pk)), None)


def _row(one: Report, line: ReportLine, case: Case, people: Colleagues, member: Member) -> Row:
    return Row(
        line=line,
        code=case.code,
        title=words.title_of(case),
        mark=words.mark_of(case),
        writers=", ".join(people.name(one) for one in line.writers),
        mine=str(member.pk) in line.writers,
        deadline=nearest(case.summary),
        ask_on=one.ask_on,
    )
