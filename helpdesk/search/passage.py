"""The passage of a text that answers a query best, with what answers marked. For cases that somebody has opened."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpdesk.search.document import Field, entries_of, item
from helpdesk.search.likes import answers
from helpdesk.search.query import Beginning, Phrase, Query, Unit, Word
from helpdesk.search.words import words_of

AROUND, LONGEST = 12, 34  # words before the first hit, and in all
_TOKEN = re.compile(r"[^\W_]+(?:['’](?=s\b)s)?")
Piece = tuple[str, bool]


@dataclass(frozen=True)
class Passage:
    """Pieces of text in their order, each with whether it answers; `units` is how many words of the query are in it."""

    pieces: tuple[Piece, ...]
    units: int
    hits: int


@lru_cache(1 << 14)
def _answers(word: str, entry: str) -> int:
    return answers(word, entry)


def passage(query: Query, field: Field, text: str) -> Passage | None:
    """The best passage, or None when nothing of the query is in this text."""
    spans = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
    words = [words_of(text[start:end]) for start, end in spans]
    names = {entry[1:] for entry in entries_of(text, field) if entry.startswith("@")}
    marks: list[set[int]] = [set() for _ in spans]
    for number, unit in enumerate(query.wanted):
        for at in _places(unit, words, names):
            marks[at].add(number)
    hits = [at for at, mark in enumerate(marks) if mark]
    if not hits:
        return None
    first = max(hits, key=lambda at: (len(_within(marks, at)), -at))
    begin = max(0, first - AROUND)
    end = min(len(spans), begin + LONGEST)
    return Passage(pieces(text, spans[begin:end], marks[begin:end]), len(_within(marks, first)), len(hits))


def _within(marks: list[set[int]], at: int) -> set[int]:
    return set().union(*marks[at : at + LONGEST - AROUND])


def _places(unit: Unit, words: list[list[str]], names: set[str]) -> list[int]:
    match unit:
        case Phrase(wanted):
            flat = [(word, at) for at, those in enumerate(words) for word in those]
            size = len(wanted)
            starts = [
                at for at in range(len(flat) - size + 1) if tuple(word for word, _ in flat[at : at + size]) == wanted
            ]
            return [flat[at + step][1] for at in starts for step in range(size)]
        case Beginning(letters):
            return [at for at, those in enumerate(words) if any(word.startswith(letters) for word in those)]
        case Word(asked):
            return [
                at
                for at, those in enumerate(words)
                if any(_answers(asked, f"@{word}" if word in names else word) for word in those)
            ]


def pieces(text: str, spans: Sequence[tuple[int, int]], marks: Sequence[Collection[object]]) -> tuple[Piece, ...]:
    """The text between the first and the last word; what has a mark is a hit, ends in the middle are shown by dots."""
    begin, end = spans[0][0], spans[-1][1]
    if not text[end:].strip(" \n.!?,;:\"'”’)"):
        end = len(text.rstrip())
    found: list[Piece] = [("… ", False)] if text[:begin].strip() else []
    at = begin
    for (start, stop), mark in zip(spans, marks, strict=True):
        if mark:
            found += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    found.append((text[at:end], False))
    if end < len(text.rstrip()):
        found.append((" …", False))
    return tuple(piece for piece in found if piece[0])


def tells(query: Query, field: Field, text: str) -> bool:
    """Whether anything of the query is in a text that is not shown, as the name of somebody."""
    entries = item("", "", field, text).words
    return any(
        _places(unit, [[entry.removeprefix("@")] for entry in entries], {e[1:] for e in entries if e[0] == "@"})
        for unit in query.wanted
    )
