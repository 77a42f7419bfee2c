"""What may be listed: the changes that hold now, and the last version of each text."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import models


class OverrideQuerySet(models.QuerySet[Any]):
    """Changes over the files."""

    def holding(self) -> OverrideQuerySet:
        return self.filter(undone_at=None)

    def of(self, list_name: str, key: str) -> OverrideQuerySet:
        return self.filter(list_name=list_name, key=key)


class StandardTextQuerySet(models.QuerySet[Any]):
    """Versions of standard texts."""

    def newest(self) -> StandardTextQuerySet:
        """Of each text the last version, by title."""
        last = self.order_by("text_id", "-number").distinct("text_id").values("pk")
        return self.filter(pk__in=last).order_by("title", "text_id")

    def of(self, text_id: UUID) -> StandardTextQuerySet:
        """All versions of one text, the last on top."""
        return self.filter(text_id=text_id).order_by("-number")
