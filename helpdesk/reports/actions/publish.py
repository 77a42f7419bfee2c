"""Figures of the years that are closed, made by the program that may read the records. Each year once."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.library.models import Work
from helpdesk.library.standing import name_of
from helpdesk.reports.access_counted import counted_years, records_in
from helpdesk.reports.counted import Norm
from helpdesk.reports.figures import KEPT_YEARS, closed_years, figures, kept
from helpdesk.reports.models import CountedReport, ReportFigures

OWNER = Actor.worker("figures")


def publish_figures() -> list[int]:
    """Make the figures of each closed year that has none, and take away records that nobody needs any more.

    Figures that were made are never made anew: two of one year could be held against each other.

    Returns:
        The years that came.

    Raises:
        KeyNotHeld: this is not the program that may.
    """
    today = clock.today()
    with transaction.atomic():
        every = counted_years()
        made = set(ReportFigures.objects.values_list("year", flat=True))
        years = [year for year in closed_years(every, today) if year not in made]
        for year, reports in records_in(years).items():
            found = figures(year, reports)
            names = _names({row.norm for row in found.rows})
            ReportFigures(year=year, content=kept(found, names)).save(force_insert=True)
            record("publish-figures", actor=OWNER, purpose=str(year))
        CountedReport.objects.filter(counted_in__in=made.union(years), counted_in__lt=today.year - KEPT_YEARS).delete()
    return years


def _names(norms: Collection[Norm]) -> dict[Norm, str]:
    """As the Leidraad shortens each."""
    short = dict(Work.objects.filter(code__in={one.work for one in norms}).values_list("code", "short"))
    return {one: name_of(one.place, one.work, short.get(one.work) or "") for one in norms}
