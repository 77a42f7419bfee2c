"""Search for a member, over what she may see, in memory; and for its worker, which shows words to nobody."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models

from helpdesk.cases.access import may_at, sealed_value
from helpdesk.cases.models import (
    Attachment,
    Case,
    Closing,
    Conflict,
    Contact,
    Message,
    Note,
    Party,
    SearchChange,
    SearchSegment,
    SearchTerms,
    Task,
    Wall,
)
from helpdesk.cases.moves import is_mark
from helpdesk.cases.queries_search import Blob, Standing, Stored, Text
from helpdesk.ledger.actions import Actor, record, record_now
from helpdesk.lib.ids import new_id
from helpdesk.search.document import Document, Field, Item, item, pack, unpack
from helpdesk.search.finding import Shelf, find
from helpdesk.search.query import Phrase, Query
from helpdesk.search.segment import Array, Segment, build, from_bytes, to_bytes
from helpdesk.search.words import FORM
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may
from helpdesk.vault import keys
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.opened import CaseKey, attach

WORKER = Actor.worker("search")
_rows = SearchTerms.objects

# --- a case as words ---

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


def _opened(text: Text, key: CaseKey) -> tuple[Any, Any]:
    """The two columns of a text in the clear."""
    model, content, more = _MODELS[text.kind]
    row = model(pk=text.id)
    attach(key, row)
    row.__dict__[content] = Ciphertext(text.content)
    if more and text.more is not None:
        row.__dict__[more] = Ciphertext(text.more)
        return getattr(row, content), getattr(row, more)
    return getattr(row, content), None


def _items(text: Text, key: CaseKey) -> Iterable[Item]:
    """What of a row is found by search. Where a child is, code words and telephone numbers are not."""
    said, more = _opened(text, key)
    match text.kind:
        case "case":
            yield item("case", text.id, Field.TITLE, said.get("title") or "")
        case "message" | "note" if not is_mark(said):
            subject = (said.get("mail") or {}).get("subject") or ""
            yield item(text.kind, text.id, Field.WORDS, f"{subject}\n{said.get('text') or ''}")
        case "task":
            yield item("task", text.id, Field.WORDS, said.get("text") or "")
        case "closing":
            yield item("closing", text.id, Field.WORDS, said.get("note") or "")
        case "party" if not said.get("removed_at"):
            yield item("party", text.id, Field.NAME, said.get("name") or "")
        case "contact":
            spoken = (said.get(name) or "" for name in ("asked", "said", "agreed", "care"))
            yield item("contact", text.id, Field.WORDS, "\n".join(spoken))
        case "attachment":
            yield item("attachment", text.id, Field.FILE, f"{said.get('name') or ''}\n{more or ''}")


def _documents(texts: Sequence[Text], key_of: Mapping[UUID, UUID]) -> dict[UUID, Document]:
    """The cases of these texts as words; a case whose key is gone is absent, a call whose key is gone is left out."""
    found = keys.unwrap_many({*key_of.values(), *(text.key_id for text in texts if text.key_id)})
    items: dict[UUID, list[Item]] = {case_id: [] for case_id, key_id in key_of.items() if key_id in found}
    for text in sorted(texts, key=lambda text: (text.kind, text.id)):
        key = found.get(text.key_id or key_of[text.case_id])
        if key is not None and text.case_id in items:
            items[text.case_id].extend(one for one in _items(text, key) if one.words)
    return {case_id: Document(case_id, tuple(those)) for case_id, those in items.items()}


# --- segments in memory ---


@dataclass
class _Remembered:
    """Opened segments of this process, for a quarter of an hour and up to 64 MB."""

    most: int = 64 * 2**20
    seconds: float = 15 * 60
    _held: OrderedDict[tuple[UUID, str], tuple[float, int, dict[str, Array]]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, name: tuple[UUID, str]) -> dict[str, Array] | None:
        with self._lock:
            held = self._held.get(name)
            if held is None or time.monotonic() - held[0] > self.seconds:
                self._held.pop(name, None)
                return None
            self._held.move_to_end(name)
            return held[2]

    def put(self, name: tuple[UUID, str], size: int, arrays: dict[str, Array]) -> None:
        with self._lock:
            self._held[name] = (time.monotonic(), size, arrays)
            while sum(one[1] for one in self._held.values()) > self.most and len(self._held) > 1:
                self._held.popitem(last=False)

    def clear(self) -> None:
        """Forget all of it."""
        with self._lock:
            self._held.clear()


remembered = _Remembered()


def _segments(wanted: Sequence[Stored], *, streams: bool) -> dict[UUID, Segment]:
    """These segments, opened; one that is gone or whose key is gone is absent."""
    columns = ("terms", "streams") if streams else ("terms",)
    missing = {column: [one for one in wanted if remembered.get((one.id, column)) is None] for column in columns}
    fresh = {one.key_id for those in missing.values() for one in those}
    opened = keys.unwrap_many(fresh) if fresh else {}
    arrays: dict[tuple[UUID, str], dict[str, Array]] = {}
    for column, those in missing.items():
        sealed = _rows.bytes_of(column, [one.id for one in those]) if those else {}
        for one in those:
            if one.id in sealed and one.key_id in opened:
                row = SearchSegment(pk=one.id)
                attach(opened[one.key_id], row)
                row.__dict__[column] = Ciphertext(sealed[one.id])
                data: bytes = getattr(row, column)
                arrays[one.id, column] = from_bytes(data)
                remembered.put((one.id, column), len(data), arrays[one.id, column])
    found = {}
    for one in wanted:
        parts = [arrays.get((one.id, column)) or remembered.get((one.id, column)) for column in columns]
        if parts[0] is not None and parts[-1] is not None:
            found[one.id] = Segment(parts[0], parts[-1] if streams else None)
    return found


# --- for a member ---


def search(member: Member, query: Query) -> list[UUID]:
    """The cases of this member that answer, best first. Writes one line in the ledger: that she searched, and how many
    it found.

    A case that does not exist for her, behind a wall or of a family that she knows, takes no part in anything.
    """
    found = find(query, _shelves(member, query)) if query else []
    record_now("search-cases", actor=Actor.member(member.pk), purpose=f"{len(found)} cases")
    return found


def _shelves(member: Member, query: Query) -> list[Shelf]:
    standing: Standing = _rows.standing()
    mine = [one for one in standing.segments if _reads_segments_of(member, one.team_id)]
    segments = _segments(mine, streams=any(isinstance(unit, Phrase) for unit in (*query.wanted, *query.unwanted)))
    lost = [one.id for one in mine if one.id not in segments]
    alone = _alone(member, standing, lost)
    known = set(Conflict.objects.filter(member=member).values_list("case_id", flat=True))
    without = [*standing.changed, *alone, *known]
    shelves = [Shelf.of(segments[one.id], without=without) for one in mine if one.id in segments]
    if alone:
        shelves.append(Shelf.of(build(_documents_of(list(alone.values()), standing.changed).values())))
    return shelves


def _reads_segments_of(member: Member, team_id: UUID | None) -> bool:
    return may(member, "read-case", team_id, "closed")


def _alone(member: Member, standing: Standing, lost: Collection[UUID]) -> dict[UUID, Case]:
    """The cases that this member reads and that lie in no segment of hers: changed ones, new ones, offered ones."""
    outside = Wall.objects.exclude(members__member=member).values("case")
    somewhere = standing.changed | standing.loose
    if lost:  # a segment was rewritten a moment ago, or its key is gone: its cases are read one by one
        somewhere |= set(_rows.filter(segment__in=lost).values_list("case_id", flat=True))
    if not somewhere:
        return {}
    rows = Case.objects.visible_to(member).filter(pk__in=somewhere).exclude(pk__in=outside).select_related("offer")
    return {case.pk: case for case in rows.defer("summary") if _reads(member, case)}


def _reads(member: Member, case: Case) -> bool:
    offer = getattr(case, "offer", None)
    return may(
        member,
        "read-case",
        case.team_id,
        case.state,
        offered=offer is not None and offer.team_id in member.team_ids(),
    )


def _documents_of(cases: list[Case], changed: Collection[UUID]) -> dict[UUID, Document]:
    """Their words: from the blob where it is whole, else from the texts themselves."""
    key_of = {case.pk: case.key_id for case in cases}
    blobs = {row.case_id: row for row in _rows.filter(case__in=list(key_of), form=FORM)}
    behind = _behind([case_id for case_id in key_of if case_id in changed], blobs)
    whole = {case_id: blobs[case_id] for case_id in key_of if case_id in blobs and case_id not in behind}
    opened = keys.unwrap_many(key_of[case_id] for case_id in whole)
    found = {}
    for case_id, row in whole.items():
        if key_of[case_id] in opened:
            attach(opened[key_of[case_id]], row)
            found[case_id] = Document(case_id, unpack(row.content))
    rest = {case_id: key_id for case_id, key_id in key_of.items() if case_id not in whole}
    return found | (_documents(_rows.texts_of(list(rest)), rest) if rest else {})


def _behind(changed: list[UUID], blobs: Mapping[UUID, SearchTerms]) -> set[UUID]:
    """The cases with a change that their blob has not seen."""
    rows = SearchChange.objects.filter(case_id__in=changed).values_list("case_id", "id") if changed else []
    return {case_id for case_id, change in rows if case_id not in blobs or change not in blobs[case_id].seen}


# --- for the worker ---


def words_of_due(most: int) -> list[tuple[SearchTerms, bytes]]:
    """The rows and sealed words of cases whose text changed, to be kept; the opening is on record, once.

    The changes are read before the texts: what comes between is a change that these words have not seen.
    """
    due = _rows.due(FORM, most)
    if not due:
        return []
    key_of = {case_id: key_id for case_id, key_id, *_ in due}
    record("index", actor=WORKER, purpose=f"{len(due)} cases")
    documents = _documents(_rows.texts_to_index(list(key_of)), key_of)
    opened = keys.unwrap_many(key_of.values())
    made = []
    for case_id, key_id, terms_id, changes in due:
        if case_id in documents and key_id in opened:
            row = SearchTerms(pk=terms_id or new_id(), case_id=case_id, form=FORM, seen=changes)
            attach(opened[key_id], row)
            row.content = pack(documents[case_id].items)
            made.append((row, sealed_value(row, "content")))
    return made


def documents_of(blobs: Sequence[Blob]) -> tuple[list[Document], list[int]]:
    """The cases of these blobs as words, and the changes that are in them."""
    contents = _rows.contents_of([blob.terms_id for blob in blobs])
    opened = keys.unwrap_many(blob.key_id for blob in blobs)
    documents, seen = [], []
    for blob in blobs:
        if blob.terms_id in contents and blob.key_id in opened:
            content, changes = contents[blob.terms_id]
            row = SearchTerms(pk=blob.terms_id)
            attach(opened[blob.key_id], row)
            row.__dict__["content"] = Ciphertext(content)
            documents.append(Document(blob.case_id, unpack(row.content)))
            seen.extend(changes)
    return documents, seen


def sealed_segment(team_id: UUID | None, documents: list[Document]) -> tuple[SearchSegment, tuple[bytes, bytes]]:
    """A segment of these cases, with a key of its own that is stored already."""
    key = keys.new_segment_key()
    made = build(documents)
    row = SearchSegment(key_id=key.key_id, team_id=team_id, form=FORM, cases=len(documents))
    attach(key, row)
    row.terms, row.streams = to_bytes(made.terms), to_bytes(made.streams or {})
    return row, (sealed_value(row, "terms"), sealed_value(row, "streams"))


def without_key(key_ids: Iterable[UUID]) -> set[UUID]:
    """Those of these keys that are gone."""
    asked = set(key_ids)
    return asked - keys.unwrap_many(asked).keys()


def destroy_segment_keys(key_ids: Iterable[UUID]) -> None:
    """After this no copy of these segments opens, wherever it lies."""
    keys.destroy(key_ids)


def destroy_segment_keys_but(in_use: Collection[UUID]) -> int:
    """Also the keys of segments that were being made when a worker was killed; return how many."""
    return keys.destroy_segment_keys_but(in_use)


def may_find(member: Member, cases: Iterable[Case]) -> list[Case]:
    """Those of these rows that she may read; for what is shown, after `search` said which."""
    return [case for case in cases if may_at(member, "read-case", case)]
