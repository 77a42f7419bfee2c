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

    @property
    def url(self) -> str:
        return reverse("reports:report-page", args=[self.code, self.line.id])


@dataclass(frozen=True)
class Page:
    """One page of the list."""

    rows: list[Row]
    page: int
    has_next: bool


def listed(member: Member, page: int = 1) -> Page:
    """Those in hand, the nearest safe day of their case first. One more is asked, none counted."""
    start = (page - 1) * PAGE
    asked = list(Report.objects.visible_to(member).in_hand()[start : start + PAGE + 1])
    cases = {one.case_id: one.case for one in asked[:PAGE]}
    seen = {case.pk: case for case in glance_at(list(cases.values()))}
    pairs = [
        (line, seen[one.case_id])
        for one in asked[:PAGE]
        if one.case_id in seen and (line := _line(seen[one.case_id], one))
    ]
    people = Colleagues.only(writer for line, _ in pairs for writer in line.writers)
    rows = [_row(line, case, people, member) for line, case in pairs]
    rows.sort(key=lambda row: (row.deadline.safe if row.deadline else date.max, row.line.started, row.code))
    return Page(rows, page, len(asked) > PAGE)


def _line(case: Case, one: Report) -> ReportLine | None:
    kept: list[Mapping[str, Any]] = case.summary.get("reports") or []
    return next((line_of(said) for said in kept if said["id"] == str(one.pk)), None)


def _row(line: ReportLine, case: Case, people: Colleagues, member: Member) -> Row:
    return Row(
        line=line,
        code=case.code,
        title=words.title_of(case),
        mark=words.mark_of(case),
        writers=", ".join(people.name(one) for one in line.writers),
        mine=str(member.pk) in line.writers,
        deadline=nearest(case.summary),
    )
