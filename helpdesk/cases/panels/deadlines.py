"""Deadlines as lists and the case page know them: a line each, kept in the summary of the case by the room above."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.lib import clock
from helpdesk.remedies.chips import Chip, chip

START, END = 4, 236  # where the drawn line begins and ends, in its own 240 units


@dataclass(frozen=True)
class Deadline:
    """One line. `owner`, `setter` and `confirmed` are ids of members; `since` is the day of the decision."""

    id: str
    what: str
    cite: str
    sure: str
    by_hand: bool
    since: date
    last: date
    safe: date
    owner: str
    setter: str
    confirmed: str
    disputed: bool
    state: str

    @property
    def open(self) -> bool:
        return self.state == "open"

    @property
    def chip(self) -> Chip:
        """On which article it stands, or where a colleague found it."""
        return chip(self.cite, self.sure)

    @property
    def left(self) -> int:
        """Days until the safe day; less than none when it has passed."""
        return (self.safe - clock.today()).days

    @property
    def over(self) -> bool:
        """The last day itself has passed."""
        return self.last < clock.today()

    @property
    def pressing(self) -> bool:
        return self.left <= 1

    @property
    def sentence(self) -> str:
        """How long there is, to the safe day first."""
        if self.over:
            return "De laatste dag is voorbij"
        if self.last == clock.today():
            return "Vandaag is de laatste dag"
        if self.left < 0:
            return "De veilige dag is voorbij"
        if self.left == 0:
            return "Vandaag is de veilige dag"
        return f"Nog {self.left} {'dag' if self.left == 1 else 'dagen'} tot de veilige dag"

    @property
    def today_at(self) -> int:
        return self._at(clock.today())

    @property
    def safe_at(self) -> int:
        return self._at(self.safe)

    def _at(self, day: date) -> int:
        whole = max(1, (self.last - self.since).days)
        return START + (END - START) * min(whole, max(0, (day - self.since).days)) // whole


def deadlines(summary: Mapping[str, Any]) -> list[Deadline]:
    """Those that run first, as they were kept."""
    return [line_of(one) for one in summary.get("deadlines") or ()]


def line_of(kept: Mapping[str, Any]) -> Deadline:
    """One line as the room above kept it; days are text there."""
    days = {name: date.fromisoformat(kept[name]) for name in ("since", "last", "safe")}
    return Deadline(**{**kept, **days})


def nearest(summary: Mapping[str, Any]) -> Deadline | None:
    """The open one whose safe day comes first."""
    return min((one for one in deadlines(summary) if one.open), key=lambda one: one.safe, default=None)
