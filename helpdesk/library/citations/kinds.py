"""What a citation can be: a place in a law, a judgment, a paper of the United Nations or of parliament, a journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

Part = tuple[str, str]  # ("artikel", "6:7"), ("lid", "1"), ("o", "a"), ("zin", "2"): the words of JuriConnect
PLACE = ("artikel", "lid", "o", "zin")  # from the article down: what the address of a passage is made of


def joined(parts: Iterable[Part]) -> str:
    """The parts as an address of the library; there “2°” is 2."""
    return "&".join(f"{key}={value.rstrip('°')}" for key, value in parts)


class NotACitation(ValueError):
    """This is no citation that we can read. The message says in Dutch what is wrong with it."""


class NoSuchForm(ValueError):
    """This citation cannot be written in that form; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True)
class Law:
    """A place in a law, decree or treaty; without parts the whole of it.

    `work` is the code (`BWBR0005537`), empty when the name is in no list or none was written. `name` is how the law is
    cited (`Awb`). `day` is the day on which it was in force, `seen` the day on which somebody looked.
    """

    work: str = ""
    name: str = ""
    parts: tuple[Part, ...] = ()
    day: date | None = None
    seen: date | None = None

    @property
    def article(self) -> str:
        """The number of the article, or nothing."""
        return dict(self.parts).get("artikel", "")

    @property
    def book(self) -> str:
        """The number of the book, or nothing."""
        return dict(self.parts).get("boek", "")

    @property
    def address(self) -> str:
        """The place as the library keeps it: from the article down, or the headings when there is no article."""
        if not self.article:
            return joined(part for part in self.parts if part[0] != "boek")
        first = next(index for index, (key, _) in enumerate(self.parts) if key == "artikel")
        return joined(self.parts[first:])

    def on(self, day: date | None) -> Law:
        """The same place on that day; a day of its own goes before."""
        return replace(self, day=self.day or day)


@dataclass(frozen=True, slots=True)
class Ecli:
    """A judgment by its European number, with the day and the consideration when those were written."""

    country: str
    court: str
    year: str
    number: str
    day: date | None = None
    pinpoint: str = ""

    @property
    def code(self) -> str:
        """The number itself, without the consideration."""
        return f"ECLI:{self.country}:{self.court}:{self.year}:{self.number}"

    @property
    def known_court(self) -> bool:
        """Whether we know this court. An unknown one is accepted and shown as such."""
        return self.country != "NL" or self.court in DUTCH_COURTS


@dataclass(frozen=True, slots=True)
class Ljn:
    """An old Dutch number of a judgment. It does not say which court: that is never guessed."""

    number: str


@dataclass(frozen=True, slots=True)
class EuropeanCourt:
    """A judgment of the European Court of Human Rights: by day in Dutch, by its parties in English."""

    application: str
    day: date | None = None
    parties: str = ""
    chamber: str = ""


@dataclass(frozen=True, slots=True)
class UnDocument:
    """A paper of the United Nations by its symbol, with the paragraph when it was written."""

    symbol: str
    pinpoint: str = ""


@dataclass(frozen=True, slots=True)
class Journal:
    """Staatsblad, Staatscourant or Tractatenblad."""

    journal: str
    year: str
    number: str


@dataclass(frozen=True, slots=True)
class Kamerstuk:
    """A paper of parliament: chamber, session, file and number."""

    chamber: str
    session: str
    file: str
    number: str


Citation = Law | Ecli | Ljn | EuropeanCourt | UnDocument | Journal | Kamerstuk


@dataclass(frozen=True, slots=True)
class Found:
    """A reference in running text: `text[start:end]`, and what it points to: more than one where it is a list."""

    start: int
    end: int
    citations: tuple[Citation, ...]


# As the Leidraad voor juridische auteurs shortens them; codes by rechtspraak.nl.
DUTCH_COURTS = {
    "HR": "HR",
    "PHR": "Parket bij de HR",
    "RVS": "ABRvS",
    "CRVB": "CRvB",
    "CBB": "CBb",
    "GHAMS": "Hof Amsterdam",
    "GHARL": "Hof Arnhem-Leeuwarden",
    "GHDHA": "Hof Den Haag",
    "GHSHE": "Hof ’s-Hertogenbosch",
    "RBAMS": "Rb. Amsterdam",
    "RBDHA": "Rb. Den Haag",
    "RBGEL": "Rb. Gelderland",
    "RBLIM": "Rb. Limburg",
    "RBMNE": "Rb. Midden-Nederland",
    "RBNHO": "Rb. Noord-Holland",
    "RBNNE": "Rb. Noord-Nederland",
    "RBOBR": "Rb. Oost-Brabant",
    "RBOVE": "Rb. Overijssel",
    "RBROT": "Rb. Rotterdam",
    "RBZWB": "Rb. Zeeland-West-Brabant",
    "GHSGR": "Hof ’s-Gravenhage",
    "RBSGR": "Rb. ’s-Gravenhage",
}
