"""What a form says of a report, as plain values. Pure."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Told:
    """What the form says of the frame. `lawyer` and `child` are parties of the case; the other words are typed once."""

    procedure: str
    title: str
    before: str
    court_number: str
    decision_on: date | None
    on: date
    question: str
    lawyer: str
    child: str
    age: str = ""
    language: str = "nl"

    def kept(self) -> dict[str, Any]:
        days = {"decision_on": self.decision_on.isoformat() if self.decision_on else None, "on": self.on.isoformat()}
        return {**asdict(self), **days}


@dataclass(frozen=True)
class FactTold:
    """What is said of a fact, or of one saying of the child (`voice`, with `how` it was collected).

    `source` is what kind of thing of the case it was taken from: party, file, given, message, note, contact. Those who
    contest it are parties of the case.
    """

    text: str
    source: str
    source_id: str
    said_by: str
    day: date | None = None
    day_words: str = ""
    page: str = ""
    contested: str = "unknown"
    contested_by: tuple[str, ...] = ()
    voice: bool = False
    how: str = ""


@dataclass(frozen=True)
class Enclosure:
    """One annex: `kind` is file or given. Pages of a safe copy are known, of what we gave they are not."""

    kind: str
    id: str
    title: str
    day: date | None
    pages: int = 0


@dataclass(frozen=True)
class Agreed:
    """Who agrees that the report is filed: yes, no, not-asked; of who decides for her also not-needed. Or a basis."""

    child: str
    child_how: str
    guardian: str
    guardian_how: str
    basis: str
    on: date | None
