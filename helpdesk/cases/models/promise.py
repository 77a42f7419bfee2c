"""That a promise was broken, and how far up that is known. Days and steps; not a word of the case."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import EscalationQuerySet
from helpdesk.lib.id_field import IdField

STEPS = {"lead": "de teamleider weet het", "all": "alle teamleiders weten het"}


class Escalation(models.Model):
    """One step of one promise, once. The worker writes it by a function of the database, for it reads for nobody."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="escalations")
    promise_on = models.DateField()
    step = models.CharField(max_length=4, choices=list(STEPS.items()))
    at = models.DateTimeField()

    objects = EscalationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "promise_on", "step"], name="a_promise_escalates_once_a_step"),
            models.CheckConstraint(condition=models.Q(step__in=list(STEPS)), name="an_escalation_has_a_known_step"),
        ]

    def __str__(self) -> str:
        return f"escalation {self.id}"
