"""What may be listed of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from helpdesk.reports.workflow import OPEN

if TYPE_CHECKING:
    from helpdesk.teams.models import Member


class ReportQuerySet(models.QuerySet[Any]):
    """Lists of reports for one member."""

    def visible_to(self, member: Member) -> ReportQuerySet:
        """Those of the cases that this member sees."""
        cases = self.model._meta.get_field("case").related_model._default_manager.visible_to(member)
        return self.filter(case__in=cases.values("pk"))

    def in_hand(self) -> ReportQuerySet:
        """Those that are being written or read, the oldest first, with what a line of a list needs of the case."""
        found = self.filter(state__in=OPEN).select_related("case__team", "case__offer", "case__wall")
        return found.order_by("created_on", "id")
