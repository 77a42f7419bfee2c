"""What the editor shows beside a chapter: who holds it, what was remarked. Plain data for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from helpdesk.cases.panels.people import Colleagues
from helpdesk.lib import clock
from helpdesk.reports.document import Node, marks_of, nodes
from helpdesk.reports.models import ReportPart
from helpdesk.reports.parts import holder
from helpdesk.reports.review import Remark
from helpdesk.teams.models import Member


def held_by(part: ReportPart, me: Member, people: Colleagues) -> dict[str, Any] | None:
    """Who has the chapter now, and since when she last wrote."""
    held = holder(part, clock.now())
    if held is None or part.held_at is None:
        return None
    return {"name": people.name(held), "mine": held == me.pk, "since": part.held_at.isoformat()}


def remarks_on(doc: Node, key: str, remarks: Iterable[Remark]) -> list[Remark]:
    """Those whose mark stands in this text, and those that were made here."""
    marked = {marks_of(node)["comment"]["id"] for node in nodes(doc) if "comment" in marks_of(node)}
    return [one for one in remarks if one.id in marked or one.part == key]


def as_comment(one: Remark, me: UUID, people: Colleagues) -> dict[str, Any]:
    """A remark as the editor shows it."""
    return {
        "id": one.id,
        "by": people.name(one.by),
        "mine": one.by == str(me),
        "at": one.at,
        "text": one.text,
        "done": one.done,
        "answers": [as_comment(answer, me, people) for answer in one.answers],
    }
