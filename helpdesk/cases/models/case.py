"""The case, in clear only what a list must sort by; who may not see it, and to which team it is offered."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.queries import CaseQuerySet
from helpdesk.cases.workflow import LABELS, OPEN, URGENCY_LABELS, State, Urgency
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Case(models.Model):
    """One question and what came of it.

    `summary` (sealed, part `summary`): title, asker, requester_type, theme, groups, age_band, province, channel,
    assignee, next, asked_at, code-word facts stay out of it. `team` may be the team that the asker's theme points to.
    """

    id = IdField()
    code = models.CharField(max_length=12, unique=True)
    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, null=True)
    state = models.CharField(max_length=16, choices=[(str(s), LABELS[s]) for s in State], default="new")
    urgency = models.PositiveSmallIntegerField(
        choices=[(int(u), URGENCY_LABELS[u]) for u in Urgency], default=int(Urgency.NORMAL)
    )
    promise_on = models.DateField(null=True)
    created_on = models.DateField()
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    summary = EncryptedJSON(part="summary", step=512)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[str(state) for state in State]), name="a_case_is_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=models.Q(urgency__lte=int(max(Urgency))), name="a_case_has_a_known_urgency"
            ),
            models.CheckConstraint(
                condition=models.Q(team__isnull=False) | models.Q(state__in=["new", "triage", "rejected", "referred"]),
                name="a_case_at_work_has_a_team",
            ),
        ]
        indexes = [
            models.Index(fields=["team", "state", "promise_on"]),
            models.Index(
                fields=["urgency", "promise_on", "created_on", "id"],
                condition=models.Q(state__in=sorted(str(state) for state in OPEN)),
                name="open_cases_as_worklists_ask",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def state_label(self) -> str:
        return LABELS[State(self.state)]

    @property
    def urgency_label(self) -> str:
        return URGENCY_LABELS[Urgency(self.urgency)]


class Conflict(models.Model):
    """ "I know this family": the case does not exist for this member any more, nowhere."""

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="conflicts")
    member = models.ForeignKey("teams.Member", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "member"], name="a_conflict_is_marked_once")]

    def __str__(self) -> str:
        return f"conflict {self.id}"


class Offer(models.Model):
    """A case handed over to a team or colleague who has not said yes. The offered team may look."""

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="offer")
    team = models.ForeignKey("teams.Team", on_delete=models.CASCADE, related_name="+")
    content = EncryptedJSON()  # from, to (member or empty), note, at

    def __str__(self) -> str:
        return f"offer {self.id}"
