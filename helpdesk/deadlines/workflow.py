"""Where a deadline stands, which kinds of step there are, and which verb may follow: a table, pure Python."""

from __future__ import annotations

from enum import StrEnum

from helpdesk.cases.workflow import NotNow


class State(StrEnum):
    """In the clear beside the safe day, so that lists and reminders open no case."""

    OPEN = "open"
    MET = "met"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    MOVED = "moved"  # it went along into the case in which its own one went up


LABELS = {
    State.OPEN: "loopt",
    State.MET: "gehaald",
    State.LAPSED: "verlopen",
    State.WITHDRAWN: "niet meer nodig",
    State.MOVED: "meegegaan naar een andere zaak",
}


class Kind(StrEnum):
    """What a step is. The value is sealed with it."""

    SET = "set"
    CONFIRM = "confirm"
    DISPUTE = "dispute"
    TAKE_OVER = "take-over"
    CORRECT = "correct"
    END = "end"
    MOVED = "moved"
    CAME = "came"
    BACK = "back"


OPEN = frozenset({State.OPEN})
# verb: in which states of the deadline. A mistake is set right whenever it is seen, and then the day runs again.
STEPS: dict[str, frozenset[State]] = {
    "confirm-deadline": OPEN,
    "take-over-deadline": OPEN,
    "end-deadline": OPEN,
    "correct-deadline": OPEN | {State.MET, State.LAPSED, State.WITHDRAWN},
}


def may_follow(verb: str, state: State) -> bool:
    """Whether the button for `verb` is shown."""
    return state in STEPS[verb]


def check(verb: str, state: State) -> None:
    """Raises NotNow when `verb` does not follow."""
    if not may_follow(verb, state):
        raise NotNow(f"Dit kan nu niet: deze termijn is {LABELS[state]}.")
