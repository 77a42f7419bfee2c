"""How the children and parents of two cases belong together: a word for each side. Rules only; nothing is kept here."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What the other case is, seen from this one. The value is sealed with the link."""

    SIBLING = "sibling"
    PARENT = "parent"
    CHILD = "child"
    FAMILY = "family"


RELATION_LABELS = {
    Relation.SIBLING: "Zaak van een broer of zus",
    Relation.PARENT: "Zaak van een ouder",
    Relation.CHILD: "Zaak van een kind",
    Relation.FAMILY: "Zaak van andere familie",
}
_SEEN_BACK = {Relation.PARENT: Relation.CHILD, Relation.CHILD: Relation.PARENT}


def seen_back(relation: Relation) -> Relation:
    """What this case is, seen from the other one."""
    return _SEEN_BACK.get(relation, relation)
