"""On which source of law a case relies. Rows are only added: a look at a changed source, or taking back, is a row."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Source(models.Model):
    """Content: kind (`cases.sources.Kind`), by, at, and by kind what `cases.sources` reads.

    The article, the version that was cited and why: together they tell what the case is about, so they are sealed.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sources")
    created_on = models.DateField()
    content = EncryptedJSON(step=512)

    def __str__(self) -> str:
        return f"source {self.id}"
