"""Lawyers with a place at this case: a line each, kept in its summary by the room above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.lib import clock


@dataclass(frozen=True)
class Lawyer:
    """One line: who, until when, how much was laid ready, whether it is over, and whether she answered anew."""

    id: str
    name: str
    until: date
    shares: int
    ended: bool
    news: bool


def lawyers(summary: Mapping[str, Any], said: Iterable[Mapping[str, Any]]) -> list[Lawyer]:
    """Those with an open place first, as they were kept. `said`: all messages of the case, some of them hers."""
    times = Counter(one.get("counsel") for one in said if one["by"] == "party")
    return [_line(one, times[one["id"]]) for one in summary.get("counsel") or ()]


def _line(one: Mapping[str, Any], times: int) -> Lawyer:
    until = date.fromisoformat(one["until"])
    over = one["ended"] or until < clock.today()
    return Lawyer(one["id"], one["name"], until, one["shares"], over, times > one.get("seen", 0))
