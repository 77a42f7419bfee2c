"""What laws are called: from the list beside this room, and from the works that the library holds."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpdesk.library.citations.tokens import Tokens

_FILE = Path(__file__).parents[1] / "data" / "law_names.csv"
_THE_FORMS = ("besluit", "boek", "verdrag", "handvest", "protocol", "reglement", "statuut", "wetboek")


@dataclass(frozen=True, slots=True)
class Name:
    """A law and its names. `book` is for the one code that lies in pieces. `plain` is what a child would hear."""

    code: str
    name: str
    short: str = ""
    plain: str = ""
    aliases: tuple[str, ...] = ()
    book: str = ""

    @property
    def cited(self) -> str:
        """How it is named in the short form."""
        return self.short or self.name

    @property
    def full(self) -> str:
        """The whole name without the book."""
        return self.name.split(" Boek ")[0]

    @property
    def the(self) -> str:
        """`de` or `het`, which Dutch cannot do without."""
        words = self.full.casefold().split()
        return the(words)


def the(words: list[str]) -> str:
    """The article for the name of a law in small letters: that of the first word which says what sort it is."""
    for word in words:
        if word.endswith(("wet", "regeling", "verordening", "richtlijn", "circulaire", "overeenkomst")):
            return "de"
        if word.endswith(_THE_FORMS):
            return "het"
    return "de"


class Names:
    """Finds the longest name that stands somewhere. Capitals do not count; a name of two laws is not guessed."""

    def __init__(self, rows: Iterable[Name]) -> None:
        self._tree: dict[str, object] = {}
        self._codes: dict[str, Name] = {}
        for row in rows:
            self._codes.setdefault(row.code.casefold(), row)
            for written in {row.code, row.name, row.full, row.short, row.plain, *row.aliases} - {""}:
                self._plant(written, row)
        self.rows = tuple(self._codes.values())

    def _plant(self, written: str, row: Name) -> None:
        here = self._tree
        for token in Tokens(written)._all:
            here = here.setdefault(token.low, {})  # type: ignore[assignment]
        laws: list[Name] = here.setdefault("", [])  # type: ignore[assignment]
        if all(known.code != row.code for known in laws):
            laws.append(row)

    def extended(self, rows: Iterable[Name]) -> Names:
        """These and more; what is in our own list keeps its names."""
        return Names([*self.rows, *rows])

    def of_code(self, code: str) -> Name | None:
        """The law with that code."""
        return self._codes.get(code.casefold())

    def longest(self, tokens: Tokens, place: int) -> tuple[tuple[Name, ...], int]:
        """The laws that the longest name here may mean, and the place behind it; none when no name stands here."""
        here, found, end = self._tree, (), place
        while here := here.get(tokens[place].low) if tokens[place].low else None:  # type: ignore[assignment]
            place += 1
            if laws := here.get(""):
                found, end = tuple(laws), place  # type: ignore[arg-type, assignment]
        return found, end


def chosen(laws: tuple[Name, ...], book: str = "") -> Name | None:
    """The one law that is meant, or None when that is not certain."""
    if book and any(law.book for law in laws):
        laws = tuple(law for law in laws if law.book == book)
    return laws[0] if len(laws) == 1 else None


@cache
def known_names() -> Names:
    """The names of our own list."""
    with _FILE.open(encoding="utf-8", newline="") as rows:
        return Names(
            Name(
                code=row["code"],
                name=row["name"],
                short=row["short"],
                plain=row["plain"],
                aliases=tuple(alias for alias in row["aliases"].split("; ") if alias),
                book=row["book"],
            )
            for row in csv.DictReader(rows)
        )
