"""BM25F over law, headings, heading and words: each part for itself, and the article as a whole. Pure.

What is hidden takes no part: not in how rare a term is, nor in how long a text is for its kind. So the order is the
same whatever lies in which segment, and other states of a law change nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from helpdesk.library.sources.segment import FIELDS, Posting, Segment
from helpdesk.library.sources.terms import WHOLE
from helpdesk.search.arrays import Array, slices

K1 = 1.2
WEIGHTS = {"law": 1.0, "headings": 1.0, "heading": 2.0, "text": 1.0}
LEVELLING = {"law": 0.3, "headings": 0.3, "heading": 0.3, "text": 0.4}  # b: how far a long text is held back
WHOLE_ARTICLE = 1.0  # what the article as a whole adds to its part

Postings = Mapping[str, tuple[Posting, ...]]


class Shelf(NamedTuple):
    """A segment, what it holds of the terms that are asked, and which of its units may be seen."""

    segment: Segment
    postings: Postings
    seen: Array


class Hit(NamedTuple):
    """A part, by the number of its shelf, unit and part, and what it is worth."""

    shelf: int
    unit: int
    part: int
    worth: float


class _Norms(NamedTuple):
    parts: tuple[Array, ...]
    units: tuple[Array, ...]


def ranked(shelves: Sequence[Shelf], asked: Mapping[str, float], most: int, *, by_article: bool) -> list[Hit]:
    """The best parts, or of each article the best, best first; of equals the first."""
    worths = [_worth(shelf, asked, norms, rare) for shelf, norms, rare in _prepared(shelves, asked)]
    hits: list[Hit] = []
    for number, (shelf, worth) in enumerate(zip(shelves, worths, strict=True)):
        hits += [Hit(number, *one) for one in _best(shelf.segment, worth, most, by_article=by_article)]
    return sorted(hits, key=lambda hit: (-round(hit.worth, 9), hit.shelf, hit.unit, hit.part))[:most]


def how_many(shelves: Sequence[Shelf], asked: Iterable[str]) -> int:
    """In how many articles any of the terms stands."""
    terms, total = list(asked), 0
    for segment, postings, seen in shelves:
        there = np.zeros(len(seen), bool)
        for term in terms:
            for field, (places, _) in zip(FIELDS, postings.get(term, ()), strict=False):
                there[segment.unit_of[places] if field == "text" else places] = True
        total += int(np.count_nonzero(there & seen))
    return total


def _best(segment: Segment, worth: Array, most: int, *, by_article: bool) -> list[tuple[int, int, float]]:
    there = np.flatnonzero(worth > 0)
    ordered = there[np.lexsort((there, -worth[there]))]
    if by_article:
        _, first = np.unique(segment.unit_of[ordered], return_index=True)
        ordered = ordered[np.sort(first)]
    ordered = ordered[:most]
    units = segment.unit_of[ordered]
    return list(zip(units.tolist(), ordered.tolist(), worth[ordered].tolist(), strict=True))


def _prepared(shelves: Sequence[Shelf], asked: Iterable[str]) -> Iterable[tuple[Shelf, _Norms, dict[str, float]]]:
    seen = [shelf.seen[shelf.segment.unit_of] for shelf in shelves]
    size = sum(int(np.count_nonzero(one)) for one in seen)
    rare = {}
    for term in asked:
        found = sum(_stands(shelf, term, those) for shelf, those in zip(shelves, seen, strict=True))
        if found:
            rare[term] = math.log(1 + (size - found + 0.5) / (found + 0.5))
    for shelf, norms in zip(shelves, _norms(shelves, seen), strict=True):
        yield shelf, norms, rare


def _stands(shelf: Shelf, term: str, seen: Array) -> int:
    """In how many parts that may be seen the term stands, in whichever field."""
    if term not in shelf.postings:
        return 0
    there = np.zeros(len(seen), bool)
    for field, (places, _) in zip(FIELDS, shelf.postings[term], strict=True):
        there[places if field == "text" else _parts(shelf.segment, places)] = True
    return int(np.count_nonzero(there & seen))


def _parts(segment: Segment, units: Array) -> Array:
    return slices(segment.begins[units], segment.ends[units])


def _norms(shelves: Sequence[Shelf], seen: Sequence[Array]) -> list[_Norms]:
    """For each field how far the length of a text divides what it counts."""
    by_part, by_unit = [], []
    for field in FIELDS:
        b = LEVELLING[field]
        units = [_lengths(shelf.segment, field) for shelf in shelves]
        of_units = _mean([one[shelf.seen] for one, shelf in zip(units, shelves, strict=True)])
        by_unit.append([1 - b + b * one / of_units for one in units])
        if field == "text":
            parts = [shelf.segment.head["text"] for shelf in shelves]
        else:
            parts = [one[shelf.segment.unit_of] for one, shelf in zip(units, shelves, strict=True)]
        of_parts = _mean([one[those] for one, those in zip(parts, seen, strict=True)])
        by_part.append([1 - b + b * one / of_parts for one in parts])
    return [
        _Norms(tuple(field[at] for field in by_part), tuple(field[at] for field in by_unit))
        for at in range(len(shelves))
    ]


def _lengths(segment: Segment, field: str) -> Array:
    return segment.unit_texts if field == "text" else segment.head[field]


def _mean(lengths: Sequence[Array]) -> float:
    """Of those that have words at all."""
    count = sum(int(np.count_nonzero(one)) for one in lengths)
    return sum(float(one.sum()) for one in lengths) / count if count else 1.0


def _worth(shelf: Shelf, asked: Mapping[str, float], norms: _Norms, rare: Mapping[str, float]) -> Array:
    """What each part is worth, its article counted in; nothing for what may not be seen."""
    segment = shelf.segment
    of_parts, of_units = np.zeros(len(segment)), np.zeros(len(shelf.seen))
    for term, weight in asked.items():
        if term not in shelf.postings or term not in rare:
            continue
        parts, units = _often(segment, shelf.postings[term], norms)
        of_parts += weight * rare[term] * parts / (parts + K1)
        of_units += weight * rare[term] * units / (units + K1)
    worth = of_parts + WHOLE_ARTICLE * of_units[segment.unit_of]
    return np.where(shelf.seen[segment.unit_of], worth, 0.0)


def _often(segment: Segment, fields: tuple[Posting, ...], norms: _Norms) -> tuple[Array, Array]:
    """How often a term is in each part and in each unit, weighted by field and length."""
    units = np.zeros(len(segment.begins))
    parts = np.zeros(len(segment))
    for number, (field, (places, times)) in enumerate(zip(FIELDS, fields, strict=True)):
        if not len(places):
            continue
        counts = WEIGHTS[field] * times / WHOLE
        if field == "text":
            parts[places] += counts / norms.parts[number][places]
            whole = segment.unit_of[places]
            units += np.bincount(whole, counts / norms.units[number][whole], len(units))
            continue
        units[places] += counts / norms.units[number][places]
        where = _parts(segment, places)
        spread = np.repeat(counts, segment.ends[places] - segment.begins[places])
        parts[where] += spread / norms.parts[number][where]
    return parts, units
