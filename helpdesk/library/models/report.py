"""What each import brought, and what it did not understand."""

from __future__ import annotations

from django.db import models

from helpdesk.lib.id_field import IdField


class Outcome(models.TextChoices):
    """How the import of one file ended. `BEGUN` is one that runs, or that was cut off and not yet found out."""

    BEGUN = "begun", "begonnen"
    STORED = "stored", "opgeslagen"
    SAME = "same", "ongewijzigd"
    REFUSED = "refused", "geweigerd"
    BROKEN = "broken", "afgebroken"


class ImportReport(models.Model):
    """What one file brought: which work, how many passages of each form, and what was not understood.

    `gaps` holds pairs of place and words, at most as many as somebody reads; `gap_count` counts them all.
    """

    id = IdField()
    begun_at = models.DateTimeField()
    seconds = models.FloatField(null=True)
    file_name = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField(default=0)
    sort = models.CharField(max_length=20)
    codes = models.JSONField(default=list)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.BEGUN)
    reason = models.TextField(blank=True)
    counts = models.JSONField(default=dict)
    gaps = models.JSONField(default=list)
    gap_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-begun_at"]
        indexes = [models.Index(fields=["digest"], name="report_of_a_file")]

    def __str__(self) -> str:
        return f"{self.file_name} {self.outcome}"
