"""Lawyers with a place at this case: a line each, kept in its summary by the room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.lib import clock


@dataclass(frozen=True)
class Lawyer:
    """One line: who, until when, how much was laid ready, and whether it is over."""

    id: str
    name: str
    until: date
    shares: int
    ended: bool


def lawyers(summary: Mapping[str, Any]) -> list[Lawyer]:
    """Those with an open place first, as they were kept."""
    return [_line(one) for one in summary.get("counsel") or ()]


def _line(one: Mapping[str, Any]) -> Lawyer:
    until = date.fromisoformat(one["until"])
    return Lawyer(one["id"], one["name"], until, one["shares"], one["ended"] or until < clock.today())
