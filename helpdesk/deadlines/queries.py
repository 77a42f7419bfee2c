"""What may be listed of deadlines, and the functions of the database that the worker and the calendar ask."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, models

from helpdesk.deadlines.workflow import State
from helpdesk.lib.ids import new_id

if TYPE_CHECKING:
    from helpdesk.teams.models import Member


class DeadlineQuerySet(models.QuerySet[Any]):
    """Lists of deadlines for one member; and for the worker, which reads for nobody."""

    def visible_to(self, member: Member) -> DeadlineQuerySet:
        """Those of the cases that this member sees."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        return self.filter(case__in=cases.values("pk"))

    def running(self) -> DeadlineQuerySet:
        """Open ones, the nearest safe day first, with what a line of a list needs of the case."""
        found = self.filter(state=State.OPEN).select_related("case__team", "case__offer", "case__wall")
        return found.order_by("safe_on", "id")

    def near(self, until: date) -> list[tuple[UUID, UUID, date, list[str]]]:
        """(id, case, safe day, rungs that were taken for that day) of what is open with a safe day by then."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, case_id, safe_on, rungs FROM deadlines_near(%s)", [until])
            return list(cursor.fetchall())

    def remind(self, deadline_id: UUID, rung: str, at: datetime) -> bool:
        """Take one rung of one day; False when it was taken before, or the deadline is no longer open."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT deadline_remind(%s, %s, %s, %s)", [new_id(), deadline_id, rung, at])
            return bool(cursor.fetchone()[0])


class CalendarQuerySet(models.QuerySet[Any]):
    """Entries of calendars. Written for whoever owns a deadline, read under the address of the one calendar."""

    def put(self, entry_id: UUID, member_id: UUID, day: date, which: str) -> None:
        """Let this entry stand on this day."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT calendar_put(%s, %s, %s, %s)", [entry_id, member_id, day, which])

    def cancel(self, entry_ids: Collection[UUID], today: date) -> None:
        """Let calendars drop these."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT calendar_cancel(%s, %s)", [list(entry_ids), today])

    def under(self, token_hash: bytes) -> tuple[bytes, list[tuple[UUID, date, str, int, bool]]] | None:
        """The hash as it is stored, and (id, day, which, version, cancelled) of each entry; None without a calendar."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT token_hash, id, day, which, version, cancelled FROM calendar_read(%s)", [token_hash])
            rows = cursor.fetchall()
        if not rows:
            return None
        return bytes(rows[0][0]), [row[1:] for row in rows if row[1] is not None]

    def sweep(self, before: date) -> None:
        """Take away what was dropped, or whose day was, before this one."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT calendar_sweep(%s)", [before])
