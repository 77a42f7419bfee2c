"""Other cases that this one belongs with, for whoever may read them. For anybody else there is no line, and no sign."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.models import Case, FamilyLink
from helpdesk.cases.moves import undo_until
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.workflow import WITH_TEAM, State
from helpdesk.lib import clock
from helpdesk.people.family import OF_FAMILY, RELATION_LABELS, Relation


@dataclass(frozen=True)
class Linked:
    """A case of the family, or one that this was split from or merged with."""

    id: UUID
    code: str
    relation: str
    label: str
    state: str
    at: datetime
    who: str
    apart: bool
    why: str = ""
    kind: str = "family"
    can_undo: bool = False
    awake: bool = False  # a merged case in which something came in since


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
            str(content.get("why") or ""),
            "family" if content["relation"] in OF_FAMILY else content["relation"],
            clock.now() < undo_until(content),
            State(readable[content["code"]].state) in WITH_TEAM,
        )
        for row, content in seen
        if content["code"] in readable
    ]
    return sorted(found, key=lambda one: one.at)
