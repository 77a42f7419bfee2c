"""A report is begun, with a text for every chapter; what it is for is written down, and set right."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Party
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.roles import Part
from helpdesk.reports.actions.keep import put_step, settle, writing
from helpdesk.reports.laid import STAFF
from helpdesk.reports.models import Report, ReportPart
from helpdesk.reports.outline import outline, outlines
from helpdesk.reports.told import Told
from helpdesk.reports.workflow import Kind, State

OF_A_STEP = frozenset({"kind", "number", "by", "at", "outline", "takes_back"})


def start_report(*, file: CaseFile, told: Told) -> UUID:
    """Begin a report: its frame, and every chapter with the blocks of its outline. Its id.

    Raises:
        NotNow: the case is not with a team, or somebody in the frame does not stand in this case.
    """
    if told.procedure not in outlines():
        raise NotNow("Kies de procedure.")
    with stepping(file, "start-report") as case:
        _people_of(file, told)
        report = Report(case=file.case, created_on=clock.today(), state=State.DRAFT)
        report.save(force_insert=True)
        put_step(file, report.pk, Kind.START, number=1, outline=outline(told.procedure).version, **told.kept())
        for section in outline(told.procedure, told.language).sections:
            row = file.mine(ReportPart(report=report, case=file.case, key=section.key))
            row.content = {"doc": section.document(), "by": str(file.member.pk), "at": now_text(), "keys": []}
            row.save(force_insert=True)
        settle(file, case)
    report_id: UUID = report.pk
    return report_id


def frame_report(*, file: CaseFile, report_id: UUID, told: Told) -> None:
    """Set the frame right. The procedure stays: with it come the chapters.

    Raises:
        NotNow: another procedure, or somebody who does not stand in this case.
    """
    with writing(file, report_id) as sheet:
        _people_of(file, told)
        frame = sheet.report.frame
        if told.procedure != frame.procedure:
            raise NotNow("De procedure van een rapportage verandert niet. Begin een nieuwe.")
        sheet.put(Kind.FRAME, **told.kept(), named=list(frame.named), named_why=frame.named_why)


def name_in_full(*, file: CaseFile, report_id: UUID, parties: Collection[str], reason: str) -> None:
    """Let these people stand in the report by their whole name instead of by initials; `STAFF` are we ourselves.

    Raises:
        NotNow: somebody does not stand in this case, or no reason was given.
    """
    with writing(file, report_id, purpose="names") as sheet:
        known = {str(pk) for pk in Party.objects.filter(case=file.case).values_list("pk", flat=True)}
        if set(parties) - known - {STAFF}:
            raise NotNow("Deze persoon staat niet bij de zaak.")
        why = checked_reason(reason) if parties else ""
        last = [one for one in sheet.report.lines if one.kind in {Kind.START, Kind.FRAME}][-1].said
        told = {name: value for name, value in last.items() if name not in OF_A_STEP}
        sheet.put(Kind.FRAME, **{**told, "named": sorted(parties), "named_why": why})


def _people_of(file: CaseFile, told: Told) -> None:
    """The child and the lawyer are people of this case, each in that part."""
    rows = file.open(Party.objects.filter(case=file.case, pk__in=[one for one in (told.child, told.lawyer) if one]))
    parts = {str(row.pk): row.content["part"] for row in rows if not row.content.get("removed_at")}
    if parts.get(told.child) not in {Part.CHILD, Part.SIBLING}:
        raise NotNow("Kies het kind. Zet het eerst bij de zaak als het er nog niet bij staat.")
    if told.lawyer and parts.get(told.lawyer) != Part.LAWYER:
        raise NotNow("Kies de advocaat uit wie bij de zaak staan.")
