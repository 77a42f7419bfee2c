"""Versions of the routing rules. They say nothing about any case, so they lie in the clear."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.queries import RoutingSetQuerySet
from helpdesk.lib.id_field import IdField


class RoutingSet(models.Model):
    """One version: its rules never change. The one that was switched on last holds.

    `tried`: what it would have done with earlier cases, as [from, to, count]; only counts.
    """

    id = IdField()
    number = models.PositiveIntegerField(unique=True)
    rules = models.JSONField()
    by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    tried = models.JSONField(null=True)
    tried_by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+", null=True)
    tried_at = models.DateTimeField(null=True)
    live_by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+", null=True)
    live_at = models.DateTimeField(null=True)

    objects = RoutingSetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(live_at__isnull=True) | models.Q(tried_at__isnull=False),
                name="what_holds_was_tried_first",
            )
        ]

    def __str__(self) -> str:
        return f"routing set {self.number}"
