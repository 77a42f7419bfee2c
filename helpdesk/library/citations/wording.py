"""A citation in words: as the Leidraad shortens it, written out, as JuriConnect, and as a child would hear it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from helpdesk.library.citations.dates import in_words
from helpdesk.library.citations.kinds import (
    DUTCH_COURTS,
    Citation,
    Ecli,
    EuropeanCourt,
    Journal,
    Kamerstuk,
    Law,
    Ljn,
    NoSuchForm,
    Part,
    UnDocument,
)
from helpdesk.library.citations.names import Name, Names, known_names, the
from helpdesk.library.citations.numbers import ORDINAL_WORDS
from helpdesk.library.citations.plain_words import in_plain_words


class Style(Enum):
    """How a citation is written."""

    SHORT = "short"  # art. 3 lid 1 IVRK: Leidraad voor juridische auteurs
    LONG = "long"  # artikel 3, eerste lid, van het Verdrag …
    JCI = "jci"  # jci1.3:c:BWBV0002508&artikel=3&lid=1
    PLAIN = "plain"  # artikel 3, lid 1, van het Kinderrechtenverdrag


_HEADINGS = {"titeldeel": "titel", "sub-paragraaf": "subparagraaf"}


def to_text(citation: Citation, style: Style = Style.SHORT, *, names: Names | None = None) -> str:
    """The citation in that style.

    Raises NoSuchForm when there is none: only what lies in the national databank has a JuriConnect line.
    """
    if isinstance(citation, Law):
        law_names = names or known_names()
        return _LAWS[style](citation, law_names.of_code(citation.work))
    if style is Style.JCI:
        raise NoSuchForm(
            "Alleen wetten, besluiten en verdragen uit de nationale databank hebben een JuriConnect-verwijzing."
        )
    return in_plain_words(citation) if style is Style.PLAIN else _fixed(citation)


def _fixed(citation: Citation) -> str:
    """The one form of what is no law."""
    match citation:
        case Ecli():
            court = DUTCH_COURTS.get(citation.court, "") if citation.country == "NL" else ""
            before = f"{court} {in_words(citation.day)}, " if court and citation.day else ""
            return f"{before}{citation.code}" + (f", rov. {citation.pinpoint}" if citation.pinpoint else "")
        case Ljn():
            return f"LJN {citation.number}"
        case EuropeanCourt(day=None):
            chamber = f" [{citation.chamber}]" if citation.chamber else ""
            return f"{citation.parties}{chamber}, no. {citation.application}"
        case EuropeanCourt():
            assert citation.day  # noqa: S101 - for the type checker
            parties = f" ({citation.parties})" if citation.parties else ""
            return f"EHRM {in_words(citation.day)}, {citation.application}{parties}"
        case UnDocument():
            return citation.symbol + (f", par. {citation.pinpoint}" if citation.pinpoint else "")
        case Journal():
            return f"{citation.journal} {citation.year}, {citation.number}"
        case Kamerstuk():
            number = f"nr. {citation.number}" if citation.number[0].isdigit() else citation.number
            return f"Kamerstukken {citation.chamber} {citation.session}, {citation.file}, {number}"
    raise NoSuchForm("Deze soort verwijzing kennen we niet.")


def _short(law: Law, name: Name | None) -> str:
    cited = name.cited if name else law.name or law.work
    return " ".join([*(_short_part(part, law, name) for part in _shown(law, name)), cited]).strip()


def _short_part(part: Part, law: Law, name: Name | None) -> str:
    key, value = part[0], part[1].replace("_", " ")
    if key == "artikel":
        book = _book(law, name)
        return f"art. {book}:{value}" if book else f"art. {value}"
    if key == "zin":
        return f"{_ordinal(value)} volzin"
    return f"{'onder' if key == 'o' else _heading(key)} {value}"


def _long(law: Law, name: Name | None) -> str:
    full = name.full if name else law.name or law.work
    return _written_out(law, name, full, _long_part)


def _plain(law: Law, name: Name | None) -> str:
    full = (name.plain or name.full) if name else law.name or law.work
    return _written_out(law, name, full, _plain_part)


def _written_out(law: Law, name: Name | None, full: str, wording: Callable[[Part], str]) -> str:
    parts = [wording(part) for part in _shown(law, name)]
    book = _book(law, name)
    if book:
        full = f"Boek {book} van {the(full.casefold().split())} {full}"
    if not parts:
        return full
    of = "van" if book else f"van {the(full.casefold().split())}" if full else ""
    comma = "," if len(parts) > 1 else ""
    return f"{', '.join(parts)}{comma} {of} {full}".strip()


def _long_part(part: Part) -> str:
    key, value = part[0], part[1].replace("_", " ")
    if key == "lid" and value.isdecimal() and int(value) in ORDINAL_WORDS:
        return f"{_ordinal(value)} lid"
    return f"{_ordinal(value)} volzin" if key == "zin" else f"{_heading(key)} {value}"


def _plain_part(part: Part) -> str:
    key, value = part[0], part[1].replace("_", " ")
    return f"{_ordinal(value)} zin" if key == "zin" else f"{_heading(key)} {value}"


def _jci(law: Law, name: Name | None) -> str:
    if not law.work.startswith("BWB"):
        raise NoSuchForm("Deze wet staat niet in de nationale databank: er is geen JuriConnect-verwijzing.")
    days = [("z", law.seen), ("g", law.day)]
    pairs = [*law.parts, *((key, day.isoformat()) for key, day in days if day)]
    return f"jci1.3:c:{law.work}" + "".join(f"&{key}={value}" for key, value in pairs)


_LAWS = {Style.SHORT: _short, Style.LONG: _long, Style.JCI: _jci, Style.PLAIN: _plain}


def _shown(law: Law, name: Name | None) -> list[Part]:
    """The parts that are said: headings only when no article is named, a book with the name of the law."""
    parts = [part for part in law.parts if part[0] != "boek" or not _book(law, name)]
    if not law.article:
        return parts[::-1] if parts and parts[0][0] not in ("lid", "o", "zin") else parts
    first = next(index for index, part in enumerate(parts) if part[0] == "artikel")
    return parts[first:]


def _book(law: Law, name: Name | None) -> str:
    return name.book if name else ""


def _heading(key: str) -> str:
    return "onderdeel" if key == "o" else _HEADINGS.get(key, key)


def _ordinal(value: str) -> str:
    return ORDINAL_WORDS.get(int(value), f"{value}e") if value.isdecimal() else value
