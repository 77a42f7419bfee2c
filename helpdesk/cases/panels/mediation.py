"""Mediations as the case knows them: a line each, kept in its summary by the room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.lib import clock


@dataclass(frozen=True)
class Mediated:
    """One line: about what, where it stands, and the next day with what is due then."""

    id: str
    about: str
    state: str
    ended: bool
    on: date | None
    next: str
    late: bool


def mediated(summary: Mapping[str, Any]) -> list[Mediated]:
    """Those that run first, as they were kept."""
    return [_line(one) for one in summary.get("mediations") or ()]


def _line(one: Mapping[str, Any]) -> Mediated:
    on = date.fromisoformat(one["on"]) if one.get("on") else None
    late = on is not None and on < clock.today()
    words = str(one.get("late" if late else "next") or "")
    return Mediated(str(one["id"]), str(one["about"]), str(one["state"]), bool(one["ended"]), on, words, late)
