"""Records of reports without a case: made by whoever may not read them, read by the program that serves nobody.

The desk's keyring holds the private counting key, but its role in the database cannot read a record; the owner can
read them and serves no page. Only the two together open one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from helpdesk.cases.access import CaseFile, to_counting
from helpdesk.reports.counted import Counted, read
from helpdesk.reports.models import CountedReport, Report
from helpdesk.vault import gate
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.keyring import KeyNotHeld, keyring
from helpdesk.vault.opened import OpenedMailbox, attach


def tallies_due(today: date) -> list[tuple[Counted, date]]:
    """Take what is to be counted by today, in no order, with the day of its batch; what has no key any more is gone.

    The worker opens that one part of each case, and nothing of it is shown to anybody.
    """
    rows = Report.objects.take_to_count(today)
    opened = gate.tallies(key_id for _, key_id, _, _ in rows)
    found = []
    for report_id, key_id, batch, sealed in rows:
        if key_id in opened:
            row = Report(pk=report_id)
            attach(opened[key_id], row)
            row.__dict__["tally"] = Ciphertext(sealed)
            found.append((read(row.tally), batch))
    return found


def record_of(one: Counted, year: int) -> CountedReport:
    """One report for the figures, sealed to the counting key."""
    row = CountedReport(counted_in=year)
    to_counting(row)
    row.content = one.kept()
    return row


def counted_years() -> set[int]:
    """The years in which something was counted.

    Raises:
        KeyNotHeld: this program serves pages.
    """
    if str(settings.PROGRAM) != "owner":
        raise KeyNotHeld("counting")
    return set(CountedReport.objects.values_list("counted_in", flat=True).distinct())


def records_in(years: Sequence[int]) -> dict[int, list[Counted]]:
    """What was counted in these years, opened."""
    opener = OpenedMailbox(keyring().counting_private())
    found: dict[int, list[Counted]] = {year: [] for year in years}
    for row in CountedReport.objects.filter(counted_in__in=years).iterator():
        attach(opener, row)
        found[row.counted_in].append(read(row.content))
    return found


@dataclass(frozen=True)
class Tally:
    """Where a report stands with the figures: `on` is the day on which it counts, `one` what counts or counted."""

    on: date | None
    counted: bool
    one: Counted | None


def tally_of(file: CaseFile, report_id: UUID) -> Tally:
    """What the page of a report says of the figures."""
    row = file.mine(Report.objects.get(case=file.case, pk=report_id))
    return Tally(row.count_on, row.counted, read(row.tally) if row.tally else None)
