"""A work, its versions with the days on which they are in force, and the passages that can be cited.

All of it is public text, in the clear. Only importers write here, through `actions`.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from helpdesk.lib.id_field import IdField
from helpdesk.library.models_knowledge import KnowledgeArticle, Reliance, Relier
from helpdesk.library.queries import PassageQuerySet, VersionQuerySet, WorkQuerySet

__all__ = [
    "Form",
    "ImportReport",
    "Kind",
    "KnowledgeArticle",
    "Outcome",
    "Passage",
    "Reliance",
    "Relier",
    "Version",
    "Work",
]


class Kind(models.TextChoices):
    """What sort of source a work is."""

    TREATY = "treaty", "verdrag"
    PROTOCOL = "protocol", "protocol"
    COMMENT = "comment", "general comment"
    LAW = "law", "wet"
    DECREE = "decree", "besluit"
    JUDGMENT = "judgment", "uitspraak"
    POLICY = "policy", "beleid"
    NOTE = "note", "eigen aantekening"


class Form(models.TextChoices):
    """What a passage is within its work. `HEADING` is a chapter, title, part or section: it holds others."""

    HEADING = "heading", "kop"
    ARTICLE = "article", "artikel"
    PARAGRAPH = "paragraph", "lid"
    ITEM = "item", "onderdeel"
    RECITAL = "recital", "overweging"
    CONSIDERATION = "consideration", "rechtsoverweging"
    TABLE = "table", "tabel"
    NOTE = "note", "noot"
    TEXT = "text", "tekst"


class Work(models.Model):
    """One source under the name by which the world knows it.

    `code` is that name: `BWBR0005537`, `BWBV0002508`, `ECLI:NL:HR:2012:BW5328`, `CRC/C/GC/14`, or `own:` and a word.
    `short` is how it is cited (`Awb`, `IVRK`), `confidence` as in the reference lists, `source` where it was read.
    """

    id = IdField()
    code = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.TextField()
    short = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=300)
    confidence = models.CharField(max_length=20)
    checked_on = models.DateField(null=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "short", "code"]
        constraints = [models.CheckConstraint(condition=~Q(code=""), name="a_work_has_a_code")]

    def __str__(self) -> str:
        return self.short or self.code


class Version(models.Model):
    """A work as it stood from one day until another, in one language. Judgments have one version.

    `edition` is the number of the correction of one and the same state (the last figure of an official file name).
    `digest` is the SHA-256 of the file that was read; `read_at` stays empty until the last passage is in. `facts` holds
    what the source says of itself besides its text: court, day, case number, summary, days of publication.
    """

    id = IdField()
    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(max_length=8, default="nl")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    edition = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    facts = models.JSONField(default=dict)
    read_at = models.DateTimeField(null=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["work", "language", "-valid_from", "-edition"]
        constraints = [
            models.UniqueConstraint(
                fields=["work", "language", "valid_from", "edition"],
                name="a_state_of_a_work_is_kept_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_until=None) | Q(valid_until__gte=models.F("valid_from")),
                name="a_version_does_not_end_before_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work_id} {self.language} {self.valid_from}"


class Passage(models.Model):
    """A piece of a version that has an address of its own.

    `address` is the place as JuriConnect writes it, from the article down, parts in order and joined by `&`:
    `artikel=6:7`, `artikel=3&lid=1&o=a`, `hoofdstuk=7&afdeling=1` for a heading, `overweging=5`, `rov=3.4.1`, `par=14`.
    It is unique in its version. `under` is the address of what holds it, `level` its depth, `text` its own words
    without those of the passages under it. `digest` is the SHA-256 of heading and text with everything under it,
    so that two states of an article are the same when their digests are.
    """

    id = IdField()
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="passages")
    position = models.PositiveIntegerField()
    address = models.CharField(max_length=200)
    under = models.CharField(max_length=200, blank=True)
    level = models.PositiveSmallIntegerField(default=0)
    form = models.CharField(max_length=14, choices=Form.choices)
    label = models.CharField(max_length=200, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=64)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="a_place_in_a_version_is_taken_once"),
            models.UniqueConstraint(fields=["version", "address"], name="an_address_in_a_version_is_one_passage"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} {self.address}"


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
