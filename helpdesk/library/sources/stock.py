"""What lies in the database, read for one question. Segments never change, so a process keeps what it read of them."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

import numpy as np

from helpdesk.library.models import IndexedVersion, SourcePosting, SourceSegment
from helpdesk.library.queries_sources import Wanted
from helpdesk.library.sources.ranking import Shelf
from helpdesk.library.sources.segment import Posting, Segment, posting
from helpdesk.library.sources.terms import FORM
from helpdesk.search.arrays import from_bytes

T = TypeVar("T")
HEADS, POSTINGS = 32, 20_000
NOTHING: tuple[Posting, ...] = ()


class _Kept(Generic[T]):
    """The last so many that were read."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept: OrderedDict[object, T] = OrderedDict()

    def get(self, keys: Iterable[object]) -> dict[object, T]:
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        return found

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()

    def keep(self, found: Mapping[object, T]) -> None:
        with self._lock:
            self._kept.update(found)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


_heads: _Kept[Segment] = _Kept(HEADS)
_postings: _Kept[tuple[Posting, ...]] = _Kept(POSTINGS)


def forget() -> None:
    """Begin as a process does that has just started; for who measures."""
    _heads.clear()
    _postings.clear()


class Stock:
    """The segments with what they hold of the terms, and which version each number is."""

    def __init__(self, shelves: list[Shelf], versions: list[dict[int, UUID]]) -> None:
        self.shelves, self.versions = shelves, versions

    def place(self, shelf: int, unit: int) -> tuple[UUID, int, int]:
        """The version of a unit, and its first and last position in there."""
        head = self.shelves[shelf].segment.head
        return self.versions[shelf][int(head["version"][unit])], int(head["position"][unit]), int(head["last"][unit])


def read_stock(terms: Collection[str], wanted: Wanted) -> Stock:
    """What a question with these terms needs, in at most three statements."""
    versions: dict[UUID, dict[int, UUID]] = defaultdict(dict)
    rows = IndexedVersion.objects.among(wanted).filter(segment__form=FORM)
    for segment, number, version in rows.values_list("segment_id", "number", "version_id"):
        versions[segment][number] = version
    ids = sorted(versions)
    heads, postings = _read_heads(ids), _read_postings(ids, terms)
    shelves = [Shelf(heads[one], postings[one], _seen(heads[one], versions[one])) for one in ids if one in heads]
    return Stock(shelves, [versions[one] for one in ids if one in heads])


def _seen(segment: Segment, numbers: Mapping[int, UUID]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.isin(segment.head["version"], list(numbers))


def _read_heads(ids: list[UUID]) -> dict[UUID, Segment]:
    found = {key: one for key, one in _heads.get(ids).items() if isinstance(key, UUID)}
    if missing := [one for one in ids if one not in found]:
        rows = SourceSegment.objects.filter(pk__in=missing).values_list("pk", "head")
        read = {pk: Segment(from_bytes(bytes(head))) for pk, head in rows}
        _heads.keep(read)
        found |= read
    return found


def _read_postings(ids: list[UUID], terms: Collection[str]) -> dict[UUID, dict[str, tuple[Posting, ...]]]:
    """What is kept, and the rest in one statement; that a term is nowhere is kept too."""
    asked = [(one, term) for one in ids for term in terms]
    found: dict[object, tuple[Posting, ...]] = _postings.get(asked)
    if missing := [key for key in asked if key not in found]:
        rows = SourcePosting.objects.filter(
            segment__in={one for one, _ in missing}, term__in={term for _, term in missing}
        )
        read: dict[object, tuple[Posting, ...]] = dict.fromkeys(missing, NOTHING)
        read |= {(one, term): posting(bytes(data)) for one, term, data in rows.values_list("segment", "term", "data")}
        _postings.keep(read)
        found |= read
    return {one: {term: found[one, term] for term in terms if found[one, term]} for one in ids}
