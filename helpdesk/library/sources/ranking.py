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
from helpdesk.library.sources.view import Norms, View
from helpdesk.search.arrays import Array, slices

K1 = 1.2
WEIGHTS = {"law": 1.0, "headings": 1.0, "heading": 2.0, "text": 1.0}
WHOLE_ARTICLE = 1.0  # what the article as a whole adds to its part

Postings = Mapping[str, tuple[Posting, ...]]
_Counts = tuple[Array | slice, Array]  # places, and for each how much
_ALL = slice(None)


class Hit(NamedTuple):
    """A part, by the number of its segment, unit and part, and what it is worth."""

    shelf: int
    unit: int
    part: int
    worth: float


def ranked(
    view: View, postings: Sequence[Postings], asked: Mapping[str, float], most: int, *, by_article: bool
) -> list[Hit]:
    """The best parts, or of each article the best, best first; of equals the first.

    Args:
        view: the segments and what may be seen of them.
        postings: of each segment, for the terms that stand in it.
        asked: the terms with their weight.
        most: how many at most.
        by_article: whether an article may show once only.
    """
    rare = {term: _rare(view, postings, term) for term in asked}
    hits: list[Hit] = []
    for number, (segment, found) in enumerate(zip(view.segments, postings, strict=True)):
        worth = _worth(segment, found, asked, view.norms[number], rare)
        worth[~view.seen_parts[number]] = 0.0
        best = _best_of_units(segment, worth, most) if by_article else _best(worth, most)
        hits += [Hit(number, int(segment.unit_of[part]), part, float(worth[part])) for part in best.tolist()]
    return sorted(hits, key=lambda hit: (-round(hit.worth, 9), hit.shelf, hit.unit, hit.part))[:most]


def how_many(view: View, postings: Sequence[Postings], asked: Iterable[str]) -> int:
    """In how many articles any of the terms stands."""
    terms, total = list(asked), 0
    for segment, found, seen in zip(view.segments, postings, view.seen, strict=True):
        there = np.zeros(len(seen), bool)
        for term in terms:
            for field, (places, _) in zip(FIELDS, found.get(term, ()), strict=False):
                there[segment.unit_of[places] if field == "text" else places] = True
        total += int(np.count_nonzero(there & seen))
    return total


def _best(worth: Array, most: int) -> Array:
    """The places of the best, all of those that are worth the same as the last."""
    if most < len(worth):
        least = np.partition(worth, len(worth) - most)[-most]
        return np.flatnonzero((worth >= least) & (worth > 0))
    return np.flatnonzero(worth > 0)


def _best_of_units(segment: Segment, worth: Array, most: int) -> Array:
    """Of the best units the best part; of equals the first."""
    if not len(worth):
        return np.zeros(0, np.int64)
    units = _best(np.maximum.reduceat(worth, segment.begins), most)
    return np.array(
        [
            begin + int(np.argmax(worth[begin : segment.ends[unit]]))
            for unit, begin in zip(units, segment.begins[units], strict=True)
        ],
        np.int64,
    )


def _rare(view: View, postings: Sequence[Postings], term: str) -> float:
    """How much a term tells: the less, the more parts it stands in; nothing when in none that may be seen."""
    found = sum(
        _stands(segment, here[term], seen)
        for segment, here, seen in zip(view.segments, postings, view.seen_parts, strict=True)
        if term in here
    )
    return math.log(1 + (view.size - found + 0.5) / (found + 0.5)) if found else 0.0


def _stands(segment: Segment, fields: tuple[Posting, ...], seen: Array) -> int:
    """In how many parts that may be seen a term stands, in whichever field."""
    *above, text = fields
    if not any(len(one.places) for one in above):
        return int(np.count_nonzero(seen[text.places]))
    there = np.zeros(len(seen), bool)
    there[text.places] = True
    for places, _ in above:
        there[_parts(segment, places)] = True
    return int(np.count_nonzero(there & seen))


def _parts(segment: Segment, units: Array) -> Array:
    return slices(segment.begins[units], segment.ends[units])


def _worth(
    segment: Segment, postings: Postings, asked: Mapping[str, float], norms: Norms, rare: Mapping[str, float]
) -> Array:
    """What each part is worth, its article counted in."""
    of_parts, of_units = np.zeros(len(segment)), np.zeros(len(segment.begins))
    for term, weight in asked.items():
        if term not in postings or not rare[term]:
            continue
        for total, (places, often) in zip((of_parts, of_units), _often(segment, postings[term], norms), strict=True):
            total[places] += weight * rare[term] * often / (often + K1)
    worth: Array = of_parts + WHOLE_ARTICLE * of_units[segment.unit_of]
    return worth


def _often(segment: Segment, fields: tuple[Posting, ...], norms: Norms) -> tuple[_Counts, _Counts]:
    """How often a term is in each part and in each unit, weighted by field and length."""
    *above, (places, times) = fields
    counts = WEIGHTS["text"] * times / WHOLE
    whole = segment.unit_of[places]
    in_parts = counts / norms.parts[-1][places]
    in_units = counts / norms.units[-1][whole]
    if not any(len(one.places) for one in above):
        return (places, in_parts), _summed(whole, in_units)
    parts, units = np.zeros(len(segment)), np.bincount(whole, in_units, len(segment.begins)).astype(float)
    parts[places] = in_parts
    for number, (field, (places, times)) in enumerate(zip(FIELDS, above, strict=False)):
        counts = WEIGHTS[field] * times / WHOLE
        units[places] += counts / norms.units[number][places]
        where = _parts(segment, places)
        spread = np.repeat(counts, segment.ends[places] - segment.begins[places])
        parts[where] += spread / norms.parts[number][where]
    return (_ALL, parts), (_ALL, units)


def _summed(places: Array, counts: Array) -> _Counts:
    """Counts of places that are in order, each place once."""
    if not len(places):
        return places, counts
    first = np.flatnonzero(np.concatenate(([True], places[1:] != places[:-1])))
    return places[first], np.add.reduceat(counts, first)
