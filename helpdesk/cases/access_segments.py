"""Segments: sealed under keys of their own, opened into memory for a quarter of an hour, and their keys destroyed."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.cases.access import sealed_value
from helpdesk.cases.models import SearchSegment
from helpdesk.cases.queries_search import Stored
from helpdesk.lib.padding import unpadded
from helpdesk.search.document import Document
from helpdesk.search.segment import Array, Segment, build, from_bytes, to_bytes
from helpdesk.search.words import FORM
from helpdesk.vault import keys
from helpdesk.vault.fields import place
from helpdesk.vault.opened import CaseKey, attach

_rows = SearchSegment.objects


Held = Segment | Mapping[str, Array]


@dataclass
class _Remembered:
    """What this process opened, for a quarter of an hour and up to 64 MB."""

    most: int = 64 * 2**20
    seconds: float = 15 * 60
    _held: OrderedDict[tuple[UUID, str], tuple[float, int, Held]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: tuple[UUID, str]) -> Held | None:
        with self._lock:
            held = self._held.get(name)
            if held is None or time.monotonic() - held[0] > self.seconds:
                self._held.pop(name, None)
                return None
            self._held.move_to_end(name)
            return held[2]

    def put(self, name: tuple[UUID, str], size: int, opened: Held) -> None:
        with self._lock:
            self._held[name] = (time.monotonic(), size, opened)
            while sum(one[1] for one in self._held.values()) > self.most and len(self._held) > 1:
                self._held.popitem(last=False)

    def clear(self) -> None:
        """Forget all of it."""
        with self._lock:
            self._held.clear()


remembered = _Remembered()


def segments_of(wanted: Sequence[Stored], *, streams: bool) -> dict[UUID, Segment]:
    """These segments, opened; one that is gone or whose key is gone is absent.

    Args:
        streams: with the texts in their order, for "exact words".
    """
    columns = ("terms", "streams") if streams else ("terms",)
    held = {(one.id, column): remembered.get((one.id, column)) for one in wanted for column in columns}
    missing = [one for one in wanted if any(held[one.id, column] is None for column in columns)]
    opened = keys.unwrap_many(one.key_id for one in missing) if missing else {}
    for column in columns:
        those = [one for one in missing if held[one.id, column] is None and one.key_id in opened]
        sealed = _rows.bytes_of(column, [one.id for one in those]) if those else {}
        for one in those:
            if one.id in sealed:
                held[one.id, column] = _open(one, column, sealed[one.id], opened[one.key_id])
    found = {}
    for one in wanted:
        terms, texts = held[one.id, "terms"], held.get((one.id, "streams"))
        if isinstance(terms, Segment) and not streams:
            found[one.id] = terms
        elif isinstance(terms, Segment) and isinstance(texts, Mapping):
            found[one.id] = terms.with_streams(texts)
    return found


def _open(one: Stored, column: str, sealed: bytes, key: CaseKey) -> Held:
    """As the field itself would, but without its copies: these are megabytes, and somebody waits."""
    row = SearchSegment(pk=one.id)
    data = unpadded(key.unlock(column, sealed, place(row, column, key.key_version)))
    arrays = from_bytes(data)
    opened: Held = Segment(arrays) if column == "terms" else arrays
    remembered.put((one.id, column), len(data), opened)
    return opened


def sealed_segment(team_id: UUID | None, documents: list[Document]) -> tuple[SearchSegment, tuple[bytes, bytes]]:
    """A segment of these cases, with a key of its own that is stored already."""
    key = keys.new_segment_key()
    made = build(documents)
    row = SearchSegment(key_id=key.key_id, team_id=team_id, form=FORM, cases=len(documents))
    attach(key, row)
    row.terms, row.streams = to_bytes(made.terms), to_bytes(made.streams or {})
    return row, (sealed_value(row, "terms"), sealed_value(row, "streams"))


def without_key(key_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these keys that are gone."""
    asked = set(key_ids)
    return asked - keys.unwrap_many(asked).keys()


def destroy_segment_keys(key_ids: Iterable[UUID]) -> None:
    """After this no copy of these segments opens, wherever it lies."""
    keys.destroy(key_ids)


def destroy_segment_keys_but(in_use: Collection[UUID]) -> int:
    """Also the keys of segments that were being made when a worker was killed; return how many."""
    return keys.destroy_segment_keys_but(in_use)
