"""Reports as lists and the case page know them: a line each, kept in the summary of the case by the room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

LABELS = {
    "draft": "in de maak",
    "reading": "bij de tweede lezer",
    "signed": "getekend",
    "withdrawn": "ingetrokken",
}


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
    return ReportLine(**words, writers=tuple(kept["writers"]), outcome=kept.get("outcome", ""))
