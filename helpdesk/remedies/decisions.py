"""The kinds of decision as data: what each is called, from which day the law counts, and what can be done."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "data" / "decisions.toml"


@dataclass(frozen=True)
class Line:
    """One sentence of law with its article, where that was read and how sure we are. `who`: for whom; empty is all."""

    says: str
    law: str
    source: str
    confidence: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A row of the list of terms, and under which condition it holds.

    `counts` is empty, `other-day` when the law counts from a day that was not asked, or `not-this` when the row does
    not give the length for this decision.
    """

    term: str
    when: str = ""
    counts: str = ""


@dataclass(frozen=True)
class Remedy:
    """One thing that can be done. `at` and `help` are ids of institutions; `no_day` says why there is no last day."""

    name: str
    who: tuple[str, ...]
    where: str
    readings: tuple[Reading, ...]
    enclose: tuple[str, ...]
    help: tuple[str, ...]
    lines: tuple[Line, ...]
    at: tuple[str, ...] = ()
    closed: str = ""
    choose: str = ""
    no_day: str = ""


@dataclass(frozen=True)
class Decision:
    """One kind of letter or ruling. `by_claim`: the day of the claim may decide which rules hold."""

    id: str
    name: str
    by: tuple[str, ...]
    ways: tuple[str, ...]
    public: str
    lines: tuple[Line, ...]
    impossible: tuple[Line, ...]
    remedies: tuple[Remedy, ...]
    by_claim: bool = False


def decisions() -> tuple[Decision, ...]:
    """All kinds, in the order of the file."""
    return _read()[0]


def decision(decision_id: str) -> Decision:
    """The kind with this id; KeyError when there is none."""
    return {one.id: one for one in decisions()}[decision_id]


def checked_on() -> date:
    """The day on which somebody last held these facts against their sources."""
    return _read()[1]


@cache
def _read() -> tuple[tuple[Decision, ...], date]:
    data = tomllib.loads(_FILE.read_text("utf-8"))
    sources = data["sources"]
    shared = {name: _line(row, sources) for name, row in data["shared"].items()}
    return tuple(_decision(row, shared, sources) for row in data["decision"]), data["checked_on"]


def _decision(row: Mapping[str, Any], shared: Mapping[str, Line], sources: Mapping[str, str]) -> Decision:
    return Decision(
        row["id"],
        row["name"],
        tuple(row["by"]),
        tuple(row["ways"]),
        row["public"],
        tuple(shared[name] for name in row["lines"]),
        tuple(_line(one, sources) for one in row["impossible"]),
        tuple(_remedy(one, shared, sources) for one in row["remedy"]),
        row.get("by_claim", False),
    )


def _remedy(row: Mapping[str, Any], shared: Mapping[str, Line], sources: Mapping[str, str]) -> Remedy:
    readings = [Reading(**one) for one in row.get("reading", [])] + [Reading(one) for one in row.get("terms", [])]
    lines = [_line(one, sources) for one in row.get("lines", [])]
    return Remedy(
        row["name"],
        tuple(row["who"]),
        row["where"],
        tuple(readings),
        tuple(row["enclose"]),
        tuple(row["help"]),
        (*lines, *(shared[name] for name in row.get("shared", []))),
        tuple(row.get("at", ())),
        **{name: row[name] for name in ("closed", "choose", "no_day") if name in row},
    )


def _line(row: Mapping[str, Any], sources: Mapping[str, str]) -> Line:
    return Line(row["says"], row["law"], sources[row["source"]], row["confidence"], tuple(row.get("who", ())))
