"""Where a report stands, which kinds of step there are, and which verb may follow: a table, pure Python."""

from __future__ import annotations

from enum import StrEnum

from helpdesk.cases.workflow import NotNow


class State(StrEnum):
    """In the clear, so that the database itself keeps a signed report from changing."""

    DRAFT = "draft"
    READING = "reading"  # with the second reader; authors go on with suggestions
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"


LABELS = {
    State.DRAFT: "in de maak",
    State.READING: "bij de tweede lezer",
    State.SIGNED: "getekend",
    State.WITHDRAWN: "ingetrokken",
}


class Kind(StrEnum):
    """What a step is. The value is sealed with it."""

    START = "start"
    WRITE = "write"  # somebody began to write in the text: from now on she is an author
    CONFLICT = "conflict"  # what was sent could not be put in; it lies as a version
    SETTLE = "settle"  # and somebody saw to it
    FRAME = "frame"
    FACT = "fact"  # a fact as it is from now on; `gone` when it was taken out
    CITE = "cite"  # the same for a citation
    CONDITIONS = "conditions"
    ANNEX = "annex"
    CONSENT = "consent"
    ASK_READER = "ask-reader"
    REMARK = "remark"
    ANSWER = "answer"
    DONE = "done"
    APPROVE = "approve"
    SEND_BACK = "send-back"
    SIGN = "sign"
    WITHDRAW = "withdraw"
    SUPPLEMENT = "supplement"
    ASK = "ask"  # on which day somebody asks how it ended, and the task that says so
    FOLLOW = "follow"  # what became of it, as it is known from now on
    TAKE_BACK = "take-back"  # of such a step


OPEN = frozenset({State.DRAFT, State.READING})
# verb: in which states of the report.
STEPS: dict[str, frozenset[State]] = {
    "write-report": OPEN,
    "ask-second-reader": OPEN,  # also another than who has it
    "read-report": frozenset({State.READING}),
    "sign-report": frozenset({State.READING}),
    "withdraw-report": OPEN,
    "give-report": frozenset({State.SIGNED}),
    "supplement-report": frozenset({State.SIGNED}),
    "follow-report": frozenset({State.SIGNED}),
    "take-back-outcome": frozenset({State.SIGNED}),
}


def may_follow(verb: str, state: State) -> bool:
    """Whether the button for `verb` is shown."""
    return state in STEPS[verb]


def check(verb: str, state: State) -> None:
    """Raises NotNow when `verb` does not follow."""
    if not may_follow(verb, state):
        raise NotNow(f"Dit kan nu niet: deze rapportage is {LABELS[state]}.")


class Press(StrEnum):
    """What is ordered of the press, in the clear."""

    SIGN = "sign"
    GIVE = "give"


class Stand(StrEnum):
    """Where an order stands, in the clear."""

    WAITING = "waiting"
    PRESSING = "pressing"  # a worker has it, until its lease runs out
    DONE = "done"
    REFUSED = "refused"
    TAKEN_BACK = "back"


VERBS = {Press.SIGN: "sign-report", Press.GIVE: "give-report"}
IN_QUEUE = frozenset({Stand.WAITING, Stand.PRESSING})
