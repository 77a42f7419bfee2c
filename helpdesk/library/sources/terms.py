"""A text as terms: the stem of each word, and the parts of a compound for half. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from helpdesk.search.compounds import parts_of
from helpdesk.search.words import FORM as WORDS_FORM
from helpdesk.search.words import REMEMBERED, stem, words_of

FORM = 10 * WORDS_FORM + 1  # raise it when the same text gives other terms: everything stored is then built anew
WHOLE, PARTLY = 2, 1
LARGEST = 255  # of a term in one text; more often says nothing more
DATA = Path(__file__).resolve().parents[1] / "data"


@lru_cache(REMEMBERED)
def terms_of(word: str) -> tuple[tuple[str, int], ...]:
    """The terms of a word as `words_of` gives it, each with how much it counts."""
    whole, parts = stem(word), parts_of(word)
    found = dict.fromkeys(parts, PARTLY) if len(parts) > 1 else {}
    return tuple({**found, whole: WHOLE}.items())


def counted(text: str) -> tuple[Counter[str], int]:
    """How often each term is in a text, weighted, and how many words the text has."""
    words, found = words_of(text), Counter[str]()
    for word in words:
        found.update(dict(terms_of(word)))
    return found, len(words)


def weighed(words: Iterable[str], weight: float = 1.0) -> dict[str, float]:
    """Asked words as terms with their weight; a term that is asked twice weighs twice."""
    found: dict[str, float] = {}
    for word in words:
        for term, grade in terms_of(word):
            found[term] = found.get(term, 0.0) + weight * grade / WHOLE
    return found


def telling(text: str) -> list[str]:
    """The words of a question without the small ones; all of them when there is nothing else."""
    words = words_of(text)
    return [word for word in words if word not in small_words()] or words


@cache
def small_words() -> frozenset[str]:
    """Words that stand in every question and say nothing of what it is about."""
    return frozenset((DATA / "small_words.txt").read_text("utf-8").split())
