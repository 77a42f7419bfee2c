"""E-mail that came in, sealed before anybody read it; and the ways by which an answer finds its case."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import MailQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedBytes

STATES = {"stored": "nog niet gelezen", "placed": "bij een zaak", "robot": "automatisch bericht"}


class Mail(models.Model):
    """One message as it came, under a key of its own: putting it into a case encrypts nothing anew.

    `mailbox` (the name in the settings, no address), `validity` and `uid` are its number at the mail server; `mark` is
    a digest under a key that no database holds, for when the server numbers its messages anew. `tries` counts how often
    a worker began on it and did not come to an end.
    """

    id = IdField()
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="mails", null=True)
    mailbox = models.CharField(max_length=40)
    validity = models.BigIntegerField()
    uid = models.BigIntegerField()
    mark = models.BinaryField(db_index=True)
    state = models.CharField(max_length=8, choices=list(STATES.items()), default="stored")
    tries = models.PositiveSmallIntegerField(default=0)
    created_on = models.DateField()
    raw = EncryptedBytes(part="raw", step=4096)

    objects = MailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mailbox", "validity", "uid"], name="a_message_is_stored_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=["stored", "robot"], case__isnull=True)
                | models.Q(state="placed", case__isnull=False),
                name="a_placed_message_has_a_case",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "created_on", "id"], condition=models.Q(case__isnull=True), name="mail_outside_cases"
            )
        ]

    def __str__(self) -> str:
        return f"mail {self.id}"


class ReplyPath(models.Model):
    """A tag in our own address, given to one participant of one case. Without the tag it says nothing about either.

    `lookup` and `sender` are digests under the tag, which stands in the mail alone. `party_id` is empty for the asker.
    `case_public` seals an answer to the case. `elsewhere`: given out in another case, so nobody's voice in this one.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reply_paths")
    party = models.ForeignKey("cases.Party", on_delete=models.CASCADE, related_name="+", null=True)
    lookup = models.BinaryField(unique=True)
    sender = models.BinaryField()
    case_public = models.BinaryField()
    created_on = models.DateField()
    elsewhere = models.BooleanField(default=False)

    objects = MailQuerySet.as_manager()

    def __str__(self) -> str:
        return f"reply path {self.id}"


class MailboxState(models.Model):
    """When a mailbox was last emptied, and what is wrong with it (a word of ours, never the server's)."""

    name = models.CharField(max_length=40, primary_key=True)
    emptied_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=12, default="", blank=True)
    trouble_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
