"""What a case gives on paper: letters of complaint while they are written, and what left, kept as it left."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedBytes, EncryptedJSON


class Complaint(models.Model):
    """A letter of complaint that is being written. Content: route and what `remedies.complaint.Told` holds, by, at."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="complaints")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    def __str__(self) -> str:
        return f"complaint {self.id}"


class GivenFile(models.Model):
    """One file that was given to one person. Never changed: the bytes are those that left.

    Content: kind, title, name, media, size, digest (SHA-256), to (a party, or nothing for the asker), channel,
    subjects, by, at; of a bundle also items. Of a letter its words (`text`), once, at the PDF: search reads them.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="given_files")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)
    data = EncryptedBytes(step=4096)

    def __str__(self) -> str:
        return f"given file {self.id}"
