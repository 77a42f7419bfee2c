"""A complaint about ourselves: its two steps and their days, from the sealed summary. Our own rule, no term of law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.directory.reference import own_days
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days

KIND = "complaint"
TITLE = "Over onze hulp"
VERDICTS = {"founded": "De klacht klopt", "partly": "De klacht klopt voor een deel", "not": "De klacht klopt niet"}
ONLY_FOR_COMPLAINTS = frozenset({"confirm_complaint", "answer_complaint"})
NOT_FOR_COMPLAINTS = frozenset({"close"})


@dataclass(frozen=True)
class Step:
    """One of the two: what, by which day, and when it was done."""

    label: str
    by: date
    done_on: date | None

    def late(self, today: date) -> bool:
        return (self.done_on or today) > self.by


def is_complaint(summary: Mapping[str, Any]) -> bool:
    return bool(summary.get("kind") == KIND)


def days_from(day: date) -> dict[str, str]:
    """The last days of both steps for a complaint that comes in on `day`."""
    steps = {"confirm_by": "complaint-confirm", "answer_by": "complaint-answer"}
    return {name: add_working_days(day, own_days(key)).isoformat() for name, key in steps.items()}


def answer_day() -> date:
    """The last day of our answer to a complaint of today."""
    return date.fromisoformat(days_from(clock.today())["answer_by"])


def steps_of(summary: Mapping[str, Any]) -> list[Step]:
    """Both steps of a complaint; none for any other case."""
    told: Mapping[str, Any] = summary.get("complaint") or {}
    if not is_complaint(summary) or not told:
        return []
    return [
        Step(label, date.fromisoformat(told[by]), date.fromisoformat(told[done][:10]) if told.get(done) else None)
        for label, by, done in (
            ("Ontvangst bevestigen", "confirm_by", "confirmed_at"),
            ("Antwoord geven", "answer_by", "answered_at"),
        )
    ]


def next_step(summary: Mapping[str, Any]) -> Step | None:
    """The first that is not done."""
    return next((step for step in steps_of(summary) if step.done_on is None), None)


def offered(name: str, summary: Mapping[str, Any]) -> bool:
    """Whether a verb (its name in templates) fits this kind of case, and its step is not done."""
    if not is_complaint(summary):
        return name not in ONLY_FOR_COMPLAINTS
    told = summary.get("complaint") or {}
    if name == "confirm_complaint":
        return not told.get("confirmed_at") and not told.get("answered_at")
    return name not in NOT_FOR_COMPLAINTS
