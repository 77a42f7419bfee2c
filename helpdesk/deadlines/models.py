"""Deadlines and what reminds of them. A step is written once; the database takes no change and no deletion of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from helpdesk.cases.models import Case
from helpdesk.deadlines.queries import CalendarQuerySet, DeadlineQuerySet
from helpdesk.deadlines.workflow import LABELS, State
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON

OWNER, LEAD = "owner", "lead"
WHICH = {"safe": "veilige dag", "last": "laatste dag"}


class Deadline(models.Model):
    """One day that may not be missed. What it is, whose, and how it was reckoned stands in its steps.

    The safe day lies in the clear as the promised day of a case does (decision 0019).
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadlines")
    created_on = models.DateField()
    state = models.CharField(max_length=9, choices=[(str(state), LABELS[state]) for state in State])
    safe_on = models.DateField()

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "safe_on"], name="deadlines_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[str(state) for state in State]), name="a_deadline_has_a_known_state"
            )
        ]

    def __str__(self) -> str:
        return f"deadline {self.id}"


class DeadlineStep(models.Model):
    """One thing that was done with a deadline. Content: kind, number, by, at, and what `laid` reads."""

    id = IdField()
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="steps")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadline_steps")
    created_on = models.DateField()
    content = EncryptedJSON(step=1024)

    def __str__(self) -> str:
        return f"deadline step {self.id}"


class Reminder(models.Model):
    """One rung of the ladder of one safe day, once. The worker writes it by a function of the database."""

    id = IdField()
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="reminders")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="deadline_reminders")
    safe_on = models.DateField()
    rung = models.CharField(max_length=20)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deadline", "safe_on", "rung"], name="a_rung_is_taken_once")]

    def __str__(self) -> str:
        return f"reminder {self.id}"


class Proceeding(models.Model):
    """A case before a court or another body. What is known of it stands in its steps."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proceedings")
    created_on = models.DateField()

    def __str__(self) -> str:
        return f"proceeding {self.id}"


class ProceedingStep(models.Model):
    """How a proceeding stood when somebody wrote it down; the newest speaks. Content: by, at, step and the fields."""

    id = IdField()
    proceeding = models.ForeignKey(Proceeding, on_delete=models.CASCADE, related_name="steps")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="proceeding_steps")
    created_on = models.DateField()
    content = EncryptedJSON(step=512)

    def __str__(self) -> str:
        return f"proceeding step {self.id}"


class CalendarFeed(models.Model):
    """The secret address of one colleague's calendar. Only its hash is kept."""

    id = IdField()
    member = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    token_hash = models.BinaryField(max_length=32, unique=True)
    created_on = models.DateField()

    def __str__(self) -> str:
        return f"calendar {self.id}"


class CalendarEntry(models.Model):
    """A day in a colleague's calendar. It knows of no case; the deadline, sealed, knows its entries."""

    id = IdField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    which = models.CharField(max_length=4, choices=list(WHICH.items()))
    version = models.PositiveIntegerField(default=0)
    cancelled_on = models.DateField(null=True)

    objects = CalendarQuerySet.as_manager()

    def __str__(self) -> str:
        return f"calendar entry {self.id}"
