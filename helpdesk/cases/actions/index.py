"""The search worker: words of cases that changed, and segments of the teams. Whatever is killed in here loses nothing.

A change stands written down until it lies in a segment, and so long the case is read by itself. So each step may be
the last: what was not done is done again.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from helpdesk.cases.access_index import documents_of, words_of_due
from helpdesk.cases.access_segments import (
    destroy_segment_keys,
    destroy_segment_keys_but,
    sealed_segment,
    without_key,
)
from helpdesk.cases.models import SearchTerms
from helpdesk.cases.queries_search import Blob

SIZE = 2_000  # cases in a segment
AT_ONCE = 200
_rows = SearchTerms.objects


def keep_words(*, most: int = AT_ONCE) -> int:
    """Bring the words of changed cases up to date; return of how many. Nothing when another worker is at it."""
    with transaction.atomic():
        if not _rows.lock(wait=False):
            return 0
        made = words_of_due(most)
        for row, sealed in made:
            _rows.keep(row, sealed)
    return len(made)


def build_segments(*, least: int = 1, size: int = SIZE) -> int:
    """Put into segments what lies in none, for teams where at least so many cases wait; return how many were made."""
    _drop_dead()
    return sum(_build_team(team_id, size) for team_id in _rows.teams_to_build(least))


def _drop_dead() -> None:
    """Segments whose key is gone, as when somebody was killed while forgetting a case."""
    with transaction.atomic():
        if _rows.lock(wait=False):
            segments = _rows.keys_of_segments()
            _rows.drop([segments[key_id] for key_id in without_key(segments)])


def _build_team(team_id: UUID | None, size: int) -> int:
    """New segments, the old ones dropped, their keys destroyed: all before anybody else comes in.

    The old keys go before the commit. Killed in between, the old segments open no more, and their cases are read one
    by one until the next build. A new key without a segment goes with the next build or forgetting.
    """
    with transaction.atomic():
        if not _rows.lock(wait=False):
            return 0
        segments = _rows.segments_of(team_id)
        blobs = _rows.blobs_of(team_id)
        old = _to_rewrite(segments, blobs, size)
        stay = [blob for blob in blobs if blob.may_lie and (blob.old is None or blob.old in old)]
        documents, seen = documents_of(stay)
        made = [
            (sealed_segment(team_id, documents[at : at + size]), [one.id for one in documents[at : at + size]])
            for at in range(0, len(documents), size)
        ]
        _rows.drop(old)
        for at, ((row, sealed), cases) in enumerate(made):
            _rows.store(row, sealed, cases, [] if at else seen)
        destroy_segment_keys(key_id for segment_id, key_id, _ in segments if segment_id in old)
    return len(made)


def _to_rewrite(segments: Sequence[tuple[UUID, UUID, int]], blobs: Sequence[Blob], size: int) -> set[UUID]:
    """Segments with a case that changed or must go, and one with room when there is something to put in."""
    ours = {segment_id for segment_id, _, _ in segments}
    old = {blob.old for blob in blobs if blob.old in ours and (blob.changed or not blob.may_lie)} - {None}
    found = {one for one in old if one is not None}
    if any(blob.may_lie and blob.old is None for blob in blobs):
        room = [(cases, segment_id) for segment_id, _, cases in segments if cases < size and segment_id not in found]
        found |= {segment_id for _, segment_id in sorted(room)[:1]}
    return found


def forget_words(case_id: UUID) -> None:
    """Inside the forgetting of a case: no segment with its words opens any more when this returns.

    Waits for a worker that is making segments now. The cases that lay beside it are read one by one until the next
    build puts them into a segment under another key.
    """
    _rows.lock()
    _rows.drop(_rows.segment_of(case_id))
    destroy_segment_keys_but(_rows.keys_of_segments())
