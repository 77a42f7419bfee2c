"""Abusive or very frequent contact: a mark with an end, sealed in the summary. It warns, and blocks nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings

from helpdesk.lib import clock

KINDS = {"abusive": "Scheldt of dreigt", "repeat": "Neemt heel vaak contact op"}


@dataclass(frozen=True)
class Flag:
    """What stands on the case until a day."""

    label: str
    reason: str
    until: date


def last_day() -> date:
    """The latest day on which a mark may end; the number of days is a setting."""
    return clock.today() + timedelta(days=settings.FLAG_DAYS)


def kept_flags(summary: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The marks of today as they are kept, by the id of a participant; "" is whoever else asks about this case.

    After its day there is none, without anybody doing anything.
    """
    kept: dict[str, dict[str, Any]] = {**(summary.get("flags") or {})}
    return {party: one for party, one in kept.items() if date.fromisoformat(one["until"]) >= clock.today()}


def flag_of(summary: Mapping[str, Any], party: object = "") -> Flag | None:
    """The mark of today about this participant."""
    one = kept_flags(summary).get(str(party))
    return Flag(KINDS[one["kind"]], one["reason"], date.fromisoformat(one["until"])) if one else None
