"""Mail that is to leave, and what it points at. The row is the queue: it stands or falls with its message."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import HandoutQuerySet, OutgoingQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON

STATES = {
    "waiting": "gaat nog weg",
    "sending": "gaat nu weg",
    "sent": "verstuurd",
    "unsure": "onzeker",
    "refused": "tegengehouden",
    "dead": "niet bezorgd",
    "settled": "afgehandeld",
}


INVITATION, NOTICE = "invitation", "notice"


class Outgoing(models.Model):
    """One mail to one participant. Content: kind, to, subjects, party, message_id, token, reason, settled.

    To somebody around the child (`party`) it leads to the words of its message. To the asker it is an invitation, or a
    notice that its message, a letter, lies in her mailbox (`kind`: `models.INVITATION`, `models.NOTICE`).

    `due_at` is when it may leave or be tried again; while it is `sending`, when that has taken too long;
    afterwards since when it is so. `member` wrote it, and the worker that sends it sees no more than she does.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outgoing")
    message = models.OneToOneField("cases.Message", on_delete=models.CASCADE, related_name="outgoing")
    member = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=list(STATES.items()), default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"])]

    def __str__(self) -> str:
        return f"outgoing {self.id}"


class Handout(models.Model):
    """The words behind the link of one mail, under a key that the link and a code told by telephone open together.

    `lookup` is a digest of what stands in the link alone. Content: text, at; when an answer is asked: referral, party,
    purpose, case_public (to which the answer is sealed). `answered_on`: it was given, once.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="handouts")
    outgoing = models.OneToOneField(Outgoing, on_delete=models.CASCADE, related_name="handout")
    lookup = models.BinaryField(unique=True)
    salt = models.BinaryField()
    key_id = models.UUIDField(unique=True)
    public_key = models.BinaryField()
    created_on = models.DateField()
    expires_on = models.DateField()
    answered_on = models.DateField(null=True)
    content = EncryptedJSON(step=1024)

    objects = HandoutQuerySet.as_manager()

    def __str__(self) -> str:
        return f"handout {self.id}"
