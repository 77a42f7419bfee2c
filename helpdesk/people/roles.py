"""Which part somebody has in a child's life, on whose side, and which pairs can want opposite things."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """What somebody is to the child. The value is sealed with the person; the order is that of the page."""

    CHILD = "child"
    PARENT = "parent"
    PARENT_WITHOUT = "parent_without"
    GUARDIAN = "guardian"
    FOSTER = "foster"
    SIBLING = "sibling"
    FAMILY = "family"
    LAWYER = "lawyer"
    TEACHER = "teacher"
    WORKER = "worker"
    OPPONENT = "opponent"


PART_LABELS = {
    Part.CHILD: "Kind",
    Part.PARENT: "Ouder met gezag",
    Part.PARENT_WITHOUT: "Ouder zonder gezag",
    Part.GUARDIAN: "Voogd",
    Part.FOSTER: "Pleegouder",
    Part.SIBLING: "Broer of zus",
    Part.FAMILY: "Opa, oma of andere familie",
    Part.LAWYER: "Advocaat",
    Part.TEACHER: "Docent of school",
    Part.WORKER: "Werkt bij een instelling",
    Part.OPPONENT: "Tegenpartij",
}


class Interest(StrEnum):
    """What somebody wants, seen from the child."""

    UNKNOWN = "unknown"
    SAME = "same"
    OWN = "own"
    AGAINST = "against"


INTEREST_LABELS = {
    Interest.UNKNOWN: "Nog niet bekend",
    Interest.SAME: "Wil hetzelfde als het kind",
    Interest.OWN: "Eigen belang",
    Interest.AGAINST: "Tegenover het kind",
}

PARENTS = frozenset({Part.PARENT, Part.PARENT_WITHOUT})
CARERS = PARENTS | {Part.GUARDIAN, Part.FOSTER}
CHILDREN = frozenset({Part.CHILD, Part.SIBLING})
APART = frozenset({Interest.OWN, Interest.AGAINST})
# Pairs that can stand against each other in one file: whoever speaks for one cannot speak for the other as well.
OPPOSED: frozenset[frozenset[Part]] = frozenset(
    {
        *(frozenset({Part.CHILD, carer}) for carer in CARERS),
        *(frozenset({Part.SIBLING, carer}) for carer in CARERS),
        *(frozenset({part, Part.OPPONENT}) for part in Part if part != Part.OPPONENT),
        frozenset({Part.CHILD, Part.WORKER}),
        frozenset({Part.CHILD, Part.SIBLING}),
        frozenset({Part.SIBLING}),
        frozenset({Part.PARENT}),
        frozenset({Part.PARENT, Part.PARENT_WITHOUT}),
        frozenset({Part.PARENT_WITHOUT}),
        frozenset({Part.PARENT, Part.FOSTER}),
        frozenset({Part.PARENT, Part.GUARDIAN}),
    }
)


def can_be_opposed(one: Part, other: Part) -> bool:
    """Whether two people in these parts can want opposite things; two of the same part are a pair of one."""
    return frozenset({one, other}) in OPPOSED
