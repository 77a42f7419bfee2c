"""What may be listed of reports."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection, models

from helpdesk.reports.workflow import OPEN, State

if TYPE_CHECKING:
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
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, key_id, batch, tally FROM reports_take_to_count(%s)", [today])
            return [(one, key, batch, bytes(tally)) for one, key, batch, tally in cursor.fetchall()]
