"""Two cases that belong together: of one family, split or merged. A row on each side; none in clear names the other."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class FamilyLink(models.Model):
    """One side of a link. Content: code (of the other case), relation, by, at.

    `removed_at` and `removed_by` in it: the two were taken apart, and can be linked again. Of a split it says
    `why`. At the first case of a split or merge stands what went (`marks`, or `moved` and `was`), for the way back.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="family_links")
    created_on = models.DateField()
    content = EncryptedJSON(step=256)

    def __str__(self) -> str:
        return f"family link {self.id}"
