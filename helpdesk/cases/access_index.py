"""The search worker: it opens words and shows them to nobody."""

from __future__ import annotations

from collections.abc import Sequence

from helpdesk.cases.access import sealed_value
from helpdesk.cases.access_words import documents_from
from helpdesk.cases.models import SearchTerms
from helpdesk.cases.queries_search import Blob
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib.ids import new_id
from helpdesk.search.document import Document, pack, unpack
from helpdesk.search.words import FORM
from helpdesk.vault import keys
from helpdesk.vault.fields import Ciphertext
from helpdesk.vault.opened import attach

WORKER = Actor.worker("search")
_rows = SearchTerms.objects


def words_of_due(most: int) -> list[tuple[SearchTerms, bytes]]:
    """The rows and sealed words of cases whose text changed, to be kept; the opening is on record, once.

    The changes are read before the texts: what comes between is a change that these words have not seen.
    """
    due = _rows.due(FORM, most)
    if not due:
        return []
    key_of = {case_id: key_id for case_id, key_id, *_ in due}
    record("index", actor=WORKER, purpose=f"{len(due)} cases")
    documents = documents_from(_rows.texts_to_index(list(key_of)), key_of)
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
