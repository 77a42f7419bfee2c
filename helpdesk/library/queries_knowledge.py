"""What may be listed: the last version of each article, and what is relied on now."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import models

ONE = ("kind", "object_id", "work_code", "address", "language")  # what one reliance is


class KnowledgeQuerySet(models.QuerySet[Any]):
    """Versions of internal articles."""

    def newest(self) -> KnowledgeQuerySet:
        """Of each article the last version, by title."""
        last = self.order_by("article_id", "-number").distinct("article_id").values("pk")
        return self.filter(pk__in=last).order_by("title", "article_id")

    def of(self, article_id: UUID) -> KnowledgeQuerySet:
        """All versions of one article, the last on top."""
        return self.filter(article_id=article_id).order_by("-number")


class RelianceQuerySet(models.QuerySet[Any]):
    """Who relies on which article."""

    def holding(self) -> RelianceQuerySet:
        """What is relied on now."""
        return self.latest_rows().filter(gone=False)

    def latest_rows(self) -> RelianceQuerySet:
        """Of each reliance the last row, also where that says it is gone."""
        rows = self.order_by(*ONE, "-number").distinct(*ONE).values("pk")
        return self.filter(pk__in=rows).order_by("work_code", "address", "kind", "object_id")

    def by(self, kind: str, object_ids: Collection[UUID]) -> RelianceQuerySet:
        """Of these texts, or of these articles."""
        return self.filter(kind=kind, object_id__in=object_ids)
