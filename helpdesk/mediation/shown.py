"""What the page of a mediation shows of each party, proposal, promise and question."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.cases.panels.thread import Spoken
from helpdesk.mediation.people import Who
from helpdesk.mediation.talks import Line, Promise, Proposal, Request
from helpdesk.mediation.words import MARKS, Mark


@dataclass(frozen=True)
class Side:
    """One party with what it says now and said before."""

    who: Who
    now: Line | None
    source: str
    before: list[Line]


@dataclass(frozen=True)
class Put:
    """A proposal with the answers in words."""

    proposal: Proposal
    author: str
    answers: list[tuple[str, str, str, str]]  # party id, name, what was said in a word, in her words
    late: bool
    kind: str  # for the colour beside the words: ok, warn, or nothing

    @property
    def state(self) -> str:
        if self.proposal.agreed:
            return "afgesproken"
        if self.proposal.accepted:
            return "iedereen zegt ja"
        if self.proposal.refused:
            return "geweigerd"
        return "wacht op antwoord" if self.proposal.waits else "besproken"


@dataclass(frozen=True)
class Kept:
    """A promise on the list."""

    promise: Promise
    who: str
    party: str  # whom one can call or write; empty for ourselves
    late: bool

    @property
    def word(self) -> str:
        mark = self.promise.mark
        return MARKS[mark] if mark else ""

    @property
    def icon(self) -> str:
        return {Mark.KEPT: "check", Mark.BROKEN: "cross"}.get(self.promise.mark or Mark.CHANGED, "circle")


@dataclass(frozen=True)
class Wanted:
    """A question for information."""

    request: Request
    who: str
    how: str
    left: Spoken | None  # the message that carries it
    taken_back: bool
    late: bool
    source: str

    @property
    def state(self) -> str:
        if self.request.answer:
            return "antwoord is er"
        if self.taken_back:
            return "teruggehaald: niet gevraagd"
        if self.left and self.left.failed:
            return "niet aangekomen"
        return "dag voorbij" if self.late else "wacht op antwoord"
