"""Which sources a text cites, as work and place. Whoever knows the names of the works does the reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from helpdesk.library.standing import Key


@dataclass(frozen=True)
class Cite:
    """One citation in a text: the work, the place in it, and the words in which it stands there."""

    code: str
    place: str
    words: str


class Finder(Protocol):
    """Gives the citations in the order of the text; what is not certain is left out."""

    def __call__(self, text: str) -> Iterable[Cite]: ...


def _nobody(text: str) -> Iterable[Cite]:
    return ()


_finders: list[Finder] = [_nobody]


def read_with(finder: Finder) -> Finder:
    """From now on this one reads; the one before comes back, so that a test can put it back."""
    before, _finders[0] = _finders[0], finder
    return before


def cited_in(text: str, language: str = "nl", *, with_works: bool = False) -> dict[Key, Cite]:
    """Each article that the text cites, once, as it is named first."""
    found: dict[Key, Cite] = {}
    for cite in _finders[0](text):
        found.setdefault(Key.of(cite.code, cite.place, language), cite)
    return found
