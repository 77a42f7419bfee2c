"""What stays when a case is over: the closing record, a fact for the figures without a case, a tombstone."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Closing(models.Model):
    """How it ended. Content: help_kinds, outcome, rights, signal, province, channel, minutes, note, by, at."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="closings")
    created_on = models.DateField()
    content = EncryptedJSON()

    def __str__(self) -> str:
        return f"closing {self.id}"


class CountedFact(models.Model):
    """One closed case for the figures, without its id: sealed to the counting key, which the desk does not use."""

    id = IdField()
    closed_on = models.DateField()  # the first day of the month: a day would point back
    content = EncryptedJSON(part="count", step=512)

    def __str__(self) -> str:
        return f"fact {self.id}"


class CountedAnswer(models.Model):
    """How it went, as one asker said, for the figures: no case id, only the month, sealed to the counting key."""

    id = IdField()
    heard_on = models.DateField()  # the first day of the month
    content = EncryptedJSON(part="count", step=512)

    def __str__(self) -> str:
        return f"answer {self.id}"


class Tombstone(models.Model):
    """A forgotten case: that there was one, and that it is gone. Its code is not given again."""

    id = models.UUIDField(primary_key=True, editable=False)
    code = models.CharField(max_length=12, unique=True)
    forgotten_on = models.DateField()

    def __str__(self) -> str:
        return f"tombstone {self.id}"
