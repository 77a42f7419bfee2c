"""The piece of an article that answers a question best, with what answers marked. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from helpdesk.library.sources.terms import terms_of
from helpdesk.search.passage import Piece, pieces
from helpdesk.search.words import words_of

AROUND, LONGEST = 8, 44  # words before the first that answers, and in all
_TOKEN = re.compile(r"[^\W_]+(?:['’](?=s\b)s)?")


class Snippet(NamedTuple):
    """Pieces of text in their order, each with whether it answers, and what all of it is worth."""

    pieces: tuple[Piece, ...]
    worth: float


def snippet(text: str, asked: Mapping[str, float]) -> Snippet:
    """The best run of words; the beginning when nothing answers."""
    spans = [(one.start(), one.end()) for one in _TOKEN.finditer(text)]
    if not spans:
        return Snippet((), 0.0)
    marks = [_answers(text[start:end], asked) for start, end in spans]
    begins = [max(0, at - AROUND) for at, mark in enumerate(marks) if mark] or [0]
    begin = max(begins, key=lambda at: (_worth(marks[at : at + LONGEST]), -at))
    end = min(len(spans), begin + LONGEST)
    return Snippet(pieces(text, spans[begin:end], marks[begin:end]), _worth(marks[begin:end]))


def _answers(word: str, asked: Mapping[str, float]) -> dict[str, float]:
    return {term: asked[term] for one in words_of(word) for term, _ in terms_of(one) if asked.get(term, 0.0) > 0}


def _worth(marks: list[dict[str, float]]) -> float:
    """Each term once."""
    found: dict[str, float] = {}
    for mark in marks:
        found |= mark
    return sum(found.values())
