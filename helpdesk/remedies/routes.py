"""The routes of complaint: who decides, for what, within which term, how sure we are, and what to enclose."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "data" / "routes.toml"


@dataclass(frozen=True)
class Rule:
    """One rule in plain words. `rule` is its row in the list of terms; `confidence` as that list says it."""

    rule: str
    says: str
    law: str
    source: str
    confidence: str


@dataclass(frozen=True)
class Route:
    """One way to complain. `bodies` and `helper` are ids of institutions; `addressee` has a place for the body."""

    id: str
    name: str
    addressee: str
    for_what: str
    who: str
    bodies: tuple[str, ...]
    helper: str
    enclose: tuple[str, ...]
    rules: tuple[Rule, ...]


@cache
def _read() -> tuple[tuple[Route, ...], date]:
    data = tomllib.loads(_FILE.read_text("utf-8"))
    routes = []
    for row in data["route"]:
        lists: dict[str, Any] = {name: tuple(row.pop(name)) for name in ("bodies", "enclose")}
        lists["rules"] = tuple(Rule(**rule) for rule in row.pop("rule"))
        routes.append(Route(**lists, **row))
    return tuple(routes), data["checked_on"]


def routes() -> tuple[Route, ...]:
    """All routes, the most usual one first."""
    return _read()[0]


def checked_on() -> date:
    """The day on which somebody last held these routes against their sources."""
    return _read()[1]


def route(route_id: str) -> Route:
    """One route.

    Raises:
        KeyError: there is none of this id.
    """
    return {one.id: one for one in routes()}[route_id]
