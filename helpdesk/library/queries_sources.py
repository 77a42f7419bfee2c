"""Which versions search may show, and which changes of the thesaurus hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q


@dataclass(frozen=True)
class Wanted:
    """What somebody looks among. Without a day every state counts; empty words mean: all of them.

    `work` is its code or how it is cited.
    """

    day: date | None = None
    kind: str = ""
    work: str = ""
    language: str = ""


class IndexedQuerySet(models.QuerySet[Any]):
    """Versions that lie in a segment."""

    def as_read(self) -> IndexedQuerySet:
        """Those that were not read anew since."""
        return self.filter(read_at=F("version__read_at"))

    def among(self, wanted: Wanted) -> IndexedQuerySet:
        """Those that answer to the filters."""
        found = self.as_read()
        if wanted.day is not None:
            found = found.filter(
                Q(version__valid_from=None) | Q(version__valid_from__lte=wanted.day),
                Q(version__valid_until=None) | Q(version__valid_until__gte=wanted.day),
            )
        if wanted.work:
            found = found.filter(
                Q(version__work__code__iexact=wanted.work) | Q(version__work__short__iexact=wanted.work)
            )
        asked = {"version__work__kind": wanted.kind, "version__language": wanted.language}
        return found.filter(**{field: value for field, value in asked.items() if value})


class ChangeQuerySet(models.QuerySet[Any]):
    """Changes over the thesaurus."""

    def holding(self) -> ChangeQuerySet:
        return self.filter(undone_at=None)
