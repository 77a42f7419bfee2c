"""Somebody around the child in one case. The same human in two cases is two parties; nobody is registered."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Party(models.Model):
    """Content, in a part of its own so that a comparison opens nothing else: what `people.Person` holds, by, at.

    `removed_at` and `removed_by` in it: taken away, and kept sealed until that is undone or the case ends.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    created_on = models.DateField()
    content = EncryptedJSON(part="party", step=512)

    def __str__(self) -> str:
        return f"party {self.id}"
