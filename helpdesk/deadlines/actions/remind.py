"""The ladder: as the safe day comes nearer the owner hears of it, then the team and its lead. Each rung once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from helpdesk.deadlines.models import Deadline
from helpdesk.directory import agreements
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before

LADDER = Actor.worker("deadlines")


def remind() -> int:
    """What the worker does. It reads for nobody: it is told days and takes rungs.

    Returns:
        How many rungs were taken.
    """
    today, rungs, taken = clock.today(), agreements.ladder(), 0
    farthest = timedelta(days=2 * max(rungs.values()) + 14)  # more than so many working days ever take
    for deadline_id, case_id, safe_on, known in Deadline.objects.near(today + farthest):
        for rung, days in rungs.items():
            if rung not in known and working_day_before(safe_on, days) <= today:
                taken += _take(deadline_id, case_id, rung)
    return taken


def _take(deadline_id: UUID, case_id: UUID, rung: str) -> int:
    with transaction.atomic():
        if not Deadline.objects.remind(deadline_id, rung, clock.now()):
            return 0
        record("remind-deadline", actor=LADDER, object_id=case_id, purpose=rung)
    return 1
