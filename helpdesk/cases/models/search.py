"""What search keeps: the words of each case under its own key, and segments, which are thrown away at any time."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from helpdesk.cases.models.case import Case
from helpdesk.cases.queries_search import SearchQuerySet
from helpdesk.lib.id_field import IdField
from helpdesk.vault.fields import EncryptedBytes


class SearchChange(models.Model):
    """The text of a case, or where the case lies, changed. A trigger of the database writes it, so nobody forgets.

    It stands until the change lies in a segment; so long the case is read by itself. No constraint to the case: it
    would lock rows that others write.
    """

    id = models.BigAutoField(primary_key=True)
    case_id = models.UUIDField(db_index=True)

    objects = SearchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"search change {self.id}"


class SearchSegment(models.Model):
    """The words of some two thousand cases of one team, under a key of its own that dies with it.

    `team` is empty for questions that ended before any team had them.
    """

    id = IdField()
    key_id = models.UUIDField(unique=True)
    key_version = models.PositiveSmallIntegerField(default=1)
    team = models.ForeignKey("teams.Team", on_delete=models.PROTECT, related_name="+", null=True)
    form = models.PositiveSmallIntegerField()
    cases = models.PositiveIntegerField()

    objects = SearchQuerySet.as_manager()

    def __str__(self) -> str:
        return f"search segment {self.id}"


class SearchPiece(models.Model):
    """A piece of a segment under the segment's key, so that a question reads what it needs and not all of it.

    `number` is that of `search.segment`: the head, the streams, or a drawer.
    """

    id = IdField()
    segment = models.ForeignKey(SearchSegment, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveSmallIntegerField()
    content = EncryptedBytes(part="piece", step=1024)

    objects = SearchQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["segment", "number"], name="one_piece_of_a_number")]

    def __str__(self) -> str:
        return f"search piece {self.id}"


class SearchTerms(models.Model):
    """The words of one case, as `search.document.pack` writes them: the truth of which segments are made.

    `seen` are the changes that are in it; `segment` is where it lies.
    """

    id = IdField()
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="search_terms")
    form = models.PositiveSmallIntegerField()
    seen = ArrayField(models.BigIntegerField())
    segment = models.ForeignKey(SearchSegment, on_delete=models.SET_NULL, related_name="members", null=True)
    content = EncryptedBytes(part="search", step=1024)

    objects = SearchQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case"], condition=models.Q(segment__isnull=True), name="search_terms_in_no_segment")
        ]

    def __str__(self) -> str:
        return f"search terms {self.id}"
