"""A last day and how it came about, ready to be set: reckoned from the list of terms, or written down by hand. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from helpdesk.remedies.answer import safe_day
from helpdesk.remedies.chips import Chip, chip, told
from helpdesk.remedies.reckoning import Reckoned, reckon
from helpdesk.remedies.terms import Term, term, version

Told = Sequence[tuple[str, Chip]]


@dataclass(frozen=True)
class Decision:
    """What the term counts from. `way` is how it was made known; `whom` whom it concerns, as a word and not a name."""

    on: date
    way: str = ""
    whom: str = ""


@dataclass(frozen=True)
class Counted:
    """What is kept of a day, as it was reckoned then: for whoever asks later how we came by it."""

    what: str
    last: date
    safe: date
    said: Mapping[str, Any]

    @property
    def cite(self) -> str:
        """The article of a reckoned day; of one by hand where it stands."""
        row = self.said.get("row")
        return f"{row['law']} {row['article']}".strip() if row else str(self.said.get("source") or "")

    @property
    def chip(self) -> Chip:
        return chip(self.cite, str(self.said["sure"]))

    @property
    def steps(self) -> Told:
        return told(self.said.get("steps") or ())

    @property
    def warnings(self) -> Told:
        return told(self.said.get("warnings") or ())


def from_term(term_id: str, decision: Decision) -> tuple[Counted, Reckoned]:
    """Reckon the last day of a term.

    Raises:
        KeyError: the list has no such term.
        NotReckoned: we may not compute this one; it is written down by hand.
        CalendarUnknown: before the years whose holidays we know.
    """
    row = term(term_id)
    found = reckon(row, decision.on)
    first = found.first if found.first <= found.last else None
    said = {
        "term": term_id,
        "row": _row(row),
        "version": version(),
        "decision": {**asdict(decision), "on": decision.on.isoformat()},
        "nominal": found.nominal.isoformat(),
        "steps": [asdict(step) for step in found.steps],
        "warnings": [asdict(step) for step in found.warnings],
        "sure": found.confidence,
    }
    return Counted(row.name, found.last, safe_day(found.last, first), said), found


def by_hand(what: str, last: date, *, reason: str, source: str) -> Counted:
    """A day that a jurist found. It is as sure as she says, so it stands as "met de hand"."""
    return Counted(what, last, safe_day(last), {"reason": reason, "source": source, "sure": ""})


def _row(row: Term) -> dict[str, Any]:
    """Of the list what a later reader needs, as it stood."""
    names = ("name", "length", "unit", "start", "regime", "law", "article", "source", "confidence")
    return {name: value if isinstance(value := getattr(row, name), int) else str(value or "") for name in names}
