"""Search as one would explain it: no arrays, no keys, each text read for each query. The engine must give the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

from helpdesk.search.document import WEIGHTS, Document, bare
from helpdesk.search.finding import K1, ONE, B
from helpdesk.search.likes import WHOLE, answers
from helpdesk.search.query import Beginning, Phrase, Query, Unit, Word
from helpdesk.search.segment import LARGEST

how_much = lru_cache(1 << 20)(answers)


@lru_cache(256)
def _counts(case: Document) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for one in case.items:
        for entry in one.words:
            counted[entry] += WEIGHTS[one.field]
    return {entry: min(times, LARGEST) for entry, times in counted.items()}


@lru_cache(256)
def _texts(case: Document) -> list[tuple[int, list[str]]]:
    return [(WEIGHTS[one.field], [bare(entry) for entry in one.words]) for one in case.items]


def find(query: Query, cases: Sequence[Document]) -> list[UUID]:
    """The cases that answer, best first; equally good ones by their id."""
    if not query or not cases:
        return []
    lengths = [sum(WEIGHTS[one.field] * len(one.words) for one in case.items) for case in cases]
    mean = sum(lengths) / len(cases) or 1.0
    scores = [0.0] * len(cases)
    there = [True] * len(cases)
    for unit in query.wanted:
        times = _times(unit, cases)
        many = sum(1 for one in times if one)
        weight = math.log(1 + (len(cases) - many + 0.5) / (many + 0.5))
        for at, one in enumerate(times):
            often = one / ONE
            there[at] = there[at] and one > 0
            scores[at] += weight * (often * (K1 + 1) / (often + K1 * (1 - B + B * lengths[at] / mean)))
    for unit in query.unwanted:
        for at, one in enumerate(_times(unit, cases, least=WHOLE)):
            there[at] = there[at] and not one
    found = [(-scores[at], case.id.bytes) for at, case in enumerate(cases) if there[at]]
    return [UUID(bytes=case_id) for _, case_id in sorted(found)]


def _times(unit: Unit, cases: Sequence[Document], *, least: int = 0) -> list[int]:
    if isinstance(unit, Phrase):
        return [_phrase(unit.words, case) for case in cases]
    vocabulary = set().union(*(_counts(case) for case in cases))
    graded = {entry: _grade(unit, entry) for entry in vocabulary}
    some = {entry: grade for entry, grade in graded.items() if grade and grade >= least}
    return [sum(times * some[entry] for entry, times in _counts(case).items() if entry in some) for case in cases]


def _grade(unit: Word | Beginning, entry: str) -> int:
    if isinstance(unit, Beginning):
        return WHOLE if bare(entry).startswith(unit.letters) else 0
    return how_much(unit.word, entry)


def _phrase(words: tuple[str, ...], case: Document) -> int:
    total = 0
    for weight, text in _texts(case):
        places = range(len(text) - len(words) + 1)
        total += weight * sum(text[at] == words[0] and tuple(text[at : at + len(words)]) == words for at in places)
    return min(total, LARGEST) * WHOLE
