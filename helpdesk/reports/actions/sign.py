"""Signed and frozen: numbered, pressed, hashed and laid down, in one commit with the entry that carries the digest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record, record_now
from helpdesk.lib import clock
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports.access import parts_of, report_for
from helpdesk.reports.access_frozen import FREEZE, SPOILT, frozen_for, intact
from helpdesk.reports.access_parts import locked_report, standing
from helpdesk.reports.actions.keep import writing
from helpdesk.reports.actions.part import keep_aside
from helpdesk.reports.actions.turn import Turn
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.freezing import for_ledger, sha256, unlike, whole
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.manuscript import Manuscript, canonical
from helpdesk.reports.models import FrozenReport, ReportNumber
from helpdesk.reports.pressing import Pressed, pressed
from helpdesk.reports.review import Review, review
from helpdesk.reports.stops import what_stops
from helpdesk.reports.workflow import Kind, State, check

CHANGED = "Er is intussen iets veranderd. Laat het opnieuw nalezen, en teken dan."


def sign_report(
    *, file: CaseFile, report_id: UUID, press: Callable[[Manuscript], Pressed] = pressed, turn: Turn | None = None
) -> None:
    """Sign what the second reader agreed with. From then on not a letter of it changes.

    Args:
        turn: the order that this carries out, which ends in the same commit.

    Raises:
        TakenAway: the order is somebody else's by now. Nothing was changed.
        NotNow: nobody agreed with it as it stands, something stops it, or the press gave nothing. Nothing was changed.
    """
    report, reading = may_be_signed(file, report_id)
    number = turn.number(_new_number) if turn else _new_number()
    manuscript = whole_manuscript(file, report, number=number, reader=reading.reader_now)
    text = canonical(manuscript)
    try:
        made = press(manuscript)  # outside of the transaction: it takes a second, and waits its turn
    except NotPrinted as sorry:
        raise NotNow(str(sorry)) from None
    with writing(file, report_id, "sign-report") as sheet:
        if turn:
            turn.done()
        locked_report(file, report_id)
        _agreed(file, sheet.report)
        again = whole_manuscript(file, sheet.report, number=number, reader=reading.reader_now)
        if canonical(again) != text:
            raise NotNow(CHANGED)
        for part in parts_of(file, report_id).values():
            keep_aside(file, part, "signed")
        digest = _lay_down(file, report_id, number, {"manuscript": text, "pdf": made.pdf, "docx": made.docx}, reading)
        sheet.put(Kind.SIGN, signed=number, reader=reading.reader_now, digest=digest)
        sheet.stand(State.SIGNED)
        record(FREEZE, actor=file.actor, object_id=report_id, purpose=for_ledger(digest))


def may_be_signed(file: CaseFile, report_id: UUID) -> tuple[LaidReport, Review]:
    """The report, and how it was read.

    Raises:
        NotNow: nobody agreed with it as it stands, or something stops it.
    """
    report = report_for(file, report_id)
    check("sign-report", report.state)
    reading = _agreed(file, report)
    if stops := what_stops(file, report):
        raise NotNow(" ".join(stops))
    return report, reading


def withdraw_report(*, file: CaseFile, report_id: UUID, reason: str) -> None:
    """It will not be signed; it stays to be read.

    Raises:
        NotNow: too short a reason, or it was signed.
    """
    with writing(file, report_id, "withdraw-report") as sheet:
        sheet.put(Kind.WITHDRAW, reason=checked_reason(reason))
        sheet.stand(State.WITHDRAWN)


def fetch_signed(*, file: CaseFile, report_id: UUID, kind: str) -> tuple[str, bytes]:
    """The name and the bytes of what was signed, `pdf` or `docx`; the look is in the ledger.

    Raises:
        NotNow: it was not signed, or what lies there is not what was.
    """
    row = frozen_for(file, report_id)
    if not intact(row):
        raise NotNow(SPOILT)
    record_now("see-signed-report", actor=file.actor, object_id=file.case.pk, purpose=kind)
    return f"{row.content['number'].lower()}.{kind}", bytes(getattr(row, kind))


def whole_manuscript(file: CaseFile, report: LaidReport, *, number: str = "", reader: str = "") -> Manuscript:
    """The report with the version for the child, which is pressed apart."""
    report_itself = manuscript_of(file, report, number=number, reader=reader)
    child = manuscript_of(file, report, number=number, reader=reader, plain=True)
    parts = (*report_itself.parts, *child.parts)
    docs = unlike({part.key: part.doc for part in parts})
    return replace(report_itself, parts=tuple(replace(part, doc=docs[part.key]) for part in parts))


def _agreed(file: CaseFile, report: LaidReport) -> Review:
    """How the reading stands, when somebody who wrote no word of it agreed with what stands there now."""
    found = review(report, standing(file, report.id))
    if found.approved is None:
        raise NotNow("Een tweede lezer heeft nog niet gezegd dat het zo goed is, of er is daarna iets veranderd.")
    return found


def _new_number() -> str:
    """The next number of this year, used up whatever comes after."""
    year = clock.today().year
    while True:
        last = ReportNumber.objects.filter(year=year).aggregate(last=Max("serial"))["last"] or 0
        try:
            with transaction.atomic():
                row = ReportNumber(year=year, serial=last + 1)
                row.save(force_insert=True)
        except IntegrityError:
            continue  # somebody signed another report just then
        return str(row)


def _lay_down(file: CaseFile, report_id: UUID, number: str, files: Mapping[str, bytes], reading: Review) -> str:
    """The row that is never changed; the digest over all of it."""
    digests = {name: sha256(data) for name, data in files.items()}
    row = file.mine(FrozenReport(case=file.case, report_id=report_id, created_on=clock.today()))
    sizes = {name: len(data) for name, data in files.items()}
    who: dict[str, Any] = {"by": str(file.member.pk), "reader": reading.reader_now, "at": now_text()}
    row.content = {"number": number, "digests": digests, "sizes": sizes, **who}
    row.manuscript, row.pdf, row.docx = files["manuscript"], files["pdf"], files["docx"]
    row.save(force_insert=True)
    return whole(number, digests)
