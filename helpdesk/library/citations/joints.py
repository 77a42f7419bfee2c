"""What stands between two references of one list: a comma, a word that joins, a word that spans."""

from __future__ import annotations

from enum import Enum

from helpdesk.library.citations.tokens import Tokens, words


class Joint(Enum):
    """How two pieces of a list hang together."""

    COMMA = ","
    AND = "en"
    SPAN = "tot en met"


_SPANS = (("tot", "en", "met"), ("t", "/", "m"))
_DASHES = frozenset("-–—")
_ANDS = (
    ("en", "/", "of"),
    ("dan", "wel"),
    ("en", "met"),
    ("in", "samenhang", "met"),
    ("jo", "."),
    *((word,) for word in words("en of onderscheidenlijk respectievelijk alsmede alsook evenals juncto jo noch")),
)


def joint(tokens: Tokens, place: int) -> tuple[Joint | None, int]:
    """What joins here, and the place behind it. A comma before a word that joins belongs to it."""
    if end := tokens.first_of(place, _SPANS):
        return Joint.SPAN, end
    dash = tokens[place]
    if dash.text in _DASHES and tokens[place - 1].is_number and tokens[place + 1].is_number:
        return Joint.SPAN, place + 1
    comma = dash.text in (",", ";")
    if end := tokens.first_of(place + comma, _ANDS):
        return Joint.AND, end
    return (Joint.COMMA, place + 1) if comma and dash.text == "," else (None, place)


def is_dash(tokens: Tokens, place: int) -> bool:
    """Whether a range is written with a dash here: “1-4”."""
    return tokens[place].text in _DASHES
