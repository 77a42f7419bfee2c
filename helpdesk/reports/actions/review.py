"""A second colleague reads the report: asked, remarked, answered, sent back, agreed with."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.second_reader import readers
from helpdesk.cases.workflow import NotNow
from helpdesk.reports.access import parts_of
from helpdesk.reports.access_parts import standing
from helpdesk.reports.actions.keep import Sheet, writing
from helpdesk.reports.actions.part import keep_aside
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.review import content_step, may_read, remarks, review, seen_of
from helpdesk.reports.workflow import Kind, State
from helpdesk.teams.models import Member

NOT_YOURS = "Wie aan het rapport schreef, leest het niet na. Vraag een collega die er niet aan schreef."


def who_can_read(file: CaseFile, report: LaidReport) -> list[Member]:
    """Colleagues of the team who may see this case and wrote no word of this report."""
    return [one for one in readers(file.case, file.member) if may_read(report, one)]


def ask_second_reader(*, file: CaseFile, report_id: UUID, reader: UUID, note: str = "") -> None:
    """Lay the report before a second colleague.

    Raises:
        NotNow: she wrote in it herself, or may not see the case; or it is with a reader already.
    """
    with writing(file, report_id, "ask-second-reader") as sheet:
        if reader not in {one.pk for one in who_can_read(file, sheet.report)}:
            raise NotNow(NOT_YOURS)
        _put_aside(sheet, "read")
        sheet.put(Kind.ASK_READER, reader=str(reader), note=note.strip())
        sheet.stand(State.READING)


def remark(*, file: CaseFile, report_id: UUID, text: str, part: str = "") -> UUID:
    """Remark something at a place in the text; its id is the mark there. Whoever works the case may.

    Raises:
        NotNow: nothing was said, or the report is no longer written.
    """
    return _say(file, report_id, Kind.REMARK, text, part=part)


def answer(*, file: CaseFile, report_id: UUID, on: UUID, text: str) -> UUID:
    """Answer a remark.

    Raises:
        NotNow: there is no such remark, or nothing was said.
    """
    return _say(file, report_id, Kind.ANSWER, text, on=str(on))


def _say(file: CaseFile, report_id: UUID, kind: Kind, text: str, **more: str) -> UUID:
    with writing(file, report_id) as sheet:
        if not text.strip():
            raise NotNow("Schrijf eerst op wat je wilt zeggen.")
        if "on" in more:
            _known(sheet, more["on"])
        return sheet.put(kind, text=text.strip(), **more)


def settle_remark(*, file: CaseFile, report_id: UUID, on: UUID, again: bool = False) -> None:
    """It was seen to; or `again`, it was not after all.

    Raises:
        NotNow: there is no such remark.
    """
    with writing(file, report_id) as sheet:
        _known(sheet, str(on))
        sheet.put(Kind.DONE, on=str(on), again=again)


def send_back(*, file: CaseFile, report_id: UUID, text: str) -> None:
    """Back to its authors, with what has to be done.

    Raises:
        NotNow: the member wrote in it herself, or said nothing.
    """
    with writing(file, report_id, "read-report") as sheet:
        _reads(sheet)
        if not text.strip():
            raise NotNow("Schrijf op wat er nog moet gebeuren.")
        sheet.put(Kind.SEND_BACK, text=text.strip())
        sheet.stand(State.DRAFT)


def approve(*, file: CaseFile, report_id: UUID, seen: str) -> None:
    """Agree with the report as it was seen. Every later word asks for a new yes.

    Args:
        seen: `seen_of` as the page showed it.

    Raises:
        NotNow: the member wrote in it herself, something changed under her eyes, or a remark is still open.
    """
    with writing(file, report_id, "read-report") as sheet:
        _reads(sheet)
        now = standing(file, report_id)
        if seen != seen_of(sheet.report, now):
            raise NotNow("Er is intussen iets veranderd. Lees het nog een keer.")
        if waiting := [one for one in remarks(sheet.report.lines) if not one.done]:
            raise NotNow(f"Er staan nog opmerkingen open: {len(waiting)}.")
        _put_aside(sheet, "read")
        sheet.put(Kind.APPROVE, versions=now, step=content_step(sheet.report))


def _reads(sheet: Sheet) -> None:
    """It is laid before somebody, and this is not one of its authors. A colleague may stand in for who was asked."""
    if not may_read(sheet.report, sheet.file.member):
        raise NotNow(NOT_YOURS)
    if review(sheet.report, {}).asked is None:
        raise NotNow("Er is nog geen tweede lezer gevraagd.")


def _known(sheet: Sheet, remark_id: str) -> None:
    if remark_id not in {one.id for one in remarks(sheet.report.lines)}:
        raise NotNow("Deze opmerking is er niet meer.")


def _put_aside(sheet: Sheet, why: str) -> None:
    for part in parts_of(sheet.file, sheet.report.id).values():
        keep_aside(sheet.file, part, why)
