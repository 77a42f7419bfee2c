"""A contact moment: a call, a visit, a letter read aloud. It stands alone, or is joined to a case and taken off."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import ContactQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON

STATES = {"open": "nog te koppelen", "joined": "bij een zaak", "done": "klaar"}


class Contact(models.Model):
    """What was said, under a key of its own: joining it to a case and taking it off again encrypt nothing anew.

    `facts` (part `summary`, for lists): kind, asker, talk, call_back, hours_from, hours_to. `course` (for lists too):
    at, by, attempts. `words`: asked, said, agreed, care, code_word, and number when the caller asks to be called back.
    """

    id = IdField()
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts", null=True)
    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+", null=True)
    member = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=list(STATES.items()), default="open")
    callback_on = models.DateField(null=True)
    created_on = models.DateField()
    facts = EncryptedJSON(part="summary")
    course = EncryptedJSON(part="summary", step=512)
    words = EncryptedJSON(step=1024)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "done"], case__isnull=True)
                | models.Q(state="joined", case__isnull=False),
                name="a_contact_is_joined_when_it_has_a_case",
            )
        ]
        indexes = [
            models.Index(
                fields=["callback_on", "created_on", "id"],
                condition=models.Q(callback_on__isnull=False),
                name="contacts_to_call_back",
            )
        ]

    def __str__(self) -> str:
        return f"contact {self.id}"
