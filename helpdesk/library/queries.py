"""Which version of a work holds on a day, and which passages it has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q


class WorkQuerySet(models.QuerySet[Any]):
    """The works of the library."""


class VersionQuerySet(models.QuerySet[Any]):
    """Versions. One whose import was broken off is nobody's source: ask for `whole()` first."""

    def whole(self) -> VersionQuerySet:
        """Those that were read to their end."""
        return self.exclude(read_at=None)

    def on(self, day: date) -> VersionQuerySet:
        """Those in force on that day. The first day counts, the last day too."""
        return self.whole().filter(
            Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_until=None) | Q(valid_until__gte=day)
        )

    def with_text(self) -> VersionQuerySet:
        """Those that hold the source itself, and not our own list of what is in it."""
        return self.whole().exclude(facts__has_key="own_list")

    def newest(self, codes: Collection[str]) -> VersionQuerySet:
        """Of each of these works, in each language, the state that begins last, also when that day is still to come."""
        states = self.model._default_manager.all().with_text().filter(work__code__in=codes)
        last = states.order_by("work_id", "language", F("valid_from").desc(nulls_last=True), "-edition")
        return self.filter(pk__in=last.distinct("work_id", "language").values("pk"))


class PassageQuerySet(models.QuerySet[Any]):
    """Passages in the order in which they stand in the source."""
