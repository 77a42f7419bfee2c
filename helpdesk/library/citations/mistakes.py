"""What is wrong with a citation that could not be read, in a sentence that helps to write it well."""

from __future__ import annotations

import re

from helpdesk.library.citations.articles import articles_at
from helpdesk.library.citations.kinds import Law
from helpdesk.library.citations.law_after import Reading
from helpdesk.library.citations.names import Names
from helpdesk.library.citations.signs import signs_in
from helpdesk.library.citations.tokens import Tokens

_UNKNOWN = "Dit herkennen we niet als verwijzing. Schrijf bijvoorbeeld: art. 3 lid 1 IVRK, of ECLI:NL:HR:2012:BW5328."
_LID_FIRST = re.compile(r"(?:lid \d|\w+ lid\b).*\bart", re.IGNORECASE)
_LID_ALONE = re.compile(r"\blid\b(?! \d)", re.IGNORECASE)
_UN_BODY = re.compile(r"(?:CRC|CCPR|CEDAW|CERD|CAT|CRPD|CMW|CED|A/RES|E/C\.12)\b")


def what_is_wrong(text: str, names: Names) -> str:
    """The reason, in Dutch. Never says what was meant: that would be a guess."""
    low = text.casefold()
    for begin, reason in _REASONS:
        if low.startswith(begin):
            return reason(text)
    if _UN_BODY.match(text):
        return "Een VN-stuk staat met schuine strepen en cijfers: CRC/C/GC/14."
    if " v. " in text:
        return "Bij een uitspraak van het EHRM in het Engels hoort het zaaknummer: Naam v. Land, no. 27396/06."
    return _law(text, names)


def _law(text: str, names: Names) -> str:
    if _LID_FIRST.match(text):
        return "Schrijf eerst het artikel en dan het lid: art. 12 lid 2 IVRK."
    tokens = Tokens(text)
    found, end = articles_at(tokens, 0, Reading(names))
    if not found:
        return _more_than_that(text)
    if _LID_ALONE.search(text) and "e lid" not in text.casefold():
        return "Achter ‘lid’ hoort een nummer: art. 3 lid 1 IVRK."
    law = found[-1].citations[-1]
    if isinstance(law, Law) and not law.work and end < len(tokens):
        return f"De wet ‘{text[tokens[end].start :]}’ kennen we niet. Schrijf de naam van de wet voluit."
    if isinstance(law, Law) and not law.work:
        return _which_law(law)
    return f"Tot ‘{text[: found[-1].end]}’ is het een verwijzing, maar wat erachter staat begrijpen we niet."


def _which_law(law: Law) -> str:
    if law.name:
        return (
            f"Van ‘{law.name}’ weten we niet zeker welke wet het is. Schrijf de naam voluit, met het boek of het jaar."
        )
    return "Er staat niet bij in welke wet dit staat. Schrijf bijvoorbeeld: art. 3 IVRK."


def _more_than_that(text: str) -> str:
    signs = signs_in(text)
    if signs:
        return (
            f"‘{text[signs[0].start : signs[0].end]}’ is een verwijzing, maar er staat meer bij dat er niet bij hoort."
        )
    return _UNKNOWN


def _ecli(text: str) -> str:
    parts = text.split(":")
    if " " in text.split(" r.o.")[0].split(" rov")[0]:
        return "In een ECLI staat geen spatie, en er staat niets achter."
    if len(parts) < 5:
        return "Een ECLI heeft vijf delen met dubbele punten ertussen: ECLI:NL:HR:2012:BW5328."
    if len(parts) > 5:
        return "Een ECLI heeft vijf delen; hier staan er meer."
    if not re.fullmatch(r"\d{4}", parts[3]):
        return "Het vierde deel van een ECLI is een jaartal van vier cijfers."
    if not re.fullmatch(r"[A-Za-z]{2}", parts[1]):
        return "Het tweede deel van een ECLI is een land in twee letters, bijvoorbeeld NL."
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,6}", parts[2]):
        return "Het derde deel van een ECLI is de rechter: een letter en hoogstens zes letters of cijfers erachter."
    return "Het laatste deel van een ECLI is een nummer van hoogstens 25 tekens, en er staat niets achter."


def _jci(text: str) -> str:
    code = re.match(r"jci1\.\d+:[cv]:([^&]*)", text, re.IGNORECASE)
    if not code:
        return "Een JuriConnect-verwijzing begint met jci1.3:c: en het BWB-nummer."
    if not re.fullmatch(r"BWB[RV]\d{7}", code[1]):
        return "Het BWB-nummer is BWBR of BWBV met zeven cijfers; wat daarachter komt begint met &."
    return "Achter het BWB-nummer komen delen als &artikel=3, en dagen als &g=2026-09-01."


_REASONS = (
    ("ecli", _ecli),
    ("jci", _jci),
    (
        "kamerstuk",
        lambda _: (
            "Schrijf een Kamerstuk zo: Kamerstukken II 2025/26, 36871, nr. 4. De kamer en het vergaderjaar horen erbij."
        ),
    ),
    ("stb", lambda _: "Schrijf het Staatsblad zo: Stb. 2014, 105."),
    ("stcrt", lambda _: "Schrijf de Staatscourant zo: Stcrt. 2016, 58653."),
    ("trb", lambda _: "Schrijf het Tractatenblad zo: Trb. 1990, 46."),
    (
        "ehrm",
        lambda _: "Schrijf een uitspraak van het EHRM zo: EHRM 29 juni 2012, 27396/06, met een schuine streep.",
    ),
    ("ljn", lambda _: "Een LJN is twee letters en vier cijfers: BW5328."),
)
