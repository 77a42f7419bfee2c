"""Invented reports of the last two years for the figures of the demonstration, counted and made into figures for real.

The reports themselves are not there: a record has none. Only with DEMO on, and only once.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from helpdesk.lib import clock
from helpdesk.reports.actions.count import store_counted
from helpdesk.reports.actions.publish import publish_figures
from helpdesk.reports.counted import Counted, Norm
from helpdesk.reports.followup import Dealt, Result
from helpdesk.reports.models import ReportFigures

CONVENTION = "BWBV0002508"
# Procedure, article of the Convention, then how many were followed, not followed, not named; every third a pattern.
INVENTED = (
    ("court", 3, 23, 9, 4),
    ("court", 9, 6, 12, 3),
    ("court", 12, 17, 5, 13),
    ("court", 20, 2, 3, 1),
    ("objection", 3, 7, 14, 8),
    ("objection", 27, 5, 11, 2),
    ("complaint", 12, 8, 1, 2),
    ("complaint", 16, 3, 4, 0),
    ("echr", 8, 2, 1, 1),
)


def load_figures() -> list[int]:
    """Count them and make the figures; of which years. Nothing where figures are already.

    Raises:
        KeyNotHeld: this is not the program that may read what was counted.
    """
    if not settings.DEMO:
        raise RuntimeError("These figures exist only in a demonstration (HELPDESK_DEMO=1).")
    if ReportFigures.objects.exists():
        return []
    year = clock.today().year
    store_counted((one, year - 1) for one in _invented(1))
    store_counted((one, year - 2) for one in _invented(2))
    return publish_figures()


def _invented(share: int) -> Iterator[Counted]:
    """All of them, or one of so many."""
    for procedure, article, *counts in INVENTED:
        norm = Norm(CONVENTION, f"artikel={article}")
        for word, count in zip((Dealt.FOLLOWED, Dealt.NOT_FOLLOWED, Dealt.SILENT), counts, strict=True):
            result = Result.GRANTED if word is Dealt.FOLLOWED else Result.REJECTED
            for at in range(count // share):
                yield Counted(procedure, result, {norm: word}, at % 3 == 0, False)
