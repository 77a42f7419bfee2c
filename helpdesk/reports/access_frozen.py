"""May I have what was signed? And is it still what was signed: every digest again, held against the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.models import Entry
from helpdesk.lib.papers.signing import Judged, carries_one, judged
from helpdesk.reports.followup import Right, rights_in
from helpdesk.reports.freezing import FILES, WHAT, Compared, from_ledger, sha256, whole
from helpdesk.reports.manuscript import Manuscript, read
from helpdesk.reports.models import FrozenReport, Report
from helpdesk.reports.workflow import State
from helpdesk.vault.cipher import DoesNotOpen

FREEZE = "freeze-report"
SPOILT = "Wat er ligt, is niet meer wat er getekend is. Kijk bij het getekende rapport, en bel de beheerder."
TAKEN_AWAY = "Wat getekend is, ligt er niet meer. Bel de beheerder: een eerdere reservekopie heeft het nog."
AGAINST_LEDGER = "Het nummer met alles erbij, tegen het logboek"


def frozen_for(file: CaseFile, report_id: UUID) -> FrozenReport:
    """What was signed of one report.

    Raises:
        NotNow: it was not signed, or what was signed was taken away.
    """
    row: FrozenReport | None = FrozenReport.objects.filter(case=file.case, report_id=report_id).first()
    if row is None:
        raise NotNow(TAKEN_AWAY if taken_away(file, report_id) else "Deze rapportage is nog niet getekend.")
    return file.mine(row)


def taken_away(file: CaseFile, report_id: UUID) -> bool:
    """Whether it was signed and nothing lies there: the database lets rows go, because a case can be forgotten."""
    signed = Report.objects.filter(case=file.case, pk=report_id, state=State.SIGNED, frozen__isnull=True)
    return signed.exists()


def missing(report_id: UUID) -> list[Compared]:
    """What the ledger says of something that lies there no more."""
    return [Compared(AGAINST_LEDGER, _in_ledger(report_id), "")]


def manuscript_in(row: FrozenReport) -> Manuscript:
    """The manuscript as it was signed, with its sources as they were."""
    return read(bytes(row.manuscript))


def rights_of(file: CaseFile, report_id: UUID) -> list[Right]:
    """The rights that the report names, as it was signed.

    Raises:
        NotNow: it was not signed, or what lies there is not what was signed.
    """
    row = frozen_for(file, report_id)
    try:
        return rights_in(manuscript_in(row))
    except (DoesNotOpen, ValueError, KeyError, TypeError):
        raise NotNow(SPOILT) from None


def compared(row: FrozenReport) -> list[Compared]:
    """Each file that lies there, the whole of them, and what the ledger says of that."""
    said = said_in(row)
    found = {name: _digest(row, name) for name in FILES}
    lines = [Compared(WHAT[name], str(said.get("digests", {}).get(name, "")), found[name]) for name in FILES]
    all_of_it = whole(str(said["number"]), found) if said else ""
    return [*lines, Compared(AGAINST_LEDGER, _in_ledger(row.report_id), all_of_it)]


def said_in(row: FrozenReport) -> Mapping[str, Any]:
    """Number, digests, who and when; empty when that does not open any more."""
    try:
        found: Mapping[str, Any] = row.content
    except DoesNotOpen:
        return {}
    return found


def intact(row: FrozenReport) -> bool:
    """Whether what lies there is what was signed."""
    return all(one.same for one in compared(row))


def signature_in(row: FrozenReport) -> Judged | None:
    """What the organisation's signature on the PDF says, judged anew; None when it was signed without one."""
    try:
        pdf = bytes(row.pdf)
    except DoesNotOpen:
        return None
    return (judged(pdf) or Judged("", None, whole=False)) if carries_one(pdf) else None


def _digest(row: FrozenReport, name: str) -> str:
    """Empty when it does not open: then its bytes in the database were changed."""
    try:
        return sha256(bytes(getattr(row, name)))
    except DoesNotOpen:
        return ""


def _in_ledger(report_id: UUID) -> str:
    """What was written down at the signing; nothing when there is no entry, or more than one."""
    entries = list(Entry.objects.filter(verb=FREEZE, object_id=report_id).values_list("purpose", flat=True))
    return from_ledger(entries[0]) if len(entries) == 1 else ""
