"""The asker's mailbox. The public role inserts here and reads only through functions that take the receipt's lookup."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import LetterQuerySet, MailboxQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON

# Whether she said how it went since the case ended last, or passed it by; or asked us to look once more.
NOT_HEARD, HEARD, ASKS_AGAIN = 0, 1, 2


class Mailbox(models.Model):
    """Found by `lookup` (a keyed hash of 20 bits of the receipt, shared by several on purpose), opened by the receipt.

    `public_key` seals letters to the asker, `case_public` her answers to the case. `status` (sealed to the asker):
    steps, who answers, promise.

    A mailbox for whoever only mailed begins with an invitation: `invite_lookup` (a digest of what stands in the link
    alone) finds it until `invite_until`, and is gone once she took it over (`opened_at`). Before that no receipt fits.
    """

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="mailbox")
    lookup = models.BinaryField()
    salt = models.BinaryField()
    key_id = models.UUIDField(unique=True)
    public_key = models.BinaryField()
    case_public = models.BinaryField()
    created_on = models.DateField()
    made_at = models.DateTimeField()
    expires_on = models.DateField()
    invite_lookup = models.BinaryField(unique=True, null=True)
    invite_until = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    heard = models.PositiveSmallIntegerField(default=NOT_HEARD)
    status = EncryptedJSON(step=1024, null=True)

    objects = MailboxQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["lookup"])]

    def __str__(self) -> str:
        return f"mailbox {self.id}"

    @property
    def is_waiting(self) -> bool:
        """Whether she was invited and has no code yet: nothing in it can be read."""
        return self.invite_until is not None and self.opened_at is None


class Letter(models.Model):
    """A message as the asker gets it, sealed to her mailbox. Content: from, discipline, text, at."""

    id = IdField()
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, related_name="letters")
    message = models.OneToOneField("cases.Message", on_delete=models.CASCADE, related_name="letter")
    created_on = models.DateField()
    visible_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    content = EncryptedJSON(step=1024)

    objects = LetterQuerySet.as_manager()

    def __str__(self) -> str:
        return f"letter {self.id}"


class SpentProof(models.Model):
    """A solved proof of work, so that it counts once. Only its hash, only for as long as it could be used again."""

    proof = models.BinaryField(primary_key=True)
    spent_on = models.DateField()

    def __str__(self) -> str:
        return "spent proof"
