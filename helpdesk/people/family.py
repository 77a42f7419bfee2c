"""How two cases belong together: a word for each side. Rules only; nothing is kept here."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """What the other case is, seen from this one. The value is sealed with the link."""

    SIBLING = "sibling"
    PARENT = "parent"
    CHILD = "child"
    FAMILY = "family"
    SPLIT_FROM = "split-from"
    SPLIT_INTO = "split-into"
    MERGED_INTO = "merged-into"
    MERGED_FROM = "merged-from"


RELATION_LABELS = {
    Relation.SIBLING: "Zaak van een broer of zus",
    Relation.PARENT: "Zaak van een ouder",
    Relation.CHILD: "Zaak van een kind",
    Relation.FAMILY: "Zaak van andere familie",
    Relation.SPLIT_FROM: "Afgesplitst van",
    Relation.SPLIT_INTO: "Hiervan afgesplitst",
    Relation.MERGED_INTO: "Samengevoegd met",
    Relation.MERGED_FROM: "Hierin opgegaan",
}
OF_FAMILY = (Relation.SIBLING, Relation.PARENT, Relation.CHILD, Relation.FAMILY)  # what a colleague chooses from
_PAIRS = (
    (Relation.PARENT, Relation.CHILD),
    (Relation.SPLIT_FROM, Relation.SPLIT_INTO),
    (Relation.MERGED_INTO, Relation.MERGED_FROM),
)
_SEEN_BACK = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def seen_back(relation: Relation) -> Relation:
    """What this case is, seen from the other one."""
    return _SEEN_BACK.get(relation, relation)
