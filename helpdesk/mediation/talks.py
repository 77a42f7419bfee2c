"""A mediation as it stands: its steps laid on top of each other. Plain values, no database.

Nothing is edited away. A correction strikes a step or gives it other words, and the newest step of a kind speaks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.dues import Due
from helpdesk.cases.step_lines import StepLine
from helpdesk.mediation.words import OUTCOMES, Mark, Outcome, Reply
from helpdesk.mediation.workflow import Kind

TASK_LENGTH = 90  # of a worklist line


@dataclass(frozen=True)
class Line(StepLine):
    """One step as it was written. `struck` and `corrected` say what a later step made of it, with the reason."""

    id: str
    kind: Kind
    said: Mapping[str, Any] = field(repr=False)
    struck: bool = False
    reason: str = ""
    was: str = ""  # the words before they were set right

    @property
    def text(self) -> str:
        return str(self.said.get("text") or "")

    @property
    def on(self) -> date | None:
        return day_of(self.said, "on")


@dataclass(frozen=True)
class Answered:
    """What one of those to whom it was put said to a proposal; None is nothing yet."""

    party: str
    reply: Reply | None
    text: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Proposal:
    """Something that was put to others."""

    line: Line
    author: str
    until: date | None
    answers: list[Answered]
    agreed: bool

    @property
    def accepted(self) -> bool:
        return all(one.reply == Reply.ACCEPTS for one in self.answers)

    @property
    def refused(self) -> bool:
        return any(one.reply == Reply.REFUSES for one in self.answers)

    @property
    def waits(self) -> bool:
        """Whether somebody has still to say something."""
        return not self.agreed and any(one.reply is None for one in self.answers)


@dataclass(frozen=True)
class Promise:
    """Who does what by when, and what became of it."""

    id: str
    who: str
    what: str
    by: date
    mark: Mark | None = None
    on: date | None = None
    how: str = ""

    @property
    def open(self) -> bool:
        return self.mark in {None, Mark.CHANGED}

    @property
    def broken(self) -> bool:
        return self.mark == Mark.BROKEN

    def late(self, today: date) -> bool:
        return self.open and self.by < today


@dataclass(frozen=True)
class Agreement:
    """What was agreed, with its promises."""

    line: Line
    proposal: str
    promises: list[Promise]


@dataclass(frozen=True)
class Request:
    """Something that we asked somebody to tell us, and the answer when it is there."""

    line: Line
    party: str
    wanted_by: date
    remind_on: date
    channel: str
    message: str
    answer: Line | None

    @property
    def open(self) -> bool:
        return self.answer is None


@dataclass(frozen=True)
class Talks:
    """One mediation as it stands now. `lines` are all its steps, oldest first, struck ones among them."""

    id: UUID
    frame: Line
    lines: list[Line]
    positions: dict[str, list[Line]]  # newest first
    proposals: list[Proposal]
    agreements: list[Agreement]
    requests: list[Request]
    ended: Line | None

    @property
    def about(self) -> str:
        return str(self.frame.said["about"])

    @property
    def lead(self) -> str:
        return str(self.frame.said["lead"])

    @property
    def parties(self) -> list[str]:
        return list(self.frame.said["parties"])

    @property
    def promises(self) -> list[Promise]:
        return sorted((one for made in self.agreements for one in made.promises), key=lambda one: one.by)

    @property
    def open_promises(self) -> list[Promise]:
        return [one for one in self.promises if one.open]

    @property
    def state(self) -> str:
        """Where it stands, in some words."""
        if self.ended:
            return OUTCOMES[Outcome(self.ended.said["outcome"])]
        if self.open_promises:
            return "Afspraken lopen"
        if any(one.broken for one in self.promises):
            return "Een afspraak is niet nagekomen"
        if self.promises:
            return "Afspraken zijn nagekomen"
        if any(one.waits for one in self.proposals):
            return "Er ligt een voorstel"
        return "In gesprek" if self.positions or self.proposals else "Net begonnen"

    def dues(self) -> list[Due]:
        """The days on which somebody has to look. A promise keeps its day after the talks have ended."""
        found = [_due_of_promise(one) for one in self.open_promises]
        if not self.ended:
            found += [_due_of_request(one) for one in self.requests if one.open]
            found += [_due_of_proposal(one, one.until) for one in self.proposals if one.waits and one.until]
        return sorted(found, key=lambda due: (due.due_on, due.row))

    def line(self, step_id: object) -> Line | None:
        """The step with this id."""
        return next((one for one in self.lines if one.id == str(step_id)), None)


def _due_of_promise(one: Promise) -> Due:
    what = _short(one.what)
    return Due(one.id, f"Afspraak: {what}", f"Dag voorbij: nagekomen? {what}", one.by)


def _due_of_request(one: Request) -> Due:
    return Due(
        one.line.id,
        "Is de gevraagde informatie er? Herinner.",
        "Dag voorbij: herinner aan de informatie.",
        one.remind_on,
    )


def _due_of_proposal(one: Proposal, until: date) -> Due:
    return Due(one.line.id, "Antwoord op een voorstel?", "Dag voorbij: is er antwoord op het voorstel?", until)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TASK_LENGTH else f"{line[: TASK_LENGTH - 1].rstrip()}…"


def day_of(said: Mapping[str, Any], name: str) -> date | None:
    """A day that is kept as text."""
    return date.fromisoformat(said[name]) if said.get(name) else None
