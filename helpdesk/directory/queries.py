"""What may be listed: the changes that hold now."""

from __future__ import annotations

from typing import Any

from django.db import models


class OverrideQuerySet(models.QuerySet[Any]):
    """Changes over the files."""

    def holding(self) -> OverrideQuerySet:
        return self.filter(undone_at=None)

    def of(self, list_name: str, key: str) -> OverrideQuerySet:
        return self.filter(list_name=list_name, key=key)
