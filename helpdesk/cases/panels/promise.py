"""What we promised the asker, as a line from the day of the question to the promised day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helpdesk.cases.models import Case
from helpdesk.cases.workflow import ENDED, State
from helpdesk.lib import clock

START, END = 4, 236  # where the drawn line begins and ends, in its own 240 units


@dataclass(frozen=True)
class Promise:
    """`left` in days, negative when the day has passed; no `on` means nothing is promised now."""

    on: date | None
    left: int
    sentence: str
    today_at: int

    @property
    def late(self) -> bool:
        return self.on is not None and self.left < 0

    @property
    def pressing(self) -> bool:
        return self.on is not None and self.left <= 1


def promise_of(case: Case) -> Promise:
    """The promise in words, and where today stands on its line."""
    if case.promise_on is None or State(case.state) in ENDED:
        return Promise(None, 0, _without(State(case.state)), START)
    today = clock.today()
    left = (case.promise_on - today).days
    whole = max(1, (case.promise_on - case.created_on).days)
    passed = min(whole, max(0, (today - case.created_on).days))
    return Promise(case.promise_on, left, _words(left), START + (END - START) * passed // whole)


def _words(left: int) -> str:
    if left < -1:
        return f"{-left} dagen over tijd"
    return {-1: "Een dag over tijd", 0: "Vandaag antwoorden", 1: "Nog 1 dag"}.get(left, f"Nog {left} dagen")


def _without(state: State) -> str:
    return {
        State.WAITING_ASKER: "We hebben geantwoord. De vrager is aan zet.",
        State.WAITING_THIRD: "We wachten op een ander.",
    }.get(state, "Er is nu niets beloofd." if state not in ENDED else "De zaak is klaar.")
