"""The list of terms of law as data: how long, from which day, by which rule, from which source, and how sure we are."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "terms.csv"


class Unit(StrEnum):
    """In what a term is expressed."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Start(StrEnum):
    """Which day is the first of the term."""

    DAY_AFTER = "DAY_AFTER"
    FROM_DAY = "FROM_DAY"  # the day itself is day one
    AFTER_OTHER_TERM = "AFTER_OTHER_TERM"  # the day after the last day of another term
    BACKWARD = "BACKWARD"  # back from the day of the event
    SAME_ACT = "SAME_ACT"  # together with another act
    NONE = "NONE"


class Regime(StrEnum):
    """Which rules count."""

    ATW = "ATW"
    CALENDAR = "CAL"
    EU = "EU1182"
    BACKWARD = "BACKWARD"
    HOURS = "HOURS"
    NONE = "NONE"


@dataclass(frozen=True)
class Term:
    """One row. Texts as in the list; `confidence` is verified, knowledge or uncertain."""

    id: str
    group: str
    name: str
    kind: str
    who: str
    trigger: str
    length: int
    unit: Unit | None
    start: Start
    regime: Regime
    by_post: str
    extension: str
    exceptions: str
    law: str
    article: str
    jci: str
    source: str
    confidence: str
    since: date | None
    until: date | None
    note: str

    def holds_on(self, day: date) -> bool:
        """Whether this row was the law on that day. Without days in the list: yes."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def of_liberty(self) -> bool:
        """Whether somebody is locked up: then no day is ever added (Algemene termijnenwet art. 4; our own caution)."""
        return self.group in _LOCKED_UP or self.id in _DETENTION


# Custody, detention and closed youth care: how far art. 4 reaches there is uncertain, so for safety no day is added.
_LOCKED_UP = frozenset({"gesloten jeugdhulp", "jeugdinrichting"})
_DETENTION = frozenset({"VW-10", "VW-11", "VW-12", "VW-13", "VW-14", "VW-24", "STR-13", "STR-14", "STR-15"})


@cache
def terms() -> tuple[Term, ...]:
    """All rows, in the order of the list."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_term(row) for row in csv.DictReader(file))


@cache
def version() -> str:
    """Which list this is: it stands beside every day that was reckoned from it."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()[:12]


@cache
def _by_id() -> dict[str, Term]:
    return {one.id: one for one in terms()}


def term(term_id: str) -> Term:
    """The row with this id; KeyError when the list has none."""
    return _by_id()[term_id]


def _term(row: dict[str, str]) -> Term:
    return Term(
        id=row["id"],
        group=row["group"],
        name=row["name_nl"],
        kind=row["kind"],
        who=row["who"],
        trigger=row["trigger_nl"],
        length=int(row["length"] or 0),
        unit=Unit(row["unit"]) if row["unit"] else None,
        start=Start(row["start_rule"]),
        regime=Regime(row["regime"]),
        by_post=row["receipt_rule"],
        extension=row["extension_rule"],
        exceptions=row["exceptions"],
        law=row["law"],
        article=row["article"],
        jci=row["jci"],
        source=row["source_read"],
        confidence=row["confidence"],
        since=_day(row["valid_from"]),
        until=_day(row["valid_until"]),
        note=row["note"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
