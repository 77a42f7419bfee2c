"""A referral: how it goes, where it stands and what may follow. Rules, no tables; what is stored is a list of steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class How(StrEnum):
    """How the asker and the other come together."""

    HERSELF = "herself"
    WARM = "warm"
    SEND = "send"


HOW_LABELS = {
    How.HERSELF: "De vrager belt of schrijft zelf",
    How.WARM: "We bellen samen",
    How.SEND: "Wij sturen het met een link",
}


class Status(StrEnum):
    """Where a referral stands; the last step says it."""

    PLANNED = "planned"
    SENT = "sent"
    MORE = "more"
    ACCEPTED = "accepted"
    MISSED = "missed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    DONE = "done"


STATUS_LABELS = {
    Status.PLANNED: "gepland",
    Status.SENT: "doorgegeven",
    Status.MORE: "zij hebben meer nodig",
    Status.ACCEPTED: "aangenomen",
    Status.MISSED: "niet gekomen",
    Status.REFUSED: "geweigerd",
    Status.WITHDRAWN: "ingetrokken",
    Status.DONE: "gelukt",
}
ENDED = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.DONE})
# What the other may answer, behind the link or by telephone.
ANSWERS = (Status.ACCEPTED, Status.REFUSED, Status.MORE)
_RESULTS = frozenset({Status.ACCEPTED, Status.REFUSED, Status.MORE, Status.MISSED, Status.DONE})
# What may follow by a colleague's word; sending and withdrawing have verbs of their own.
FOLLOWS: dict[Status, frozenset[Status]] = {
    Status.PLANNED: _RESULTS,
    Status.SENT: _RESULTS,
    Status.MORE: _RESULTS - {Status.MORE},
    Status.ACCEPTED: frozenset({Status.REFUSED, Status.MISSED, Status.DONE}),
    Status.MISSED: frozenset({Status.ACCEPTED, Status.REFUSED, Status.DONE}),
    **dict.fromkeys(ENDED, frozenset()),
}


@dataclass(frozen=True)
class Step:
    """One step, at its very moment: the order is what counts.

    `by` is a member's id, or empty when the other answered. `on` is the day of an appointment.
    """

    status: Status
    at: datetime
    by: str = ""
    note: str = ""
    on: date | None = None
    message: str = ""

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Step:
        """Read one back; a word that nobody knows raises ValueError."""
        on = content.get("on")
        return cls(
            status=Status(content["status"]),
            at=datetime.fromisoformat(content["at"]),
            on=date.fromisoformat(on) if on else None,
            **{name: str(content.get(name) or "") for name in ("by", "note", "message")},
        )

    def as_content(self) -> dict[str, Any]:
        """What is sealed."""
        said = {"status": str(self.status), "at": self.at.isoformat(), "by": self.by}
        return {**said, "note": self.note, "on": self.on.isoformat() if self.on else None, "message": self.message}


def steps_of(
    kept: Iterable[Mapping[str, Any]], answers: Iterable[Mapping[str, Any]], messages: Iterable[str]
) -> list[Step]:
    """The steps in the order in which they were taken.

    Args:
        kept: those that the desk wrote.
        answers: what came back through the link.
        messages: ids of the messages that there are; what was sent with one that was taken back did not happen.
    """
    there = set(messages)
    found = [step for step in map(Step.of, kept) if not step.message or step.message in there]
    return sorted([*found, *map(Step.of, answers)], key=lambda step: step.at)


def status_of(steps: Iterable[Step]) -> Status:
    """The last step's; a referral begins with the step that planned it."""
    return list(steps)[-1].status
