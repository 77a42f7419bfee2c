"""The sessions that a member can see and end. No address, no browser: when it began and when it was last used."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import DeskSessionQuerySet


class Ended(models.TextChoices):
    """Why a session ended; the sign-in page says it."""

    SIGNED_OUT = "signed-out", "je meldde je af"
    IDLE = "idle", "een kwartier niets gedaan"
    ABSOLUTE = "absolute", "acht uur aangemeld"
    ELSEWHERE = "elsewhere", "te veel sessies tegelijk"
    BY_MEMBER = "by-member", "door jou beëindigd"
    BY_ADMIN = "by-admin", "door beheer beëindigd"


class DeskSession(models.Model):
    """`key_hash` is the hash under which the session row lies in its table; the key itself only the browser has."""

    id = IdField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_sessions")
    key_hash = models.CharField(max_length=40, unique=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=12, choices=Ended.choices, blank=True)

    objects = DeskSessionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at=None, ended_because="")
                | (models.Q(ended_at__isnull=False) & ~models.Q(ended_because="")),
                name="a_session_that_ended_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"session {self.id}"
