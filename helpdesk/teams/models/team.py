"""A team answers one field of law. Its id is fixed by `teams.toml`, so that every copy of the house agrees."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.lib.id_field import IdField


class Team(models.Model):
    """Loaded from the file, never typed."""

    id = models.UUIDField(primary_key=True, editable=False)
    slug = models.SlugField(max_length=30, unique=True)
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.slug


class Membership(models.Model):
    """A member works in a team."""

    id = IdField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "team"], name="a_member_is_once_in_a_team")]

    def __str__(self) -> str:
        return f"membership {self.id}"
