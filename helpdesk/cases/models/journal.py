"""What is said and done in a case: messages, notes between colleagues, tasks, and drafts that are nobody else's yet."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Message(models.Model):
    """One message with the asker. Content: by (asker or member id), text, at, channel, kind (question, reply, burn …).

    `visible_at` is the undo: until then the message can be taken back and nobody outside has seen it.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    created_on = models.DateField()
    visible_at = models.DateTimeField()
    content = EncryptedJSON(step=1024)

    class Meta:
        indexes = [models.Index(fields=["case", "visible_at"])]

    def __str__(self) -> str:
        return f"message {self.id}"


class Note(models.Model):
    """For colleagues only. Written as if the child will read it, for she may. Content: by, text, at, about."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notes")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    def __str__(self) -> str:
        return f"note {self.id}"


class Task(models.Model):
    """Something to do on a day. Content: text, due_on, assignee, by, at, done_at, done_by."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tasks")
    created_on = models.DateField()
    content = EncryptedJSON()

    def __str__(self) -> str:
        return f"task {self.id}"


class Draft(models.Model):
    """What a member is writing: kept within two seconds, sealed, hers alone, gone when sent.

    Content: text, at, subjects.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    member = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=42)  # reply, note, close, or `kind_to` a participant
    content = EncryptedJSON(step=1024)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "member", "kind"], name="a_member_has_one_draft_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"draft {self.id}"

    @staticmethod
    def kind_to(party_id: object) -> str:
        """The kind of a draft to this participant."""
        return f"party:{party_id}"

    @staticmethod
    def letter_to(party_id: object) -> str:
        """The kind of a letter on paper to this participant, where it is not the same as a mail to her."""
        return f"letter:{party_id}"

    @staticmethod
    def party_in(kind: str) -> str:
        """The participant of such a kind; empty for any other."""
        way, _, party = kind.partition(":")
        return party if way in {"party", "letter"} else ""
