"""What may be listed: the changes that hold now."""

from __future__ import annotations

from django.db import models


class OverrideQuerySet(models.QuerySet):  # type: ignore[type-arg]  # the model stands above this file
    """Changes over the files."""

    def holding(self) -> OverrideQuerySet:
        return self.filter(undone_at=None)

    def of(self, list_name: str, key: str) -> OverrideQuerySet:
        return self.filter(list_name=list_name, key=key)
