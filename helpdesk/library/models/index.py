"""What search in the sources keeps: segments of versions, made of the passages and thrown away at any moment."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from helpdesk.lib.id_field import IdField
from helpdesk.library.queries_sources import ChangeQuerySet, IndexedQuerySet


class SourceSegment(models.Model):
    """Some versions as arrays; never changed. `form` is how words became terms when it was made."""

    id = IdField()
    form = models.PositiveIntegerField()
    units = models.PositiveIntegerField()
    head = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["units", "id"]

    def __str__(self) -> str:
        return f"segment {self.pk}"


class SourcePosting(models.Model):
    """Where one term stands in one segment."""

    id = models.BigAutoField(primary_key=True)
    segment = models.ForeignKey(SourceSegment, on_delete=models.CASCADE, related_name="postings")
    term = models.CharField(max_length=60)
    data = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["segment", "term"], name="a_term_is_once_in_a_segment")]

    def __str__(self) -> str:
        return self.term


class IndexedVersion(models.Model):
    """Which version lies in which segment, under which number, as it was read when. Gone with either."""

    version = models.OneToOneField(
        "library.Version", on_delete=models.CASCADE, primary_key=True, related_name="indexed"
    )
    segment = models.ForeignKey(SourceSegment, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    objects = IndexedQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.version_id} in {self.segment_id}"


class ThesaurusChange(models.Model):
    """What somebody changed over a row of the thesaurus, or added, and why. Never removed; a newer one ends it.

    `changes` holds `lay` and `legal` as lists of words, `theme`, and `off` where the row no longer helps.
    """

    id = IdField()
    key = models.CharField(max_length=40)
    changes = models.JSONField()
    reason = models.CharField(max_length=300)
    member = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(undone_at=None), name="one_change_of_a_row_holds"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_change_of_words_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.at:%Y-%m-%d}"
