"""A report counts once in the figures: when its outcome has stood for a while, or when its case is forgotten before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.directory import reference
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.reports.access_counted import record_of, tallies_due
from helpdesk.reports.actions.keep import Sheet
from helpdesk.reports.counted import Counted, batch_after, counted, read, year_of
from helpdesk.reports.followup import known
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.models import Report, ReportFigures

RULE = "report-count"
TELLER = Actor.worker("figures")


def count_later(sheet: Sheet, report: LaidReport) -> None:
    """Inside the act that wrote an outcome down, or took it back: from today it has to stand for a while again.

    What was counted stays counted: in the figures nobody can find it back.

    Args:
        report: as it is after that.
    """
    row = sheet.file.mine(Report.objects.select_for_update().get(pk=sheet.report.id))
    if row.counted:
        return
    now = known(report.lines)
    if now and now.over:
        row.tally = counted(report, now.told).kept()
        row.count_on = batch_of(clock.today())
    else:
        row.tally = row.count_on = None
    row.save(update_fields=["tally", "count_on"])


def count_due() -> int:
    """What the worker does: all of a quarter together, each once, whole or not at all.

    Returns:
        How many were counted.
    """
    today = clock.today()
    with transaction.atomic():
        due = tallies_due(today)
        if due:
            shown = list(ReportFigures.objects.values_list("year", flat=True))
            store_counted((one, year_of(batch, today, shown)) for one, batch in due)
            record("count-reports", actor=TELLER, purpose=f"{len(due)} reports")
    return len(due)


def count_forgotten(file: CaseFile) -> None:
    """Inside the act that forgets a case: what was known of its reports is counted now, in the running year."""
    rows = file.open(Report.objects.filter(case=file.case, counted=False, tally__isnull=False))
    store_counted((read(row.tally), clock.today().year) for row in rows)


def store_counted(these: Iterable[tuple[Counted, int]]) -> None:
    """Write a record of each, with its year."""
    for one, year in these:
        record_of(one, year).save(force_insert=True)


def batch_of(today: date) -> date:
    """When an outcome that is written down today is counted."""
    return batch_after(add_working_days(today, reference.own_days(RULE)))
