"""What was moved from one case to another, as either says it. The other's code is for whoever may read that case."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from helpdesk.cases.models import Contact, Message, Note
from helpdesk.cases.moves import can_move, undo_until
from helpdesk.cases.panels.people import Colleagues
from helpdesk.cases.panels.thread import Moved, Spoken
from helpdesk.lib import clock


def codes_of(rows: Iterable[Message | Note], contacts: Iterable[Contact] = ()) -> list[str]:
    """The other cases that marks and moved words of this case name."""
    moves = [*(row.content.get("moved") or {} for row in rows), *(row.course.get("moved") or {} for row in contacts)]
    return [code for move in moves if (code := move.get("to") or move.get("from"))]


def with_moves(
    said: Iterable[Spoken], rows: Iterable[Message | Note], readable: Collection[str], people: Colleagues
) -> list[Spoken]:
    """The same, with where each came from or went, and whether it can be moved."""
    by_id = {row.pk: row for row in rows}
    return [_with_move(one, by_id[one.id], readable, people) for one in said]


def came_from(contact: Contact, readable: Collection[str], people: Colleagues) -> Moved | None:
    """Where a contact moment came from; None when it began here."""
    move = contact.course.get("moved")
    if not move:
        return None
    known = move["from"] if move["from"] in readable else ""
    return Moved(False, known, datetime.fromisoformat(move["at"]), people.name(move["by"]), False)


def _with_move(one: Spoken, row: Message | Note, readable: Collection[str], people: Colleagues) -> Spoken:
    content: dict[str, Any] = row.content
    move = content.get("moved")
    if not move:
        return replace(one, movable=isinstance(row, Note) or can_move(content))
    code, away = move.get("to") or move.get("from"), bool(move.get("to"))
    known = code if code in readable else ""
    undo = away and bool(known) and clock.now() < undo_until(move)
    moved = Moved(away, known, datetime.fromisoformat(move["at"]), people.name(move["by"]), undo, "contact" in move)
    return replace(one, moved=moved, movable=not away and (isinstance(row, Note) or can_move(content)))
