"""One citation that somebody typed: read whole, or refused with a sentence that says what is wrong."""

from __future__ import annotations

import re
import unicodedata

from helpdesk.library.citations.articles import articles_at
from helpdesk.library.citations.joints import joint
from helpdesk.library.citations.kinds import Citation, Law, Ljn, NotACitation
from helpdesk.library.citations.law_after import Reading, law_at
from helpdesk.library.citations.mistakes import what_is_wrong
from helpdesk.library.citations.names import Names, known_names
from helpdesk.library.citations.signs import signs_in
from helpdesk.library.citations.tokens import Tokens

_OLD_NUMBER = re.compile(r"[A-Z]{2}\d{4}")
LONGEST = 2_000  # signs: nobody types a longer citation


def parse(text: str, *, names: Names | None = None) -> Citation:
    """The one citation that `text` is.

    Raises NotACitation, with the reason in Dutch, when it is none, more than one, or not all of the text.
    """
    citations = parse_all(text, names=names)
    if len(citations) > 1:
        raise NotACitation(f"Hier staan {len(citations)} verwijzingen. Schrijf ze een voor een.")
    return citations[0]


def parse_all(text: str, *, names: Names | None = None) -> tuple[Citation, ...]:
    """The citations of a list that `text` is as a whole: “art. 3 IVRK, art. 8 EVRM”.

    Raises NotACitation as `parse` does.
    """
    names = names or known_names()
    text = " ".join(unicodedata.normalize("NFC", text).split())
    if not text or len(text) > LONGEST:
        raise NotACitation("Schrijf hier één verwijzing, bijvoorbeeld: art. 3 lid 1 IVRK.")
    if _OLD_NUMBER.fullmatch(text):
        return (Ljn(text),)
    for sign in signs_in(text):
        if (sign.start, sign.end) == (0, len(text)):
            return sign.citations
    citations = _laws(Tokens(text), Reading(names))
    if not citations:
        raise NotACitation(what_is_wrong(text, names))
    return citations


def _laws(tokens: Tokens, reading: Reading) -> tuple[Citation, ...]:
    """The laws of a text that is nothing but laws; none when anything is left over or a law is not known."""
    citations: list[Citation] = []
    place = 0
    while place < len(tokens):
        found, end = articles_at(tokens, place, reading)
        for one in found:
            citations.extend(one.citations)
        if not found:
            named = law_at(tokens, place, reading)
            if named is None:
                return ()
            citations.append(named.law)
            end = named.end
        how, place = joint(tokens, end)
        if (how is None) != (place >= len(tokens)):
            return ()
    whole = all(isinstance(one, Law) and one.work for one in citations)
    return tuple(citations) if whole else ()
