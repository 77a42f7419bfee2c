"""Days on which a colleague does not work. Why is nobody's business."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.lib.id_field import IdField
from helpdesk.teams.queries import AbsenceQuerySet


class Absence(models.Model):
    """From a day until a day, both included. `stand_in` is who looks after the work, when somebody does."""

    id = IdField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences")
    from_on = models.DateField()
    until_on = models.DateField()
    stand_in = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("from_on")), name="an_absence_ends_after_it_began"
            )
        ]

    def __str__(self) -> str:
        return f"absence {self.id}"
