"""What every act on a place does at its end: the row written, and the line that the case page shows."""

from __future__ import annotations

from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary
from helpdesk.cases.models import Case
from helpdesk.counsel.access import places_of
from helpdesk.counsel.models import Seat


def keep(file: CaseFile, case: Case, seat: Seat, **changes: Any) -> None:
    """Write these changes into the place, and its line into the summary."""
    seat.content = {**seat.content, **changes}
    seat.save()
    settle(file, case)


def settle(file: CaseFile, case: Case) -> None:
    """A line for each place; whether it still is open, the day says when the page is drawn."""
    lines = [
        {
            "id": str(one.id),
            "name": one.name,
            "until": one.until.isoformat(),
            "ended": one.ended_at is not None,
            "shares": len(one.shares),
            "seen": one.seen,
        }
        for one in places_of(file)
    ]
    change_summary(case, counsel=lines)
