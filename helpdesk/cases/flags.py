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


def flag_of(summary: Mapping[str, Any]) -> Flag | None:
    """The mark of today. After its day there is none, without anybody doing anything."""
    kept = summary.get("flag")
    if not kept or (until := date.fromisoformat(kept["until"])) < clock.today():
        return None
    return Flag(KINDS[kept["kind"]], kept["reason"], until)
