"""Which version of a work holds on a day, and which passages it has."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, cast

from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import Coalesce, Length

_ORDER = ("treaty", "protocol", "law", "decree", "comment", "judgment", "policy", "note")


class WorkQuerySet(models.QuerySet[Any]):
    """The works of the library."""

    def found_by(self, words: str, kind: str) -> WorkQuerySet:
        """Those with each of these words in title, short name or code, and of that kind when one is asked for."""
        found: Any = self.filter(kind=kind) if kind else self
        for word in words.split():
            found = found.filter(Q(title__icontains=word) | Q(short__icontains=word) | Q(code__icontains=word))
        return cast(WorkQuerySet, found)

    def counted(self) -> WorkQuerySet:
        """With `states`: how many versions were read to their end, and `loaded`: how many of those hold the text."""
        whole = Q(versions__read_at__isnull=False)
        own = Q(versions__facts__has_key="own_list")
        counted: Any = self.annotate(states=Count("versions", whole), loaded=Count("versions", whole & ~own))
        return cast(WorkQuerySet, counted)

    def in_order(self) -> WorkQuerySet:
        """Treaties, laws, then what explains them; a general comment by its number, so that 2 comes before 10."""
        place = Case(*(When(kind=kind, then=at) for at, kind in enumerate(_ORDER)), default=len(_ORDER))
        numbered = Case(When(kind="comment", then=Length("short")), default=0)
        return self.order_by(place, numbered, "short", "code")


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

    def newest_first(self) -> VersionQuerySet:
        """By first day and correction; one whose first day is not known stands behind those that say theirs."""
        return self.order_by(Coalesce("valid_from", date.min).desc(), "-edition")

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

    def under(self, address: str) -> PassageQuerySet:
        """The passage itself and what is cited with its address in front; `whole_of` in `shown` finds the rest."""
        return self.filter(Q(address=address) | Q(address__startswith=f"{address}&"))
