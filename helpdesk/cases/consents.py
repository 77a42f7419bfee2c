"""The consents of a case as they count now: what the asker stopped in her mailbox counts from that moment on."""

from __future__ import annotations

from collections.abc import Iterable

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Consent, Withdrawal

BY_THE_ASKER = "asker"


def consents_of(file: CaseFile) -> list[Consent]:
    """Every consent, opened. The stops are read after them, so that one that comes in between is seen."""
    rows = file.open(Consent.objects.filter(case=file.case))
    return with_stops(rows, file.open(Withdrawal.objects.filter(case=file.case, settled=False)))


def with_stops(rows: Iterable[Consent], stops: Iterable[Withdrawal]) -> list[Consent]:
    """The same rows; those that were stopped say so, in memory alone."""
    stopped = {stop.content["consent"]: stop.content["at"] for stop in stops}
    found = list(rows)
    for row in found:
        if str(row.pk) in stopped and not row.content.get("withdrawn_at"):
            row.content = {**row.content, "withdrawn_at": stopped[str(row.pk)], "withdrawn_by": BY_THE_ASKER}
    return found
