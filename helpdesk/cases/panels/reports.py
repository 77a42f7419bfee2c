"""Reports as lists and the case page know them: a line each, kept in the summary of the case by the room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from helpdesk.lib import clock

LABELS = {
    "draft": "in de maak",
    "reading": "bij de tweede lezer",
    "signed": "getekend",
    "withdrawn": "ingetrokken",
}
# Whoever asked may have lost the case meanwhile, and then nobody can write here that nothing came of it.
LONGEST = timedelta(hours=1)


@dataclass(frozen=True)
class ReportLine:
    """One line. `writers` are ids of members."""

    id: str
    state: str
    procedure: str
    title: str
    on: date
    started: date
    writers: tuple[str, ...]
    outcome: str = ""
    being_made: bool = False

    @property
    def state_words(self) -> str:
        return LABELS[self.state]

    @property
    def open(self) -> bool:
        return self.state in {"draft", "reading"}


def reports(summary: Mapping[str, Any]) -> list[ReportLine]:
    """The newest first, as they were kept."""
    return [line_of(one) for one in summary.get("reports") or ()]


def line_of(kept: Mapping[str, Any]) -> ReportLine:
    """One line as the room above kept it; days are text there."""
    words: dict[str, Any] = {name: kept[name] for name in ("id", "state", "procedure", "title")}
    words |= {name: date.fromisoformat(kept[name]) for name in ("on", "started")}
    words |= {"writers": tuple(kept["writers"]), "outcome": kept.get("outcome", "")}
    since = kept.get("making", "")
    words["being_made"] = bool(since) and datetime.fromisoformat(since) > clock.now() - LONGEST
    return ReportLine(**words)
