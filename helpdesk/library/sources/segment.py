"""Some versions as arrays: for each term the articles in whose headings, and the parts in whose words it stands.

A unit is an article with everything under it, a part is one paragraph of it. The parts of a unit lie next to each
other. A segment is never changed; a version that is gone or was read anew is passed over until the next one is made.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from helpdesk.library.sources.terms import LARGEST, counted
from helpdesk.search.arrays import Array, Arrays

FIELDS = ("law", "headings", "heading", "text")  # of a posting, in this order; only the last one is by part


@dataclass(frozen=True)
class Unit:
    """An article as search reads it: the number of its version in the segment, its first and last place in there."""

    version: int
    position: int
    last: int
    law: str
    headings: str
    heading: str
    parts: tuple[str, ...]


class Posting(NamedTuple):
    """Where a term stands in one field, and how often, in halves."""

    places: Array
    times: Array


class Segment:
    """The arrays that every question needs; what a term needs comes from `posting`."""

    def __init__(self, head: Arrays) -> None:
        self.head = head

    def __len__(self) -> int:
        return len(self.unit_of)

    @property
    def unit_of(self) -> Array:
        """Of each part its unit."""
        return self.head["unit_of"]

    @cached_property
    def begins(self) -> Array:
        """Of each unit its first part."""
        return np.searchsorted(self.unit_of, np.arange(len(self.head["version"])))

    @cached_property
    def ends(self) -> Array:
        """Of each unit the part after its last."""
        return np.append(self.begins[1:], len(self))

    @cached_property
    def unit_texts(self) -> Array:
        """Of each unit how many words its parts have."""
        return np.bincount(self.unit_of, self.head["text"], len(self.head["version"]))


def made_of(units: Iterable[Unit]) -> tuple[dict[str, Array], dict[str, bytes]]:
    """The head and the postings of a segment."""
    head: dict[str, list[int]] = defaultdict(list)
    found: dict[str, tuple[list[tuple[int, int]], ...]] = defaultdict(lambda: ([], [], [], []))
    for number, unit in enumerate(units):
        head["version"].append(unit.version)
        head["position"].append(unit.position)
        head["last"].append(unit.last)
        for field, text in enumerate((unit.law, unit.headings, unit.heading)):
            terms, size = counted(text)
            head[FIELDS[field]].append(size)
            _file(found, field, number, terms)
        for part in unit.parts:
            terms, size = counted(part)
            _file(found, 3, len(head["unit_of"]), terms)
            head["unit_of"].append(number)
            head["text"].append(size)
    names = ("version", "position", "last", *FIELDS, "unit_of")
    return {name: np.array(head[name], np.uint32) for name in names}, {
        term: _packed(fields) for term, fields in found.items()
    }


def _file(found: Mapping[str, tuple[list[tuple[int, int]], ...]], field: int, place: int, terms: Counter[str]) -> None:
    for term, times in terms.items():
        found[term][field].append((place, min(times, LARGEST)))


def _packed(fields: Iterable[list[tuple[int, int]]]) -> bytes:
    """Four sizes, then of each field the places and the times."""
    rows = [np.array(field, np.uint32).reshape(-1, 2) for field in fields]
    sizes = np.array([len(row) for row in rows], np.uint32).tobytes()
    places = b"".join(row[:, 0].tobytes() for row in rows)
    return sizes + places + b"".join(row[:, 1].astype(np.uint8).tobytes() for row in rows)


def posting(data: bytes) -> tuple[Posting, ...]:
    """What `made_of` packed, by field."""
    sizes = np.frombuffer(data, np.uint32, len(FIELDS))
    ends = np.cumsum(sizes)
    places = np.frombuffer(data, np.uint32, int(ends[-1]), sizes.nbytes)
    times = np.frombuffer(data, np.uint8, int(ends[-1]), sizes.nbytes + places.nbytes)
    return tuple(
        Posting(places[end - size : end], times[end - size : end]) for size, end in zip(sizes, ends, strict=True)
    )
