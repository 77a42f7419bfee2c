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
from helpdesk.library.sources.ranking import Hit, Postings
from helpdesk.library.sources.segment import Posting, Segment, posting
from helpdesk.library.sources.terms import FORM
from helpdesk.library.sources.view import View
from helpdesk.search.arrays import from_bytes

K = TypeVar("K")
T = TypeVar("T")
HEADS, VIEWS, POSTINGS = 32, 8, 20_000
NOTHING: tuple[Posting, ...] = ()


class _Kept(Generic[K, T]):
    """The last so many that were read."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept: OrderedDict[K, T] = OrderedDict()

    def get(self, keys: Iterable[K]) -> dict[K, T]:
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
            for key in found:
                self._kept.move_to_end(key)
        return found

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()

    def keep(self, found: Mapping[K, T]) -> None:
        with self._lock:
            self._kept.update(found)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


_heads: _Kept[UUID, Segment] = _Kept(HEADS)
_views: _Kept[tuple[tuple[UUID, tuple[int, ...]], ...], View] = _Kept(VIEWS)
_postings: _Kept[tuple[UUID, str], tuple[Posting, ...]] = _Kept(POSTINGS)


def forget() -> None:
    """Begin as a process does that has just started; for who measures."""
    _heads.clear()
    _views.clear()
    _postings.clear()


class Stock:
    """The segments with what they hold of the terms, and which version each number is."""

    def __init__(self, view: View, postings: list[Postings], versions: list[dict[int, UUID]]) -> None:
        self.view, self.postings, self.versions = view, postings, versions

    def place(self, hit: Hit) -> tuple[UUID, int, int]:
        """The version of what was found, and its first and last position in there."""
        head = self.view.segments[hit.shelf].head
        number, first, last = (int(head[name][hit.unit]) for name in ("version", "position", "last"))
        return self.versions[hit.shelf][number], first, last


def read_stock(terms: Collection[str], wanted: Wanted) -> Stock:
    """What a question with these terms needs, in at most three statements."""
    versions: dict[UUID, dict[int, UUID]] = defaultdict(dict)
    rows = IndexedVersion.objects.among(wanted).filter(segment__form=FORM)
    for segment, number, version in rows.values_list("segment_id", "number", "version_id"):
        versions[segment][number] = version
    heads = _read_heads(sorted(versions))
    ids = sorted(heads)  # a segment that was made anew between two statements is gone, and so for this question
    postings = _read_postings(ids, terms)
    view = _view([(one, tuple(sorted(versions[one]))) for one in ids], heads)
    return Stock(view, [postings[one] for one in ids], [versions[one] for one in ids])


def _view(numbers: list[tuple[UUID, tuple[int, ...]]], heads: Mapping[UUID, Segment]) -> View:
    key = tuple(numbers)
    if key in (kept := _views.get([key])):
        return kept[key]
    segments = [heads[one] for one, _ in numbers]
    view = View(segments, [np.isin(heads[one].head["version"], those) for one, those in numbers])
    _views.keep({key: view})
    return view


def _read_heads(ids: list[UUID]) -> dict[UUID, Segment]:
    found = _heads.get(ids)
    if missing := [one for one in ids if one not in found]:
        rows = SourceSegment.objects.filter(pk__in=missing).values_list("pk", "head")
        read = {pk: Segment(from_bytes(bytes(head))) for pk, head in rows}
        _heads.keep(read)
        found |= read
    return found


def _read_postings(ids: list[UUID], terms: Collection[str]) -> dict[UUID, Postings]:
    """What is kept, and the rest in one statement; that a term is nowhere is kept too."""
    asked = [(one, term) for one in ids for term in terms]
    found = _postings.get(asked)
    if missing := [key for key in asked if key not in found]:
        rows = SourcePosting.objects.filter(
            segment__in={one for one, _ in missing}, term__in={term for _, term in missing}
        )
        read = dict.fromkeys(missing, NOTHING)
        read |= {(one, term): posting(bytes(data)) for one, term, data in rows.values_list("segment", "term", "data")}
        _postings.keep(read)
        found |= read
    return {one: {term: found[one, term] for term in terms if found[one, term]} for one in ids}
