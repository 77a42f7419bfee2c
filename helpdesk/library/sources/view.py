"""The segments of a question and what may be seen of them; the same for every question with the same filters. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from helpdesk.library.sources.segment import FIELDS, Segment
from helpdesk.search.arrays import Array

LEVELLING = {"law": 0.3, "headings": 0.3, "heading": 0.3, "text": 0.4}  # b: how far a long text is held back


class Norms(NamedTuple):
    """By field, what the length of the text divides a count by: of each part, and of each unit."""

    parts: tuple[Array, ...]
    units: tuple[Array, ...]


class View:
    """Segments, and of each which of its units may be seen."""

    def __init__(self, segments: Sequence[Segment], seen: Sequence[Array]) -> None:
        self.segments, self.seen = segments, seen

    @cached_property
    def seen_parts(self) -> list[Array]:
        """Of each segment which parts may be seen."""
        return [seen[segment.unit_of] for segment, seen in zip(self.segments, self.seen, strict=True)]

    @cached_property
    def size(self) -> int:
        """How many parts may be seen."""
        return sum(int(np.count_nonzero(one)) for one in self.seen_parts)

    @cached_property
    def norms(self) -> list[Norms]:
        """Of each segment."""
        by_part = [
            self._levelled(field, [_of_parts(one, field) for one in self.segments], self.seen_parts) for field in FIELDS
        ]
        by_unit = [
            self._levelled(field, [_of_units(one, field) for one in self.segments], self.seen) for field in FIELDS
        ]
        return [
            Norms(tuple(field[at] for field in by_part), tuple(field[at] for field in by_unit))
            for at in range(len(self.segments))
        ]

    @staticmethod
    def _levelled(field: str, lengths: Sequence[Array], seen: Sequence[Array]) -> list[Array]:
        b, mean = LEVELLING[field], _mean([one[those] for one, those in zip(lengths, seen, strict=True)])
        return [1 - b + b * one / mean for one in lengths]


def _of_units(segment: Segment, field: str) -> Array:
    return segment.unit_texts if field == "text" else segment.head[field]


def _of_parts(segment: Segment, field: str) -> Array:
    return segment.head["text"] if field == "text" else segment.head[field][segment.unit_of]


def _mean(lengths: Sequence[Array]) -> float:
    """Of those that have words at all."""
    count = sum(int(np.count_nonzero(one)) for one in lengths)
    return sum(float(one.sum()) for one in lengths) / count if count else 1.0
