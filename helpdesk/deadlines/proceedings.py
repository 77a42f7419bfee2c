"""What is written down of a proceeding, and the line that the case page shows of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Said:
    """A proceeding as it stands. `hearings` are days with a word each; `decided_on` and `outcome` when there is one."""

    body: str
    number: str = ""
    about: str = ""
    hearings: tuple[tuple[date, str], ...] = ()
    decided_on: date | None = None
    outcome: str = ""

    def kept(self) -> dict[str, Any]:
        """As it is sealed."""
        return {
            "body": self.body,
            "number": self.number,
            "about": self.about,
            "hearings": [{"on": day.isoformat(), "what": what} for day, what in self.hearings],
            "decided_on": self.decided_on.isoformat() if self.decided_on else None,
            "outcome": self.outcome,
        }


def shown(proceeding_id: UUID, said: Mapping[str, Any]) -> dict[str, Any]:
    """A line for the summary of the case."""
    names = ("body", "number", "about", "hearings", "decided_on", "outcome")
    return {"id": str(proceeding_id), **{name: said[name] for name in names}}
