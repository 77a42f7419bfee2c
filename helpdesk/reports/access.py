"""May I have this report? Whoever holds the case opened holds its reports; lists read what the summary keeps."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.workflow import NotNow
from helpdesk.reports.laid import LaidReport, laid
from helpdesk.reports.models import ReportPart, ReportStep

GONE = "Deze rapportage is er niet meer."


def reports_of(file: CaseFile) -> list[LaidReport]:
    """Every report of the case, the newest first."""
    rows = file.open(ReportStep.objects.filter(case=file.case).select_related("report"))
    steps: dict[UUID, list[tuple[UUID, Mapping[str, Any]]]] = {}
    state: dict[UUID, str] = {}
    for row in rows:
        steps.setdefault(row.report_id, []).append((row.pk, row.content))
        state[row.report_id] = row.report.state
    found = [laid(one, state[one], steps[one]) for one in steps]
    return sorted(found, key=lambda one: (one.started_at, str(one.id)), reverse=True)


def report_for(file: CaseFile, report_id: UUID) -> LaidReport:
    """One report of the case in hand, with its steps; it has at least that with which it began.

    Raises:
        NotNow: there is none with this id here.
    """
    rows = file.open(ReportStep.objects.filter(case=file.case, report=report_id).select_related("report"))
    if not rows:
        raise NotNow(GONE)
    return laid(report_id, rows[0].report.state, [(row.pk, row.content) for row in rows])


def parts_of(file: CaseFile, report_id: UUID) -> dict[str, ReportPart]:
    """The text of each chapter by its key, opened."""
    rows = file.open(ReportPart.objects.filter(case=file.case, report=report_id).select_related("held_by"))
    return {row.key: row for row in rows}


def reports_at(step_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """The report of each of these steps or parts, of the cases that the member sees."""
    if not step_ids:
        return {}
    found = dict(ReportStep.objects.filter(pk__in=step_ids).values_list("pk", "report_id"))
    return found | dict(ReportPart.objects.filter(pk__in=step_ids).values_list("pk", "report_id"))
