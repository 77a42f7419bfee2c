"""All references in a running text, with their places."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helpdesk.library.citations.articles import articles_at
from helpdesk.library.citations.kinds import Found, Law
from helpdesk.library.citations.law_after import Reading, law_at
from helpdesk.library.citations.names import Names, known_names
from helpdesk.library.citations.signs import signs_in
from helpdesk.library.citations.tokens import Tokens

_A_NAME = 8  # letters: shorter names are words of ordinary Dutch too often to be a reference by themselves


def find(
    text: str, *, context_work: str | None = None, day: date | None = None, names: Names | None = None
) -> list[Found]:
    """The references in `text`, in order and without overlap.

    `context_work` is the code of the law whose own text this is: an article without a law then is its own. `day` is the
    day on which the text was in force or written; it is set on what names no day. What is not certain is not found:
    “het tweede lid” by itself points nowhere.
    """
    names = names or known_names()
    signs = signs_in(text)
    laws = _laws(text, context_work, names, taken={place for sign in signs for place in range(sign.start, sign.end)})
    return [_on(found, day) for found in sorted([*signs, *laws], key=lambda found: found.start)]


def _laws(text: str, context_work: str | None, names: Names, taken: set[int]) -> Iterable[Found]:
    tokens, reading = Tokens(text), Reading(names, _own(context_work, names))
    place = 0
    while place < len(tokens):
        if tokens[place].start in taken:
            place += 1
            continue
        found, end = articles_at(tokens, place, reading)
        if end == place:  # a list of headings that mean nothing here is passed over whole
            found, end = _bare_name(tokens, place, reading)
        yield from found
        place = max(end, place + 1)


def _own(context_work: str | None, names: Names) -> Law | None:
    if not context_work:
        return None
    name = names.of_code(context_work)
    return Law(context_work, name.cited if name else "")


def _bare_name(tokens: Tokens, place: int, reading: Reading) -> tuple[list[Found], int]:
    """A whole law: its name written out, with a capital. Abbreviations by themselves are left alone."""
    if not tokens[place].text[:1].isupper():
        return [], place
    named = law_at(tokens, place, reading)
    if tokens.reads(place - 3, ("protocol", "bij", "het")):
        return [], named.end if named else place  # a protocol to a treaty is another treaty
    if named is None or not (named.law.work and tokens[named.end - 1].end - tokens[place].start >= _A_NAME):
        return [], place
    reading.last = named.law
    return [Found(tokens[place].start, tokens[named.end - 1].end, (named.law,))], named.end


def _on(found: Found, day: date | None) -> Found:
    if day is None:
        return found
    citations = tuple(one.on(day) if isinstance(one, Law) else one for one in found.citations)
    return Found(found.start, found.end, citations)
