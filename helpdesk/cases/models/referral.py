"""A referral to somebody who can help on: who, for what, what goes along, and every step of it."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Referral(models.Model):
    """Content: party, institution, name, purpose, subjects, text, how, tasks, steps (`people.referral.Step`), by, at.

    What the other answers through the link is a message of the case that names this referral.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="referrals")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    def __str__(self) -> str:
        return f"referral {self.id}"
