"""A query over segments: what matches, best first, by BM25 over the cases that count for the one who asks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload
from uuid import UUID

import numpy as np

from helpdesk.search.arrays import Array
from helpdesk.search.likes import WHOLE
from helpdesk.search.query import Beginning, Phrase, Query, Unit, Word
from helpdesk.search.segment import Segment

# The usual values. K1: how soon a word that comes back adds nothing; B: how much a long case counts less.
K1, B = 1.2, 0.75
ONE = 4.0  # one whole word in an ordinary text: its weight 2 times WHOLE


@dataclass(frozen=True)
class Shelf:
    """A segment, and which of its cases exist for the one who asks: the others take no part in anything."""

    segment: Segment
    alive: Array

    @classmethod
    def of(cls, segment: Segment, *, without: Sequence[UUID] = ()) -> Shelf:
        """All cases of the segment but these."""
        alive = np.ones(len(segment), bool)
        for case_id in without:
            if (at := segment.place_of(case_id)) >= 0:
                alive[at] = False
        return cls(segment, alive)


class Ranking(Sequence[UUID]):
    """Cases in their order; thousands of them cost nothing until they are looked at."""

    def __init__(self, raw: bytes = b"") -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw) // 16

    @overload
    def __getitem__(self, at: int) -> UUID: ...
    @overload
    def __getitem__(self, at: slice) -> list[UUID]: ...
    def __getitem__(self, at: int | slice) -> UUID | list[UUID]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        begin = 16 * (at % len(self))
        return UUID(bytes=self._raw[begin : begin + 16])


def find(query: Query, shelves: Sequence[Shelf]) -> Ranking:
    """The cases that answer, best first; equally good ones by their id."""
    if not query:
        return Ranking()
    alive = np.concatenate([shelf.alive for shelf in shelves]) if shelves else np.zeros(0, bool)
    number = int(alive.sum())
    if not number:
        return Ranking()
    lengths = np.concatenate([shelf.segment.lengths for shelf in shelves]).astype(np.float64)
    mean = float(lengths[alive].sum()) / number or 1.0
    here, score = alive.copy(), np.zeros(len(alive))
    for unit in query.wanted:
        times = _times(unit, shelves)
        there = (times > 0) & alive
        here &= there
        many = int(there.sum())
        weight = math.log(1 + (number - many + 0.5) / (many + 0.5))
        often = times / ONE
        score += weight * (often * (K1 + 1) / (often + K1 * (1 - B + B * lengths / mean)))
    for unit in query.unwanted:
        here &= _times(unit, shelves, least=WHOLE) == 0
    return _in_order(np.flatnonzero(here), score, shelves)


def _times(unit: Unit, shelves: Sequence[Shelf], *, least: int = 0) -> Array:
    return np.concatenate([_times_in(unit, shelf.segment, least) for shelf in shelves])


def _times_in(unit: Unit, segment: Segment, least: int) -> Array:
    match unit:
        case Phrase(words):
            return segment.phrase_counts(words)
        case Beginning(letters):
            return segment.counts(segment.beginning_with(letters).values())
        case Word(word):
            found = segment.answering(word)
            return segment.counts(one for one in found.values() if one.grade >= least)


def _in_order(found: Array, score: Array, shelves: Sequence[Shelf]) -> Ranking:
    """By score, then by id."""
    ids = np.concatenate([shelf.segment.head["ids"] for shelf in shelves]).view(">u8").reshape(-1, 2)[found]
    order = np.lexsort((ids[:, 1], ids[:, 0], -score[found]))
    return Ranking(ids[order].tobytes())
