"""Where reports hang on acts of the room below: a case does not go up in another one while its report is written."""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.rooms_above import Both, Room, register
from helpdesk.cases.workflow import NotNow
from helpdesk.reports.actions.count import count_forgotten
from helpdesk.reports.models import Report
from helpdesk.reports.workflow import OPEN

BEING_WRITTEN = (
    "In deze zaak wordt een rapportage geschreven. Teken haar eerst, of trek haar in; dan kan de zaak opgaan."
)


def register_all() -> None:
    """Once, when the program starts."""
    register("reports", Room(_carry, _put_back, _forget))


def _carry(both: Both) -> list[str]:
    """Nothing goes along: what a report stands on lies in its own case, and what was signed stays where it was.

    Raises:
        NotNow: one is in hand.
    """
    file, _ = both["here"]
    if Report.objects.filter(case=file.case, state__in=OPEN).exists():
        raise NotNow(BEING_WRITTEN)
    return []


def _put_back(both: Both, kept: Sequence[str]) -> None:
    """Nothing went along."""


def _forget(file: CaseFile) -> None:
    """Nothing of a report hangs elsewhere; what became of it still counts, without saying of whom."""
    count_forgotten(file)
