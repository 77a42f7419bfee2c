"""May I have this chapter? It is found in the case in hand; with its versions, and with whom it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile, SealedFile
from helpdesk.cases.workflow import NotNow
from helpdesk.reports.models import PartVersion, Report, ReportPart

GONE = "Dit hoofdstuk is er niet."


def part_for(file: CaseFile | SealedFile, report_id: UUID, key: str) -> ReportPart:
    """One chapter of a report of the case in hand, opened when the case is.

    Raises:
        NotNow: there is none.
    """
    rows = ReportPart.objects.filter(case=file.case, report_id=report_id, key=key).select_related("held_by")
    part: ReportPart | None = rows.first()
    if part is None:
        raise NotNow(GONE)
    return file.mine(part)


def locked_report(file: CaseFile | SealedFile, report_id: UUID) -> Report:
    """Inside an act: the report, so that no two write in it, and none while it is being signed.

    Raises:
        NotNow: there is none.
    """
    rows = Report.objects.select_for_update(of=("self",)).filter(case=file.case, pk=report_id)
    report: Report | None = rows.first()
    if report is None:
        raise NotNow(GONE)
    return report


def sealed_content(row: ReportPart) -> Any:
    """The content of this row as it lies in the table, for a statement that compares before it writes."""
    return row._meta.get_field("content").pre_save(row, add=False)


def versions_of(file: CaseFile, part: ReportPart) -> list[PartVersion]:
    """Every version of a chapter, the newest first."""
    rows = file.open(PartVersion.objects.filter(case=file.case, part=part))
    return sorted(rows, key=lambda row: (row.content["at"], row.content["version"]), reverse=True)


def version_for(file: CaseFile, part: ReportPart, version_id: UUID) -> PartVersion:
    """One version of this chapter.

    Raises:
        NotNow: there is none.
    """
    row: PartVersion | None = PartVersion.objects.filter(case=file.case, part=part, pk=version_id).first()
    if row is None:
        raise NotNow("Deze versie is er niet.")
    return file.mine(row)


def standing(file: CaseFile, report_id: UUID) -> Mapping[str, int]:
    """Which version each chapter has now, read without opening a text."""
    rows = ReportPart.objects.filter(case=file.case, report_id=report_id)
    return dict(rows.values_list("key", "version"))


def whole(versions: Sequence[PartVersion], part: ReportPart) -> Sequence[Mapping[str, Any]]:
    """What a list of versions shows: the text as it is now on top, then each version once."""
    now: Mapping[str, Any] = {"id": "", "why": "now", "version": part.version, **part.content}
    seen, found = {part.version}, [now]
    for row in versions:
        said = row.content
        if said["why"] != "attempt" and said["version"] in seen:
            continue
        seen |= {said["version"]} if said["why"] != "attempt" else set()
        found.append({"id": row.pk, **said})
    return found
