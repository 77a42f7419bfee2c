"""What may be listed of reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, models

from helpdesk.reports.workflow import IN_QUEUE, OPEN, State

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from helpdesk.teams.models import Member


class ReportQuerySet(models.QuerySet[Any]):
    """Lists of reports for one member."""

    def visible_to(self, member: Member) -> ReportQuerySet:
        """Those of the cases that this member sees."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        return self.filter(case__in=cases.values("pk"))

    def in_hand(self, today: date) -> ReportQuerySet:
        """Signed, given and time to ask how it ended; then what is being written or read. With what a line needs."""
        found = self.filter(models.Q(state__in=OPEN) | models.Q(state=State.SIGNED, ask_on__lte=today))
        found = found.select_related("case__team", "case__offer", "case__wall")
        return found.order_by(models.F("ask_on").asc(nulls_last=True), "created_on", "id")

    def take_to_count(self, today: date) -> list[tuple[UUID, UUID, date, bytes]]:
        """(report, key of its case, day of the batch, sealed tally) of what is to be counted, from now on counted.

        For the worker, which sees no report: a function of the database gives these columns alone, in no order.
        """
        rows = _rows("SELECT id, key_id, batch, tally FROM reports_take_to_count(%s)", [today])
        return [(one, key, batch, bytes(tally)) for one, key, batch, tally in rows]


@dataclass(frozen=True)
class Taken:
    """An order that a worker took: ids, and the try that it is."""

    id: UUID
    case_id: UUID
    member_id: UUID
    kind: str
    tries: int


class PressOrderQuerySet(models.QuerySet[Any]):
    """The queue of the press. A worker has no member set, so that functions of the database give it ids alone."""

    def in_queue(self) -> PressOrderQuerySet:
        """Those that nothing came of yet."""
        return self.filter(state__in=IN_QUEUE)

    def take(self, lease: float, at_once: int) -> Taken | None:
        """The oldest that waits, or whose worker died; None when so many are being pressed in the whole house."""
        rows = _rows("SELECT id, case_id, member_id, kind, tries FROM press_take(%s, %s)", [lease, at_once])
        return Taken(*rows[0]) if rows else None

    def hold(self, taken: Collection[Taken], lease: float) -> None:
        """Whoever has these is still at it."""
        for one in taken:
            _rows("SELECT press_hold(%s, %s, %s)", [one.id, one.tries, lease])

    def stop(self, taken: Taken) -> None:
        """It is not made: whoever asked may not see the case any more, so that nobody here can say more."""
        _rows("SELECT press_stop(%s, %s)", [taken.id, taken.tries])

    def place(self, order_id: UUID) -> tuple[int, bool]:
        """How many in the whole house come before it; and whether it waits a minute while nobody presses."""
        rows = _rows("SELECT ahead, quiet FROM press_place(%s)", [order_id])
        return rows[0] if rows else (0, False)


def _rows(sql: str, values: list[Any]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
