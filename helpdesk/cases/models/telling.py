"""What was agreed about telling: consents, and exceptions that a second colleague must allow."""

from __future__ import annotations

from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries import ExceptionQuerySet, WhereaboutsQuerySet, WithdrawalQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedJSON


class Consent(models.Model):
    """Content: what `people.consent.Consent` holds, by, at; when taken back: withdrawn_at, withdrawn_for, withdrawn_by.

    A record that was withdrawn stays, for it says why we told somebody then.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="consents")
    created_on = models.DateField()
    content = EncryptedJSON(step=512)

    def __str__(self) -> str:
        return f"consent {self.id}"


class Withdrawal(models.Model):
    """The asker does not want it any more: written by the public program, sealed to the case. Content: consent, at.

    It counts from its commit on. `settled`: the desk has written it into the consent; it cannot be put back any more.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="withdrawals")
    created_on = models.DateField()
    made_at = models.DateTimeField()
    settled = models.BooleanField(default=False)
    content = EncryptedJSON(step=512)

    objects = WithdrawalQuerySet.as_manager()

    def __str__(self) -> str:
        return f"withdrawal {self.id}"


class AskedException(models.Model):
    """Telling something once against what was agreed.

    Content: party, subjects, channel, reason, by, at; when a second colleague allowed it: granted_by, until.

    `state` lies in the clear so that one statement can spend it: two colleagues at once use it once.
    """

    id = IdField()
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="exceptions")
    created_on = models.DateField()
    state = models.CharField(max_length=8, default="asked")
    content = EncryptedJSON(step=512)

    objects = ExceptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["asked", "granted", "used"]), name="an_exception_is_in_a_known_state"
            )
        ]

    def __str__(self) -> str:
        return f"exception {self.id}"


class Whereabouts(models.Model):
    """Where the child is, under a key of its own, so that this can be forgotten alone.

    Content: address, shelter, school, residence, telephone, note, by, at, looks (by, at, reason). `used_on` is the day
    on which somebody last wrote or read it.
    """

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="whereabouts")
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    used_on = models.DateField()
    content = EncryptedJSON(part="whereabouts", step=512)

    objects = WhereaboutsQuerySet.as_manager()

    def __str__(self) -> str:
        return f"whereabouts {self.id}"
