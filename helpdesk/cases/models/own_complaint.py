"""A complaint about ourselves is a case of its own. Beside it in the clear only the day of the next step, to count."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import ComplaintQuerySet
from helpdesk.lib.id_field import IdField


class OwnComplaint(models.Model):
    """Its clock. What it is about, and how far it is, lies sealed in the case's summary (`complaint`)."""

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="own_complaint")
    next_on = models.DateField(null=True)
    confirmed = models.BooleanField(default=False)

    objects = ComplaintQuerySet.as_manager()

    def __str__(self) -> str:
        return f"own complaint {self.id}"
