"""What the case page shows of a complaint about ourselves: the clock, how it ended, which case it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpdesk.cases.access import CaseFile, may_at
from helpdesk.cases.complaints import VERDICTS, Step, is_complaint, steps_of
from helpdesk.cases.models import Case
from helpdesk.lib import clock


@dataclass(frozen=True)
class Shown:
    """One step and whether it is late."""

    step: Step
    late: bool


@dataclass(frozen=True)
class ComplaintView:
    """`about` is the code of the case, empty for whoever may not read that one too."""

    steps: list[Shown]
    about: str
    verdict: str
    lesson: str


def complaint_of(file: CaseFile, closing: Mapping[str, Any] | None) -> ComplaintView | None:
    """The complaint in this case, if it is one."""
    summary = file.case.summary
    if not is_complaint(summary):
        return None
    steps = [Shown(step, step.late(clock.today())) for step in steps_of(summary)]
    ended = closing or {}
    return ComplaintView(steps, _about(file), VERDICTS.get(ended.get("complaint", ""), ""), ended.get("lesson", ""))


def _about(file: CaseFile) -> str:
    wanted = file.case.summary.get("about")
    if not wanted:
        return ""
    rows = Case.objects.visible_to(file.member).select_related("offer", "wall")
    case: Case | None = rows.filter(pk=wanted).first()
    return case.code if case is not None and may_at(file.member, "read-case", case) else ""
