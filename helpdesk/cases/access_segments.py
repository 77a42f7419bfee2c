"""Segments: sealed under keys of their own, opened into memory for a quarter of an hour, and their keys destroyed."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.cases.access import sealed_value
from helpdesk.cases.models import SearchPiece, SearchSegment
from helpdesk.cases.queries_search import Name, Sealed, Stored
from helpdesk.lib.padding import unpadded
from helpdesk.search.building import build
from helpdesk.search.document import Document
from helpdesk.search.query import Query
from helpdesk.search.segment import DRAWERS, Piece, Segment, joined, piece_from, pieces_for
from helpdesk.search.words import FORM
from helpdesk.vault import keys
from helpdesk.vault.fields import place
from helpdesk.vault.opened import CaseKey, attach

_rows = SearchSegment.objects


SALT, SALT_SIZE = -1, 32  # remembered beside the pieces of a segment
Held = Piece | bytes


@dataclass
class _Remembered:
    """What this process opened, for a quarter of an hour and up to 64 MB."""

    most: int = 64 * 2**20
    seconds: float = 15 * 60
    _held: OrderedDict[Name, tuple[float, int, Held]] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: Name) -> Piece | None:
        held = self._get(name)
        return None if isinstance(held, bytes) else held

    def salt(self, segment_id: UUID) -> bytes:
        held = self._get((segment_id, SALT))
        return held if isinstance(held, bytes) else b""

    def _get(self, name: Name) -> Held | None:
        with self._lock:
            held = self._held.get(name)
            if held is None:
                return None
            if time.monotonic() - held[0] > self.seconds:
                self._drop(name)
                return None
            self._held.move_to_end(name)
            return held[2]

    def put(self, name: Name, size: int, opened: Held) -> None:
        with self._lock:
            if name in self._held:
                self._drop(name)
            self._held[name] = (time.monotonic(), size, opened)
            self._size += size
            while self._size > self.most and len(self._held) > 1:
                self._drop(next(iter(self._held)))

    def _drop(self, name: Name) -> None:
        self._size -= self._held.pop(name)[1]

    def clear(self) -> None:
        """Forget all of it."""
        with self._lock:
            self._held.clear()
            self._size = 0


remembered = _Remembered()


def segments_of(wanted: Sequence[Stored], query: Query) -> dict[UUID, Segment]:
    """These segments with the pieces that the query needs; one that is gone or whose key is gone is absent."""
    opened = _Opened({one.id: one.key_id for one in wanted})
    needed = {one.id: pieces_for(query, salt) for one in wanted if (salt := opened.salt(one.id))}
    names = [(segment_id, number) for segment_id, numbers in needed.items() for number in numbers]
    held = {name: piece for name in names if (piece := remembered.get(name)) is not None}
    missing = [name for name in names if name not in held]
    sealed = _rows.pieces_of(missing) if missing else {}
    for name in sealed:
        if (key := opened.key(name[0])) is not None:
            held[name] = _open(name, key, *sealed[name])
    found = {}
    for segment_id, numbers in needed.items():
        pieces = {number: held[segment_id, number] for number in numbers if (segment_id, number) in held}
        if len(pieces) == len(numbers):
            found[segment_id] = joined(opened.salt(segment_id), pieces)
    return found


class _Opened:
    """Keys of segments, asked for together and only when something of them is not in memory."""

    def __init__(self, key_ids: Mapping[UUID, UUID]) -> None:
        self._key_ids = key_ids
        self._salts = {one: salt for one in key_ids if (salt := remembered.salt(one))}
        self._keys: dict[UUID, CaseKey] | None = None

    def key(self, segment_id: UUID) -> CaseKey | None:
        if self._keys is None:
            self._keys = keys.unwrap_many(self._key_ids.values())
        return self._keys.get(self._key_ids[segment_id])

    def salt(self, segment_id: UUID) -> bytes:
        """What decides in which drawer a word lies; empty when the key is gone."""
        if segment_id not in self._salts and (key := self.key(segment_id)) is not None:
            self._salts[segment_id] = salt_of(key)
            remembered.put((segment_id, SALT), SALT_SIZE, self._salts[segment_id])
        return self._salts.get(segment_id, b"")


def _open(name: Name, key: CaseKey, row_id: UUID, sealed: bytes) -> Piece:
    """As the field itself would, but without its copies: these are many, and somebody waits."""
    row = SearchPiece(pk=row_id)
    data = unpadded(key.unlock("piece", sealed, place(row, "content", key.key_version)))
    piece = piece_from(name[1], data)
    remembered.put(name, len(data), piece)
    return piece


def salt_of(key: CaseKey) -> bytes:
    """Of a segment's key: as secret as the segment, so that the numbers of pieces say nothing about a word."""
    return key.part("drawers")


def sealed_segment(team_id: UUID | None, documents: list[Document]) -> tuple[SearchSegment, list[Sealed]]:
    """A segment of these cases in its pieces, with a key of its own that is stored already."""
    key = keys.new_segment_key()
    made = build(documents, salt=salt_of(key), drawers=DRAWERS)
    row = SearchSegment(key_id=key.key_id, team_id=team_id, form=FORM, cases=len(documents))
    sealed = []
    for number, data in made.pieces().items():
        piece = SearchPiece(segment=row, number=number)
        attach(key, piece)
        piece.content = data
        sealed.append((piece.pk, number, sealed_value(piece, "content")))
    return row, sealed


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
