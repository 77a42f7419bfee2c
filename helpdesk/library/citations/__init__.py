"""Citations: found in running text, read, written in each form. Pure, but for `resolve`, which knows the library."""

from helpdesk.library.citations.finding import find
from helpdesk.library.citations.kinds import (
    Citation,
    Ecli,
    EuropeanCourt,
    Found,
    Journal,
    Kamerstuk,
    Law,
    Ljn,
    NoSuchForm,
    NotACitation,
    UnDocument,
)
from helpdesk.library.citations.names import Name, Names, known_names
from helpdesk.library.citations.parsing import parse, parse_all
from helpdesk.library.citations.wording import Style, to_text

__all__ = [
    "Citation",
    "Ecli",
    "EuropeanCourt",
    "Found",
    "Journal",
    "Kamerstuk",
    "Law",
    "Ljn",
    "Name",
    "Names",
    "NoSuchForm",
    "NotACitation",
    "Style",
    "UnDocument",
    "find",
    "known_names",
    "parse",
    "parse_all",
    "to_text",
]
