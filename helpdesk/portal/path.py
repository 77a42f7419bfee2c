"""The path that a child sees: what is done, what happens now, who does it, by when. Made from the mailbox's status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.cases.workflow import ENDED, State
from helpdesk.ui.templatetags.days import letter_day
from helpdesk.ui.texts import say

DONE, NOW, NEXT = "done", "now", "next"


@dataclass(frozen=True)
class Step:
    """One step: its words, done, now or next, and when."""

    label: str
    state: str
    when: str = ""
    who: str = ""


def path_of(status: dict[str, Any]) -> list[Step]:
    """Four steps at most, one of them now."""
    state = State(status.get("state", State.NEW))
    helper, answered = status.get("helper") or {}, bool(status.get("answered"))
    hand = say("path.helper", name=helper["name"]) if helper.get("name") else say("path.helper_nobody")
    if state in ENDED:
        steps = [say("path.received"), say("path.read"), *([say("path.answered")] if answered else [])]
        return [*(Step(label, DONE) for label in steps), Step(say("path.closed"), NOW)]
    labels = [say("path.received"), say("path.read"), hand, _last(state)]
    now = _now(state, helper=bool(helper), answered=answered)
    return [Step(label, _when(at, now), _day(status, state) if at == 3 else "") for at, label in enumerate(labels)]


def _now(state: State, *, helper: bool, answered: bool) -> int:
    if state in {State.WAITING_ASKER, State.WAITING_THIRD} or answered:
        return 3
    if state is State.NEW:
        return 0
    return 2 if helper or state is not State.TRIAGE else 1


def _last(state: State) -> str:
    words = {State.WAITING_ASKER: "path.your_turn", State.WAITING_THIRD: "path.other_turn"}
    return say(words.get(state, "path.answer"))


def _when(at: int, now: int) -> str:
    return DONE if at < now else NOW if at == now else NEXT


def _day(status: dict[str, Any], state: State) -> str:
    """When the last step is: hers has no day, and ours has the day that we promised."""
    if state is State.WAITING_ASKER:
        return say("path.take_your_time")
    promise = status.get("promise_on")
    if not promise or state is State.WAITING_THIRD:
        return ""
    return say("path.by_day", day=letter_day(date.fromisoformat(promise)))
