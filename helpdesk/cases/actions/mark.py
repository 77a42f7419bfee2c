"""What stays where something was moved away: a sealed mark without a word of it, by which it can be put back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Contact, Message, Note
from helpdesk.cases.moves import MOVED


def leave_a_mark(file: CaseFile, other: CaseFile, row: Message | Note, paths: list[str]) -> UUID:
    """Nothing of the words: that something stood here, of which thread, and where it went.

    With a question goes how to reach its asker safely; that stays here too, where she is answered.
    """
    kept = {name: row.content[name] for name in ("at", "party", "more") if row.content.get(name)}
    went: dict[str, Any] = {"to": other.case.code, "id": str(row.pk), "by": str(file.member.pk), "at": now_text()}
    if paths:
        went["paths"] = paths
    mark: Message | Note
    if isinstance(row, Message):
        mark = Message(case=file.case, created_on=row.created_on, visible_at=row.visible_at)
    else:
        mark = Note(case=file.case, created_on=row.created_on)
    return _save_mark(file, mark, {**kept, MOVED: went})


def mark_of_contact(file: CaseFile, other: CaseFile, contact: Contact) -> UUID:
    """The mark of a call, a visit or a letter: a note without words."""
    went = {"to": other.case.code, "id": str(contact.pk), "by": str(file.member.pk), "at": now_text(), "contact": True}
    mark = Note(case=file.case, created_on=contact.created_on)
    return _save_mark(file, mark, {"at": contact.course["at"], MOVED: went})


def _save_mark(file: CaseFile, mark: Message | Note, content: dict[str, Any]) -> UUID:
    file.mine(mark)
    mark.content = {"by": str(file.member.pk), "kind": MOVED, "text": "", **content}
    mark.save(force_insert=True)
    made: UUID = mark.pk
    return made
