"""Other cases of the family, for whoever may read them. For anybody else there is no line, and no sign of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.models import Case, FamilyLink
from helpdesk.cases.panels.people import Colleagues
from helpdesk.people.family import RELATION_LABELS, Relation


@dataclass(frozen=True)
class Linked:
    """A case of the family."""

    id: UUID
    code: str
    relation: str
    label: str
    state: str
    at: datetime
    who: str
    apart: bool


def linked(rows: Iterable[FamilyLink], readable: Mapping[str, Case], people: Colleagues) -> list[Linked]:
    """Those of `rows` whose other case is in `readable`, in the order in which they were linked."""
    seen = [(row, row.content) for row in rows]
    found = [
        Linked(
            row.pk,
            content["code"],
            content["relation"],
            RELATION_LABELS[Relation(content["relation"])],
            readable[content["code"]].state_label,
            datetime.fromisoformat(content["at"]),
            people.first(content["by"]),
            bool(content.get("removed_at")),
        )
        for row, content in seen
        if content["code"] in readable
    ]
    return sorted(found, key=lambda one: one.at)
