"""Functions of the database: for the public role, which has no SELECT here, and for the worker that reminds."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models


class SeatQuerySet(models.QuerySet[Any]):
    """Places, for the worker that reminds: it learns which and for whom, and reads as that member."""

    def to_remind(self, today: date) -> list[tuple[UUID, UUID, UUID]]:
        """(place, case, member) of who can come in, owes an answer and is to be reminded by today."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT seat_id, case_id, member_id FROM counsel_to_remind(%s)", [today])
            return list(cursor.fetchall())

    def remind_no_more(self, seat_id: UUID) -> None:
        """Nobody is reminded for a member who may not see the case any more."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT counsel_remind_no_more(%s)", [seat_id])


class DoorQuerySet(models.QuerySet[Any]):
    """Doors by the digest of a link, while they are open."""

    def at(self, lookup: bytes) -> list[Any]:
        """The one under this lookup; none when it has ended, was never used in time, or the asker stopped something."""
        return list(self.raw("SELECT * FROM counsel_door_at(%s)", [lookup]))

    def enrol(self, lookup: bytes, totp: bytes, step: int) -> bool:
        """Keep the secret of her app, once; False when there is one already, or the time for it is over."""
        return self._ask("SELECT counsel_enrol(%s, %s, %s)", [lookup, totp, step])

    def enter(self, lookup: bytes, step: int) -> bool:
        """Use up these figures; False when they, or later ones, were used before."""
        return self._ask("SELECT counsel_enter(%s, %s)", [lookup, step])

    def note_wrong(self, lookup: bytes) -> None:
        """Figures were wrong; ten in a row shut the door."""
        self._ask("SELECT counsel_wrong(%s)", [lookup])

    def reply(self, lookup: bytes, promise: date, *, last: bool) -> bool:
        """Count an answer and bring the case to its team; False when she has given her last, or too many."""
        return self._ask("SELECT counsel_replied(%s, %s, %s)", [lookup, promise, last])

    def _ask(self, statement: str, values: list[Any]) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return bool(cursor.fetchone()[0])


class ParcelQuerySet(models.QuerySet[Any]):
    """What lies behind one door."""

    def behind(self, lookup: bytes) -> list[Any]:
        """The labels, newest first. The bytes do not come along."""
        return list(self.raw("SELECT * FROM counsel_parcels(%s)", [lookup]))

    def collect(self, lookup: bytes, parcel_id: UUID, at: datetime) -> list[Any]:
        """One of them with its bytes, marked as collected; none when it was collected before, or is not there."""
        return list(self.raw("SELECT * FROM counsel_collect(%s, %s, %s)", [lookup, parcel_id, at]))
