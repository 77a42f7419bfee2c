"""A second reader: a text that waits for a colleague before it leaves."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON

STATES = {
    "asked": "wacht op de lezer",
    "agreed": "akkoord",
    "returned": "terug met opmerkingen",
    "withdrawn": "ingetrokken",
    "sent": "verstuurd",
    "done": "verwerkt",
}


class Reading(models.Model):
    """One text that one colleague asks another to read.

    Content: kind (`reply`, `ask-more`, as `Draft.kind_to`, or of an act), text, subjects, knowing, note, at, typed (the
    form of an act), remarks, read_at, read_by, reason (of a lead who took it over). Who reads and how it stands lie in
    the clear, for the list.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="readings")
    author = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=list(STATES.items()), default="asked")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=list(STATES)), name="a_reading_is_in_a_known_state"),
            models.CheckConstraint(condition=~models.Q(author=models.F("reader")), name="nobody_reads_the_own_text"),
        ]
        indexes = [models.Index(fields=["reader"], condition=models.Q(state="asked"), name="readings_that_wait_for_me")]

    def __str__(self) -> str:
        return f"reading {self.id}"
