"""A mediation, and the steps that it is made of. A step is written once: the database takes no change of it."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Mediation(models.Model):
    """One question on which we mediate in a case. All that is known of it stands in its steps."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="mediations")
    created_on = models.DateField()

    def __str__(self) -> str:
        return f"mediation {self.id}"


class Step(models.Model):
    """One thing that was said, proposed, agreed or found out. Content: kind, number, by, at, and what `talks` reads.

    `number` is the order within the mediation; the case is locked while one is given.
    """

    id = IdField()
    mediation = models.ForeignKey(Mediation, on_delete=models.CASCADE, related_name="steps")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="mediation_steps")
    created_on = models.DateField()
    content = EncryptedJSON(step=512)

    def __str__(self) -> str:
        return f"mediation step {self.id}"
