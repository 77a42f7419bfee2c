"""Which sources a text cites, as work and place: what the reader of citations finds and the library can keep."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from helpdesk.library.citations import Citation, Ecli, Law, Names, UnDocument, find, known_names
from helpdesk.library.citations.resolve import names_with_works
from helpdesk.library.standing import Key

# Without one of these there is no citation in a text: most messages are not read any further.
_HINT = re.compile(r"\bart(?:\.|t\.|ikel)|ECLI:|/C/|jci|§|\bpar\.", re.IGNORECASE)


@dataclass(frozen=True)
class Cite:
    """One citation in a text: the work, the place in it, and the words in which it stands there."""

    code: str
    place: str
    words: str


Finder = Callable[[str, Names], Iterable[Cite]]


def by_names(text: str, names: Names) -> Iterator[Cite]:
    """The citations in the order of the text; a law as a whole, and what has no place of its own here, are left out."""
    for found in find(text, names=names):
        for citation in found.citations:
            if at := place_of(citation):
                yield Cite(*at, text[found.start : found.end])


_finders: list[Finder] = [by_names]


def read_with(finder: Finder) -> Finder:
    """From now on this one reads; the one before comes back, so that a test can put it back."""
    before, _finders[0] = _finders[0], finder
    return before


def cited_in(text: str, language: str = "nl", *, with_works: bool = False) -> dict[Key, Cite]:
    """Each article that the text cites, once, as it is named first.

    Args:
        text: running text, of whatever length. Only its lines with something of a citation in them are read.
        language: of the version that counts.
        with_works: also by the names of the works in the library, which asks the database once.
    """
    lines = "\n".join(line for line in text.splitlines() if _HINT.search(line))
    if not lines:
        return {}
    found: dict[Key, Cite] = {}
    for cite in _finders[0](lines, names_with_works() if with_works else known_names()):
        found.setdefault(Key.of(cite.code, cite.place, language), cite)
    return found


def place_of(citation: Citation) -> tuple[str, str] | None:
    """The code of the work and the address in it; none for a law as a whole and for what the library does not keep."""
    match citation:
        case Law() if citation.work and citation.article:
            return citation.work, citation.address
        case Ecli():
            return citation.code, f"rov={citation.pinpoint}" if citation.pinpoint else ""
        case UnDocument():
            return citation.symbol, f"par={citation.pinpoint}" if citation.pinpoint else ""
    return None
