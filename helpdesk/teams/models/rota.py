"""Who answers the telephone on which day. Colleagues and days, and nothing of anybody who calls."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import RotaQuerySet


class RotaTurn(models.Model):
    """A colleague on one day; `position` is the order in which they stand there."""

    id = IdField()
    day = models.DateField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    objects = RotaQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "member"], name="a_colleague_is_once_on_a_day")]

    def __str__(self) -> str:
        return f"rota turn {self.id}"
