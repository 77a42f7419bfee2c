"""What stands on a report in our own words: one table per language, found by a dotted key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
DUTCH = "nl"
LANGUAGES = (DUTCH, "en")


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    language: str
    table: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, **values: object) -> str:
        """The words under this key ("facts.none") with their values filled in; KeyError when there are none."""
        group, _, name = key.partition(".")
        said = self.table[group][name]
        return said.format_map(values) if values else said

    def named(self, group: str, name: str, otherwise: str = "") -> str:
        """One of a group, by a name that comes from the report itself: what is unknown there is `otherwise`."""
        found = self.table[group]
        return found.get(name, found.get(otherwise, ""))

    def day(self, day: date | None) -> str:
        """2 oktober 2026; nothing when there is no day."""
        return f"{day.day} {self.table['months'][str(day.month)]} {day.year}" if day else ""


@cache
def words_in(language: str) -> Words:
    """The words of this language; Dutch ones when we have none of it."""
    known = language if language in LANGUAGES else DUTCH
    return Words(known, tomllib.loads((DATA / f"paper.{known}.toml").read_text("utf-8")))
