"""Two cases of one family, not merged. Each side has a row of its own; none in clear names the other."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class FamilyLink(models.Model):
    """One side of a link. Content: code (of the other case), relation, by, at.

    `removed_at` and `removed_by` in it: the two were taken apart, and can be linked again.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="family_links")
    created_on = models.DateField()
    content = EncryptedJSON(step=256)

    def __str__(self) -> str:
        return f"family link {self.id}"
