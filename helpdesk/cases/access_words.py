"""A case as the words that search knows: which rows are found, and which of what they hold is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any
from uuid import UUID

from django.db import models

from helpdesk.cases.models import Attachment, Case, Closing, Contact, Message, Note, Party, Task
from helpdesk.cases.moves import is_mark
from helpdesk.cases.queries_search import Text
from helpdesk.search.document import Document, Field, Item, item
from helpdesk.vault import keys
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.opened import CaseKey, attach

_MODELS: dict[str, tuple[type[models.Model], str, str]] = {
    "case": (Case, "summary", ""),
    "message": (Message, "content", ""),
    "note": (Note, "content", ""),
    "task": (Task, "content", ""),
    "closing": (Closing, "content", ""),
    "party": (Party, "content", ""),
    "contact": (Contact, "words", ""),
    "attachment": (Attachment, "content", "text"),
}


def _columns(text: Text, key: CaseKey) -> tuple[Any, Any]:
    """The two columns of a text in the clear."""
    model, content, more = _MODELS[text.kind]
    row = model(pk=text.id)
    attach(key, row)
    row.__dict__[content] = Ciphertext(text.content)
    if more and text.more is not None:
        row.__dict__[more] = Ciphertext(text.more)
        return getattr(row, content), getattr(row, more)
    return getattr(row, content), None


@dataclass(frozen=True)
class Said:
    """What of a row is found by search, in the clear. `at` is the moment as it is kept, empty where none is."""

    case_id: UUID
    kind: str
    id: UUID
    field: Field
    words: str = dataclass_field(repr=False)
    at: str = ""


def said_in(text: Text, key: CaseKey) -> Said | None:
    """Where a child is, code words and telephone numbers are not among it."""
    said, more = _columns(text, key)
    field = Field.WORDS
    match text.kind:
        case "case":
            field, words = Field.TITLE, said.get("title")
        case "message" | "note":
            subject = (said.get("mail") or {}).get("subject")
            words = "" if is_mark(said) else "\n".join(filter(None, [subject, said.get("text")]))
        case "task":
            words = said.get("text")
        case "closing":
            words = said.get("note")
        case "party":
            field, words = Field.NAME, "" if said.get("removed_at") else said.get("name")
        case "contact":
            words = "\n".join(filter(None, (said.get(name) for name in ("asked", "said", "agreed", "care"))))
        case "attachment":
            field, words = Field.FILE, "\n".join(filter(None, [said.get("name"), more]))
        case _:
            raise ValueError(text.kind)
    return Said(text.case_id, text.kind, text.id, field, words, said.get("at") or "") if words else None


def said_by(texts: Sequence[Text], found: Mapping[UUID, CaseKey], key_of: Mapping[UUID, UUID]) -> list[Said]:
    """All of it, in a fixed order; what has a key that is gone is left out."""
    told = []
    for text in sorted(texts, key=lambda text: (text.kind, text.id)):
        key = found.get(text.key_id or key_of[text.case_id])
        if key is not None and (said := said_in(text, key)) is not None:
            told.append(said)
    return told


def keys_for(texts: Sequence[Text], key_of: Mapping[UUID, UUID]) -> dict[UUID, CaseKey]:
    """The keys of these cases and of what has its own in them, in one statement."""
    return keys.unwrap_many({*key_of.values(), *(text.key_id for text in texts if text.key_id)})


def documents_from(texts: Sequence[Text], key_of: Mapping[UUID, UUID]) -> dict[UUID, Document]:
    """The cases of these texts as words; a case whose key is gone is absent."""
    found = keys_for(texts, key_of)
    items: dict[UUID, list[Item]] = {case_id: [] for case_id, key_id in key_of.items() if key_id in found}
    for said in said_by(texts, found, key_of):
        one = item(said.kind, said.id, said.field, said.words)
        if one.words and said.case_id in items:
            items[said.case_id].append(one)
    return {case_id: Document(case_id, tuple(those)) for case_id, those in items.items()}
