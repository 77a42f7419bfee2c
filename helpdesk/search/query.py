"""The query language, kept small: words, "exact words", begin*, and -without. Nothing typed is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from helpdesk.search.words import words_of

MOST = 12  # words; what comes after is not asked
SHORTEST_BEGINNING = 2
_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:["“”„«](?P<phrase>[^"“”»]*)(?:["“”»]|$)|(?P<word>[^\s"“”„«]+))')


@dataclass(frozen=True)
class Word:
    """In any inflection, as a part of a compound, or as a name that sounds so."""

    word: str


@dataclass(frozen=True)
class Beginning:
    """Every word that begins so."""

    letters: str


@dataclass(frozen=True)
class Phrase:
    """These words next to each other, as they are written."""

    words: tuple[str, ...]


Unit = Word | Beginning | Phrase


@dataclass(frozen=True)
class Query:
    """All of `wanted` must be there and none of `unwanted`."""

    wanted: tuple[Unit, ...] = field(repr=False)
    unwanted: tuple[Unit, ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.wanted)


@cache
def _stop_words() -> frozenset[str]:
    path = Path(__file__).with_name("data") / "stop_words.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


def parse(text: str) -> Query:
    """What somebody typed as a query; false when there is nothing to look for."""
    wanted: list[Unit] = []
    unwanted: list[Unit] = []
    for piece in _PIECE.finditer(text):
        (unwanted if piece["minus"] else wanted).extend(_units(piece))
    return Query(_telling(wanted)[:MOST], tuple(dict.fromkeys(unwanted))[:MOST])


def _units(piece: re.Match[str]) -> Iterable[Unit]:
    if piece["phrase"] is not None:
        words = tuple(words_of(piece["phrase"]))
        return [Phrase(words)] if words else []
    words = tuple(words_of(piece["word"]))
    if words and piece["word"].endswith("*"):
        *before, last = words
        beginning: Unit = Beginning(last) if len(last) >= SHORTEST_BEGINNING else Word(last)
        return [*map(Word, before), beginning]
    if piece["minus"] and len(words) > 1:
        return [Phrase(words)]
    return [Word(word) for word in words]


def _telling(units: list[Unit]) -> tuple[Unit, ...]:
    """Without the small words, that stand in every text; unless there is nothing else."""
    found = tuple(dict.fromkeys(units))
    telling = tuple(one for one in found if not isinstance(one, Word) or one.word not in _stop_words())
    return telling or found
