"""Which states a case has and which step may follow: a table, pure Python. Actions ask it, the inspector walks it."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class State(StrEnum):
    """Where a case is. The value lies in the clear in the database; the Dutch label is what people see."""

    NEW = "new"
    TRIAGE = "triage"
    TEAM = "team"
    WAITING_ASKER = "waiting_asker"
    WAITING_THIRD = "waiting_third"
    CLOSED = "closed"
    REOPENED = "reopened"
    REFERRED = "referred"
    REJECTED = "rejected"


LABELS = {
    State.NEW: "nieuw",
    State.TRIAGE: "in triage",
    State.TEAM: "bij team",
    State.WAITING_ASKER: "wacht op vrager",
    State.WAITING_THIRD: "wacht op ander",
    State.CLOSED: "afgesloten",
    State.REOPENED: "heropend",
    State.REFERRED: "doorverwezen",
    State.REJECTED: "niet voor ons",
}

OPEN = frozenset({State.NEW, State.TRIAGE, State.TEAM, State.WAITING_ASKER, State.WAITING_THIRD, State.REOPENED})
IN_TRIAGE = frozenset({State.NEW, State.TRIAGE})
WITH_TEAM = frozenset({State.TEAM, State.WAITING_ASKER, State.WAITING_THIRD, State.REOPENED})
ENDED = frozenset(State) - OPEN

# verb: (from which states, to which state). None keeps the state.
STEPS: dict[str, tuple[frozenset[State], State | None]] = {
    "accept": (frozenset({State.NEW}), State.TRIAGE),
    "take": (IN_TRIAGE | WITH_TEAM, None),  # a jurist makes it hers; from triage it goes to the team
    "route": (IN_TRIAGE | WITH_TEAM, State.TEAM),
    "assign": (WITH_TEAM, None),
    "hand-over": (WITH_TEAM, None),
    "accept-handover": (WITH_TEAM, State.TEAM),
    "decline-handover": (WITH_TEAM, None),
    "reply": (WITH_TEAM, State.WAITING_ASKER),
    "note": (frozenset(State) - {State.NEW}, None),
    "write-to-party": (WITH_TEAM, None),
    "write-letter": (WITH_TEAM, None),
    "post-letter": (frozenset(State), None),
    "print-case": (frozenset(State), None),
    "ask-reading": (IN_TRIAGE | WITH_TEAM, None),
    "agree-reading": (IN_TRIAGE | WITH_TEAM, None),
    "return-reading": (frozenset(State), None),
    "withdraw-reading": (frozenset(State), None),
    "retry-mail": (frozenset(State), None),
    "settle-mail": (frozenset(State), None),
    "invite-asker": (WITH_TEAM, None),
    "cut-off-mailbox": (WITH_TEAM, None),
    "ask-more": (WITH_TEAM, State.WAITING_ASKER),
    "wait-third": (WITH_TEAM, State.WAITING_THIRD),
    "resume": (frozenset({State.WAITING_ASKER, State.WAITING_THIRD}), State.TEAM),
    "set-urgency": (OPEN, None),
    "set-themes": (OPEN, None),
    "plan-task": (WITH_TEAM, None),
    "finish-task": (WITH_TEAM, None),
    "add-task-list": (WITH_TEAM, None),
    "remove-task-list": (frozenset(State), None),
    "renew-promise": (IN_TRIAGE | WITH_TEAM, None),
    "add-party": (OPEN - {State.NEW}, None),
    "change-party": (OPEN - {State.NEW}, None),
    "remove-party": (OPEN - {State.NEW}, None),
    "restore-party": (OPEN - {State.NEW}, None),
    "show-name": (frozenset(State), None),
    "record-consent": (OPEN - {State.NEW}, None),
    "withdraw-consent": (frozenset(State), None),
    "ask-exception": (OPEN - {State.NEW}, None),
    "grant-exception": (OPEN - {State.NEW}, None),
    "call-party": (OPEN - {State.NEW}, None),
    "plan-referral": (WITH_TEAM, None),
    "change-referral": (WITH_TEAM, None),
    "send-referral": (WITH_TEAM, None),
    "record-referral-result": (frozenset(State) - {State.NEW}, None),
    "see-referral-answer": (frozenset(State), None),
    "withdraw-referral": (frozenset(State), None),
    "add-source": (OPEN - {State.NEW}, None),
    "check-source": (frozenset(State) - {State.NEW}, None),
    "take-back-source": (frozenset(State) - {State.NEW}, None),
    "set-asker-contact": (OPEN - {State.NEW}, None),
    "set-needs": (OPEN - {State.NEW}, None),
    "set-whereabouts": (OPEN - {State.NEW}, None),
    "show-whereabouts": (frozenset(State) - {State.NEW}, None),
    "confirm-complaint": (WITH_TEAM, None),
    "answer-complaint": (WITH_TEAM, State.CLOSED),
    "close": (WITH_TEAM, State.CLOSED),
    "refer": (IN_TRIAGE | WITH_TEAM, State.REFERRED),
    "reject": (IN_TRIAGE, State.REJECTED),
    "reopen": (ENDED, State.REOPENED),
    "mark-conflict": (frozenset(State), None),
    "join-contact": (frozenset(State), None),
    "take-off-contact": (frozenset(State), None),
    "attach-file": (frozenset(State) - {State.NEW}, None),
    "recheck-file": (frozenset(State), None),
    "lock-file": (frozenset(State), None),
    "ask-file": (frozenset(State), None),
    "agree-file": (frozenset(State), None),
    "flag-contact": (frozenset(State), None),
    "unflag-contact": (frozenset(State), None),
    "move-message": (frozenset(State) - {State.NEW}, None),
    "put-back-message": (frozenset(State) - {State.NEW}, None),
    "split-case": (WITH_TEAM, None),
    "undo-split": (frozenset(State) - {State.NEW}, None),
    "merge-cases": (WITH_TEAM | {State.TRIAGE}, State.CLOSED),
    "take-in-case": (WITH_TEAM, None),  # the other side of a merge
    "bring-over": (WITH_TEAM | {State.CLOSED}, State.CLOSED),
    "take-in-message": (WITH_TEAM, State.TEAM),  # the other side of bringing over
    "undo-merge": (frozenset(State) - {State.NEW}, None),
    "link-case": (frozenset(State) - {State.NEW}, None),
    "unlink-case": (frozenset(State), None),
    "start-mediation": (WITH_TEAM, None),
    "change-mediation": (WITH_TEAM, None),
    "record-position": (WITH_TEAM, None),
    "make-proposal": (WITH_TEAM, None),
    "answer-proposal": (WITH_TEAM, None),
    "make-agreement": (WITH_TEAM, None),
    "mark-promise": (WITH_TEAM, None),
    "ask-information": (WITH_TEAM, None),
    "record-information": (WITH_TEAM, None),
    "end-mediation": (WITH_TEAM, None),
    "reopen-mediation": (WITH_TEAM, None),
    "correct-mediation": (WITH_TEAM, None),
    "set-deadline": (OPEN - {State.NEW}, None),
    "confirm-deadline": (OPEN - {State.NEW}, None),
    "take-over-deadline": (OPEN - {State.NEW}, None),
    "end-deadline": (OPEN - {State.NEW}, None),
    "correct-deadline": (OPEN - {State.NEW}, None),
    "record-proceeding": (WITH_TEAM, None),
    "start-report": (WITH_TEAM, None),
    "write-report": (WITH_TEAM, None),
    "ask-second-reader": (WITH_TEAM, None),
    "read-report": (WITH_TEAM, None),
    "sign-report": (WITH_TEAM, None),
    "press-report": (frozenset(State), None),  # the act that is asked has a line of its own here
    "take-back-press": (frozenset(State), None),
    "withdraw-report": (frozenset(State), None),
    "give-report": (frozenset(State) - {State.NEW}, None),
    "supplement-report": (WITH_TEAM, None),
    "follow-report": (frozenset(State) - {State.NEW}, None),  # a decision may come long after the case ended
    "take-back-outcome": (frozenset(State) - {State.NEW}, None),
    "write-complaint": (OPEN - {State.NEW}, None),
    "give-complaint": (OPEN - {State.NEW}, None),
    "give-bundle": (frozenset(State) - {State.NEW}, None),
    "invite-counsel": (WITH_TEAM, None),
    "share-with-counsel": (WITH_TEAM, None),
    "take-back-share": (frozenset(State) - {State.NEW}, None),
    "revoke-counsel": (frozenset(State) - {State.NEW}, None),
    "record-counsel-answer": (frozenset(State) - {State.NEW}, None),
    "see-counsel-answer": (frozenset(State), None),
    "remind-counsel": (frozenset(State) - {State.NEW}, None),
    "send-counsel-reminder": (frozenset(State) - {State.NEW}, None),  # by the worker
    "skip-counsel-reminder": (frozenset(State) - {State.NEW}, None),
    "wall-case": (frozenset(State), None),
    "open-wall": (frozenset(State), None),
    "forget": (frozenset(State), None),
}


class Urgency(IntEnum):
    """How pressing. The number is the order: danger stands on top of every list."""

    DANGER = 0
    URGENT = 1
    NORMAL = 2
    LOW = 3


URGENCY_LABELS = {
    Urgency.DANGER: "Gevaar",
    Urgency.URGENT: "Spoed",
    Urgency.NORMAL: "Gewoon",
    Urgency.LOW: "Kan wachten",
}
# What the asker does from outside. The SQL function `mailbox_answered` says the same; a test holds the two together.
ANSWERED = {
    State.WAITING_ASKER: State.TEAM,
    State.CLOSED: State.REOPENED,
    State.REFERRED: State.REOPENED,
    State.REJECTED: State.REOPENED,
}


class NotNow(ValueError):
    """This step does not follow from this state. The sentence is shown to the colleague."""


class AskAgain(NotNow):
    """It may be done, but first somebody says yes to this sentence."""


def step(verb: str, state: str) -> State:
    """The state after `verb`; raises NotNow when the step is not in the table for `state`."""
    allowed, to = STEPS[verb]
    now = State(state)
    if now not in allowed:
        raise NotNow(f"Dit kan nu niet: de zaak is {LABELS[now]}.")
    if verb == "take" and now in IN_TRIAGE:
        return State.TEAM
    return to or now


def may_step(verb: str, state: str) -> bool:
    """Whether the button for `verb` is shown."""
    return State(state) in STEPS[verb][0]
