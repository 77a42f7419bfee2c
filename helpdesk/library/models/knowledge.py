"""What we know ourselves: internal articles, and which of our words rely on which source. Only added to."""

from __future__ import annotations

from django.db import models

from helpdesk.lib.id_field import IdField
from helpdesk.library.queries_knowledge import KnowledgeQuerySet, RelianceQuerySet


class Relier(models.TextChoices):
    """What relies on a source, besides cases, which keep theirs sealed."""

    TEXT = "text", "standaardtekst"
    ARTICLE = "article", "kennis"


class KnowledgeArticle(models.Model):
    """One version of one internal article; `article_id` is the article. The last version holds, unless `retired`.

    Written for colleagues, about many cases and never about one. Its owner looks at it again before `review_on`.
    """

    id = IdField()
    article_id = models.UUIDField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    body = models.TextField()
    themes = models.JSONField(default=list)
    owner = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    retired = models.BooleanField(default=False)
    by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = KnowledgeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article_id", "number"], name="an_article_has_one_version_of_a_number")
        ]

    def __str__(self) -> str:
        return f"knowledge article {self.article_id} {self.number}"


class Reliance(models.Model):
    """That a text of ours relies on an article of a source. The last row of one text and article holds, unless `gone`.

    `address` is the article, `place` what was cited of it, `name` how that is called. `valid_from` and `digest` are
    those of the version that was cited, `seen` is the digest of the newest state that a colleague looked at; null when
    it could not be read then. `found` says that our reader found it in the words; else somebody added it. `note` is
    what was said when looking.
    """

    id = IdField()
    kind = models.CharField(max_length=8, choices=Relier.choices)
    object_id = models.UUIDField()
    work_code = models.CharField(max_length=80)
    address = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="nl")
    number = models.PositiveIntegerField()
    place = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200)
    valid_from = models.DateField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    seen = models.CharField(max_length=64, null=True)  # noqa: DJ001  not read is not the same as not there
    found = models.BooleanField(default=False)
    gone = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey("teams.Member", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = RelianceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "work_code", "address", "language", "number"],
                name="a_reliance_has_one_row_of_a_number",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=Relier.values), name="a_source_is_relied_on_by_a_known_kind"
            ),
        ]
        indexes = [models.Index(fields=["work_code", "address"], name="who_relies_on_an_article")]

    def __str__(self) -> str:
        return f"reliance {self.id}"
