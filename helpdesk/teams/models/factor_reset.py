"""A lost factor is reset by two people who are not its owner; this row keeps them apart."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import FactorResetQuerySet


class FactorReset(models.Model):
    """Asked by an administrator, confirmed by a second colleague within a day."""

    id = IdField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="factor_resets")
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    requested_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    objects = FactorResetQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("requested_by")),
                name="a_factor_reset_takes_two_people",
            ),
            models.CheckConstraint(
                condition=~Q(requested_by=F("member")) & (Q(confirmed_by=None) | ~Q(confirmed_by=F("member"))),
                name="nobody_resets_the_own_factors",
            ),
            models.UniqueConstraint(
                fields=["member"], condition=Q(confirmed_at=None), name="one_open_factor_reset_per_member"
            ),
        ]

    def __str__(self) -> str:
        return f"factor reset {self.id}"
