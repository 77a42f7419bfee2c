"""The tables of the key database: who can open which key. No content, no names; the other cluster knows none of it."""

from __future__ import annotations

from django.db import models

from helpdesk.lib.id_field import IdField


class WrappedKey(models.Model):
    """A case key, wrapped for one recipient: `triage:<version>` or `desk:v<version>`; persons come as rows later."""

    database = "keys"

    id = IdField()
    key_id = models.UUIDField()
    recipient = models.CharField(max_length=60)
    wrapped = models.BinaryField()
    created_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key_id", "recipient"], name="a_key_is_wrapped_once_per_recipient"),
        ]

    def __str__(self) -> str:
        return f"wrap {self.id}"


class MailboxKey(models.Model):
    """The private key of an asker's mailbox, wrapped by a receipt or a link. Deleting the row burns the mailbox."""

    database = "keys"

    key_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()
    created_on = models.DateField()

    def __str__(self) -> str:
        return f"mailbox wrap {self.key_id}"
