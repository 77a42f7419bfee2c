"""An invitation: the only way to an account, and the way back after a lost factor."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import InvitationQuerySet
from helpdesk.teams.roles import ROLE_LABELS, Role


class Invitation(models.Model):
    """Of the link only a hash is kept. `member` is set when the link lets somebody back in; one use, a day at most."""

    id = IdField()
    token_hash = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=12, choices=[(str(role), ROLE_LABELS[role]) for role in Role])
    team_slugs = models.JSONField(default=list)
    discipline = models.CharField(max_length=80, blank=True)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expires_at__lte=models.F("created_at") + timedelta(hours=24)),
                name="an_invitation_lasts_a_day_at_most",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.id}"

    @property
    def is_open(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()
