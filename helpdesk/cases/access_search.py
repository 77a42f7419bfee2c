"""Search for a member: over what she may see, in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from helpdesk.cases.access import may_at
from helpdesk.cases.access_segments import segments_of
from helpdesk.cases.access_words import Said, documents_from, said_by
from helpdesk.cases.models import Case, SearchChange, SearchTerms, Wall
from helpdesk.cases.queries_search import Standing
from helpdesk.ledger.actions import Actor, record_now
from helpdesk.search.building import build
from helpdesk.search.document import Document, unpack
from helpdesk.search.finding import Ranking, Shelf, find
from helpdesk.search.query import Query
from helpdesk.search.segment import Segment
from helpdesk.search.words import FORM
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may
from helpdesk.vault import gate, keys
from helpdesk.vault.opened import attach

_rows = SearchTerms.objects


def search(member: Member, query: Query) -> Ranking:
    """The cases of this member that answer, best first. Writes one line in the ledger: that she searched, and how many
    it found.

    A case that does not exist for her, behind a wall or of a family that she knows, takes no part in anything.
    """
    found = find(query, _shelves(member, query)) if query else Ranking()
    record_now("search-cases", actor=Actor.member(member.pk), purpose=f"{len(found)} cases")
    return found


def _shelves(member: Member, query: Query) -> list[Shelf]:
    standing, segments, lost = _standing(member, query)
    alone = _alone(member, standing, lost)
    without = [*standing.changed, *alone, *standing.known]
    shelves = [Shelf.of(segment, without=without) for segment in segments]
    if alone:
        shelves.append(Shelf.of(build(_documents_of(list(alone.values()), standing.changed).values())))
    return shelves


def _standing(member: Member, query: Query) -> tuple[Standing, list[Segment], set[UUID]]:
    """What is where, the segments opened, and those that could not be.

    One that the worker rewrote between the two statements is asked again: its cases lie in another by now. One that is
    there without its key stays lost, and its cases are read one by one.
    """
    before: set[UUID] | None = None
    while True:
        standing: Standing = _rows.standing()
        mine = [one for one in standing.segments if _reads_segments_of(member, one.team_id)]
        opened = segments_of(mine, query)
        lost = {one.id for one in mine} - opened.keys()
        if not lost or lost == before:
            return standing, list(opened.values()), lost
        before = lost


def _reads_segments_of(member: Member, team_id: UUID | None) -> bool:
    return may(member, "read-case", team_id, "closed")


def _alone(member: Member, standing: Standing, lost: Collection[UUID]) -> dict[UUID, Case]:
    """The cases that this member reads and that lie in no segment of hers: changed ones, new ones, offered ones."""
    somewhere = standing.changed | standing.loose
    if lost:  # a segment was rewritten a moment ago, or its key is gone: its cases are read one by one
        somewhere |= set(_rows.filter(segment__in=lost).values_list("case_id", flat=True))
    if not somewhere:
        return {}
    outside = Wall.objects.exclude(members__member=member).values("case")
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
    """Their words: from the blob where it is whole, else from the texts themselves.

    The changes are read before the blobs: one that is over by then is in the blob that is read next.
    """
    key_of = {case.pk: case.key_id for case in cases}
    changes = changes_of([case_id for case_id in key_of if case_id in changed])
    blobs = {row.case_id: row for row in _rows.filter(case__in=list(key_of), form=FORM)}
    late = behind(changes, blobs)
    whole = {case_id: blobs[case_id] for case_id in key_of if case_id in blobs and case_id not in late}
    opened = keys.unwrap_many(key_of[case_id] for case_id in whole)
    found = {}
    for case_id, row in whole.items():
        if key_of[case_id] in opened:
            attach(opened[key_of[case_id]], row)
            found[case_id] = Document(case_id, unpack(row.content))
    rest = {case_id: key_id for case_id, key_id in key_of.items() if case_id not in whole}
    return found | (documents_from(_rows.texts_of(list(rest)), rest) if rest else {})


def changes_of(case_ids: Collection[UUID]) -> list[tuple[UUID, int]]:
    """(case, change) of what is written down of these cases."""
    return list(SearchChange.objects.filter(case_id__in=case_ids).values_list("case_id", "id")) if case_ids else []


def behind(changes: list[tuple[UUID, int]], blobs: Mapping[UUID, SearchTerms]) -> set[UUID]:
    """The cases with a change that their blob has not seen."""
    return {case_id for case_id, change in changes if case_id not in blobs or change not in blobs[case_id].seen}


def open_found(member: Member, ids: Sequence[UUID]) -> list[tuple[Case, list[Said]]]:
    """These cases in their order, opened to show a passage of each. Every one is a look, on record before this returns.

    A case that went out of her sight a moment ago is left out.
    """
    rows = Case.objects.visible_to(member).filter(pk__in=ids).select_related("team", "offer", "wall")
    cases = {case.pk: case for case in rows if may_at(member, "read-case", case)}
    shown = [cases[one] for one in ids if one in cases]
    if not shown:
        return []
    key_of = {case.pk: case.key_id for case in shown}
    texts = _rows.texts_of(list(key_of))
    own = [text.key_id for text in texts if text.key_id]
    opened = gate.open_cases(shown, Actor.member(member.pk), "search-cases", more=own)
    told = said_by(texts, opened, key_of)
    there = [case for case in shown if case.key_id in opened]
    for case in there:
        attach(opened[case.key_id], case)
    return [(case, [said for said in told if said.case_id == case.pk]) for case in there]
