"""Which kinds of step there are, and which may follow while talks are open or ended: a table, pure Python."""

from __future__ import annotations

from enum import StrEnum

from helpdesk.cases.workflow import NotNow


class Kind(StrEnum):
    """What a step is. The value is sealed with it."""

    FRAME = "frame"
    POSITION = "position"
    PROPOSAL = "proposal"
    ANSWER = "answer"
    AGREEMENT = "agreement"
    MARK = "mark"
    REQUEST = "request"
    INFORMATION = "information"
    END = "end"
    REOPEN = "reopen"
    CORRECTION = "correction"
    TAKE_BACK = "take-back"


OPEN, ENDED = frozenset({"open"}), frozenset({"ended"})
# verb: in which state of the talks. A promise outlives them, and a mistake is set right whenever it is seen.
STEPS: dict[str, frozenset[str]] = {
    "change-mediation": OPEN,
    "record-position": OPEN,
    "make-proposal": OPEN,
    "answer-proposal": OPEN,
    "make-agreement": OPEN,
    "mark-promise": OPEN | ENDED,
    "ask-information": OPEN,
    "record-information": OPEN | ENDED,
    "end-mediation": OPEN,
    "reopen-mediation": ENDED,
    "correct-mediation": OPEN | ENDED,
}


def may_follow(verb: str, *, ended: bool) -> bool:
    """Whether the button for `verb` is shown."""
    return ("ended" if ended else "open") in STEPS[verb]


def check(verb: str, *, ended: bool) -> None:
    """Raises NotNow when `verb` does not follow."""
    if not may_follow(verb, ended=ended):
        raise NotNow("De bemiddeling is afgesloten. Heropen haar eerst." if ended else "De bemiddeling loopt nog.")
