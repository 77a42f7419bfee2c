"""A case as the words that search knows: which rows are found, and which of what they hold is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any
from uuid import UUID

from django.db import models

from helpdesk.cases.models import (
    Attachment,
    Case,
    Closing,
    Complaint,
    Contact,
    GivenFile,
    Message,
    Note,
    Party,
    Referral,
    Source,
    Task,
)
from helpdesk.cases.moves import is_mark
from helpdesk.cases.queries_search import Text
from helpdesk.search.document import Document, Field, Item, item
from helpdesk.vault import keys
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.opened import CaseKey, attach


@dataclass(frozen=True)
class Words:
    """The words of one row. `sort` is what a page may call it by; `takes_back` the row that it takes back."""

    text: str = dataclass_field(repr=False)
    field: Field = Field.WORDS
    sort: str = ""
    takes_back: str = ""


def words(*texts: str | None, field: Field = Field.WORDS, sort: str = "", takes_back: str = "") -> Words:
    """These texts below each other; empty ones are left out."""
    return Words("\n".join(filter(None, texts)), field, sort, takes_back)


@dataclass(frozen=True)
class Kind:
    """One table with text: which columns search reads, and what it finds in them."""

    model: type[models.Model]
    found: Callable[[Any, Any], Words]
    content: str = "content"
    more: str = ""


def _of_case(said: Any, _: Any) -> Words:
    return words(said.get("title"), field=Field.TITLE)


def _of_message(said: Any, _: Any) -> Words:
    return words() if is_mark(said) else words((said.get("mail") or {}).get("subject"), said.get("text"))


def _of_task(said: Any, _: Any) -> Words:
    return words(said.get("text"))


def _of_closing(said: Any, _: Any) -> Words:
    return words(said.get("note"), said.get("lesson"))


def _of_party(said: Any, _: Any) -> Words:
    return words(None if said.get("removed_at") else said.get("name"), field=Field.NAME)


def _of_contact(said: Any, _: Any) -> Words:
    return words(*(said.get(name) for name in ("asked", "said", "agreed", "care")))


def _of_attachment(said: Any, text: Any) -> Words:
    return words(said.get("name"), text, field=Field.FILE)


def _of_complaint(said: Any, _: Any) -> Words:
    told = (said.get(name) for name in ("about", "body", "happened", "own_words", "tried", "wants"))
    return words(*told, *(said.get("enclosed") or ()))


def _of_given(said: Any, _: Any) -> Words:
    """A bundle says what is in it; those pieces themselves are found where they lie."""
    pieces = (piece[1] for piece in said.get("items") or ())
    return words(said.get("title"), said.get("text"), *pieces, field=Field.FILE)


def _of_referral(said: Any, _: Any) -> Words:
    notes = (step.get("note") for step in said.get("steps") or ())
    return words(*(said.get(name) for name in ("name", "purpose", "text")), *notes)


def _of_source(said: Any, _: Any) -> Words:
    """What a case relies on is found by its name and by why; with the first row go those that look at it again."""
    return words(said.get("name"), said.get("why"), said.get("note"), takes_back=said.get("takes_back") or "")


KINDS = {
    "case": Kind(Case, _of_case, "summary"),
    "message": Kind(Message, _of_message),
    "note": Kind(Note, _of_message),
    "task": Kind(Task, _of_task),
    "closing": Kind(Closing, _of_closing),
    "party": Kind(Party, _of_party),
    "contact": Kind(Contact, _of_contact, "words"),
    "attachment": Kind(Attachment, _of_attachment, more="text"),
    "complaint": Kind(Complaint, _of_complaint),
    "given": Kind(GivenFile, _of_given),
    "referral": Kind(Referral, _of_referral),
    "source": Kind(Source, _of_source),
}


def register(name: str, kind: Kind) -> None:
    """A room above enters a table of its own; its migration adds the rows to `search_texts` under this name."""
    KINDS[name] = kind


def _columns(text: Text, key: CaseKey) -> tuple[Any, Any]:
    """The two columns of a text in the clear."""
    kind = KINDS[text.kind]
    row = kind.model(pk=text.id)
    attach(key, row)
    row.__dict__[kind.content] = Ciphertext(text.content)
    if kind.more and text.more is not None:
        row.__dict__[kind.more] = Ciphertext(text.more)
        return getattr(row, kind.content), getattr(row, kind.more)
    return getattr(row, kind.content), None


@dataclass(frozen=True)
class Said:
    """What of a row is found by search, in the clear. `at` is the moment as it is kept, empty where none is.

    `sort` and `takes_back` are those of its `Words`.
    """

    case_id: UUID
    kind: str
    id: UUID
    field: Field
    words: str = dataclass_field(repr=False)
    at: str = ""
    sort: str = ""
    takes_back: str = ""


def said_in(text: Text, key: CaseKey) -> Said | None:
    """Where a child is, code words and telephone numbers are not among it."""
    said, more = _columns(text, key)
    found = KINDS[text.kind].found(said, more)
    if not (found.text or found.takes_back):
        return None
    at = said.get("at") or ""
    return Said(text.case_id, text.kind, text.id, found.field, found.text, at, found.sort, found.takes_back)


def said_by(texts: Sequence[Text], found: Mapping[UUID, CaseKey], key_of: Mapping[UUID, UUID]) -> list[Said]:
    """All of it, in a fixed order; what has a key that is gone is left out, and so is what was taken back."""
    told = []
    for text in sorted(texts, key=lambda text: (text.kind, text.id)):
        key = found.get(text.key_id or key_of[text.case_id])
        if key is not None and (said := said_in(text, key)) is not None:
            told.append(said)
    gone = {said.takes_back for said in told if said.takes_back}
    return [said for said in told if said.words and str(said.id) not in gone]


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
