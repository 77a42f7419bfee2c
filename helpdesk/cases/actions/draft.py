"""Drafts: what a member is writing is kept while she types, and what was taken back lies ready to go on with."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from helpdesk.cases.access import CaseFile, SealedFile
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Draft


def save_draft(*, file: CaseFile | SealedFile, kind: str, text: str, subjects: Iterable[str] = ()) -> None:
    """Keep what she is writing. Not an act: no ledger entry, no change of the case; an empty text removes the draft.

    Args:
        kind: reply, note, close, or `Draft.kind_to` one participant.
        subjects: what the message to that participant tells about.
    """
    if not text.strip():
        drop_draft(file, kind)
        return
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(case=file.case, member=file.member, kind=kind).first()
        row = file.mine(draft or Draft(case=file.case, member=file.member, kind=kind))
        row.content = {"text": text, "at": now_text(), "subjects": sorted(subjects)}
        row.save(force_insert=draft is None)


def drop_draft(file: CaseFile | SealedFile, kind: str) -> None:
    """It was sent, or emptied."""
    Draft.objects.filter(case=file.case, member=file.member, kind=kind).delete()


def put_back(file: CaseFile, kind: str, text: str, subjects: Iterable[str] = ()) -> None:
    """What was taken back becomes a draft again; what she began meanwhile stays below it."""
    draft = Draft.objects.filter(case=file.case, member=file.member, kind=kind).first()
    begun = file.mine(draft).content if draft else {"text": ""}
    told = {*subjects, *begun.get("subjects", ())}
    save_draft(file=file, kind=kind, text="\n\n".join(filter(None, [text, begun["text"]])), subjects=told)
