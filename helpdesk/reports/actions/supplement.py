"""What was signed stays; what is new goes in a report of its own that follows it."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.reports.access_frozen import frozen_for
from helpdesk.reports.actions.keep import Sheet, put_step, writing
from helpdesk.reports.actions.start import OF_A_STEP
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.models import Report, ReportPart
from helpdesk.reports.printing.words import words_in
from helpdesk.reports.workflow import Kind, State

GOES_ALONG = (Kind.FACT, Kind.CITE, Kind.ANNEX)


def supplement_report(*, file: CaseFile, report_id: UUID, reason: str) -> UUID:
    """Begin a supplement with the frame, the facts, the sources and the annexes of a signed report; its id.

    Raises:
        NotNow: it was not signed, or too short a reason.
    """
    with writing(file, report_id, "supplement-report") as sheet:
        return begin_supplement(sheet, checked_reason(reason))


def begin_supplement(sheet: Sheet, why: str) -> UUID:
    """Inside an act on the signed report: the new one, with an empty text in every chapter."""
    number = frozen_for(sheet.file, sheet.report.id).content["number"]
    title = words_in(sheet.report.frame.language)("paper.supplement", number=number)
    made = _begin(sheet.file, sheet.case, sheet.report, title, why)
    sheet.put(Kind.SUPPLEMENT, report=str(made), reason=why)
    return made


def _begin(file: CaseFile, case: Case, old: LaidReport, title: str, why: str) -> UUID:
    report = Report(case=case, created_on=clock.today(), state=State.DRAFT)
    report.save(force_insert=True)
    frame = [one.said for one in old.lines if one.kind in {Kind.START, Kind.FRAME}][-1]
    said = {name: value for name, value in frame.items() if name not in OF_A_STEP | {"title", "on"}}
    sections = old.frame.outline
    more = {"outline": sections.version, "title": title, "on": clock.today(), "supplements": str(old.id), "why": why}
    put_step(file, report.pk, Kind.START, number=1, **{**said, **more})
    number = 1
    for kind in GOES_ALONG:
        for line in [one for one in old.lines if one.kind == kind]:
            number += 1
            kept = {name: value for name, value in line.said.items() if name not in OF_A_STEP}
            put_step(file, report.pk, kind, number=number, **kept)
    for section in sections.sections:
        row = file.mine(ReportPart(report=report, case=case, key=section.key))
        row.content = {"doc": section.document(), "by": str(file.member.pk), "at": now_text(), "keys": []}
        row.save(force_insert=True)
    report_id: UUID = report.pk
    return report_id
