"""A case is split: what does not belong in it goes to a new one, under a key of its own. Within a day it is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import born_file, new_desk_key
from helpdesk.cases.access_whereabouts import new_whereabouts
from helpdesk.cases.actions.birth import helper_of
from helpdesk.cases.actions.ending import forget_case
from helpdesk.cases.actions.family import both_stepping, tie, tied, untie
from helpdesk.cases.actions.move import move_row, put_row_back, row_to_move
from helpdesk.cases.actions.new_code import save_with_a_new_code
from helpdesk.cases.actions.party import KNOWING, party_of
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.actions.whereabouts import show_whereabouts
from helpdesk.cases.models import Case, Conflict, Draft, Message, Note, Offer, Party, Wall, WallMember, Whereabouts
from helpdesk.cases.moves import undo_until
from helpdesk.cases.workflow import NotNow, State, Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import record
from helpdesk.ledger.reading import of_object
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving
from helpdesk.people.family import Relation

GONE = "Deze splitsing is er niet meer."
OFFERED = "Er loopt een overdracht. Wacht op het antwoord, of vraag het andere team om nee te zeggen."
_COPIED = ("channel", "asker", "requester_type", "language", "interpreter")
_NOTHING_NEW = frozenset({"open", "refuse", "split-case", "undo-split", "see-ledger", "compare-parties", "match-party"})


@dataclass(frozen=True)
class Chosen:
    """What goes along: messages, notes and contact moments move, people are copied. Whereabouts when said so."""

    rows: Sequence[UUID] = ()
    people: Sequence[UUID] = ()
    whereabouts: bool = False


def split_case(*, file: CaseFile, chosen: Chosen, label: str, why: str, knowing: bool = False) -> Case:
    """A new case in the same team, with what was chosen. Nothing goes along by itself.

    Args:
        label: the neutral title of the new case.
        knowing: a conflict among those who go along was shown first.

    Raises:
        NotNow: nothing was chosen, something of it stays, or a handover waits for an answer.
    """
    reason = checked_reason(why)
    if not chosen.rows:
        raise NotNow("Kies wat er meegaat. Er moet minstens één bericht, notitie of gesprek in de nieuwe zaak.")
    key = new_desk_key()
    other = born_file(key, _new_case(file, key.id), file)
    other.case.summary = _summary(file, label)
    place = _whereabouts(file, other, reason) if chosen.whereabouts else None
    with stepping(file, "split-case", purpose=KNOWING if knowing else "") as case:
        if Offer.objects.filter(case=case).exists():
            raise NotNow(OFFERED)
        save_with_a_new_code(other.case)
        moving(other.case.pk)
        inherit_wall(file, other)
        people = {str(one): str(copy_party(file, other, one).pk) for one in chosen.people}
        if place is not None:
            place.save(force_insert=True)
        marks = []
        for one in chosen.rows:
            row = row_to_move(file=file, row_id=one, lock=True)
            said_by = str(row.content.get("party")) if isinstance(row, Message) else ""
            marks.append(str(move_row(file, other, row, party=people.get(said_by, ""))))
        tie(file, other, Relation.SPLIT_INTO, why=reason, marks=marks)
        record("split-case", actor=file.actor, object_id=other.case.pk, purpose=KNOWING if knowing else "")
    return other.case


def undo_split(*, file: CaseFile, other: CaseFile) -> None:
    """Everything back into `file`; then the new case is forgotten, its keys first.

    Raises:
        NotNow: a day has passed, or something happened in the new case.
    """
    with both_stepping(file, other, "undo-split"):
        link = tied(file, other.case.code, Relation.SPLIT_INTO)
        if link is None:
            raise NotNow(GONE)
        if clock.now() >= undo_until(link.content):
            raise NotNow("Ongedaan maken kan een dag lang. Zet terug wat niet klopt, of verplaats het.")
        acts = of_object(other.case.pk).exclude(verb__in=_NOTHING_NEW)
        if acts.exists() or Draft.objects.filter(case=other.case).exists():
            raise NotNow("In de nieuwe zaak is al iets gebeurd. Zet terug wat niet klopt, of verplaats het.")
        for mark in marks_of(file, link.content["marks"]):
            put_row_back(file, other, mark)
        untie(file, other, Relation.SPLIT_INTO)
    forget_case(file=other)


def marks_of(file: CaseFile, ids: Sequence[str]) -> list[Message | Note]:
    """The marks of this list that still stand in the case, locked and opened."""
    found: list[Message | Note] = []
    for model in (Message, Note):
        rows = model._default_manager.select_for_update(of=("self",)).filter(case=file.case, pk__in=ids)
        found += file.open(rows)
    return found


def copy_party(file: CaseFile, other: CaseFile, party_id: UUID) -> Party:
    """The same human in another case is another row, under its key."""
    known = party_of(file=file, party_id=party_id)
    copy = other.mine(Party(case=other.case, created_on=clock.today()))
    copy.content = known.content
    copy.save(force_insert=True)
    return copy


def inherit_wall(file: CaseFile, other: CaseFile) -> None:
    """Whoever must not find the first case does not find the new one."""
    known = Conflict.objects.filter(case=file.case).values_list("member_id", flat=True)
    Conflict.objects.bulk_create(Conflict(case=other.case, member_id=member) for member in known)
    wall: Wall | None = Wall.objects.filter(case=file.case).first()
    if wall is None:
        return
    copy = other.mine(Wall(case=other.case, created_on=clock.today()))
    copy.content = file.mine(wall).content
    copy.save(force_insert=True)
    named = wall.members.values_list("member_id", flat=True)
    WallMember.objects.bulk_create(WallMember(wall=copy, case=other.case, member_id=one) for one in named)


def _new_case(file: CaseFile, key_id: UUID) -> Case:
    return Case(
        team=file.case.team,
        state=str(State.TEAM),
        urgency=file.case.urgency,
        promise_on=agreements.due(agreements.FIRST, Urgency(file.case.urgency), clock.now()).on,
        created_on=clock.today(),
        key_id=key_id,
    )


def _summary(file: CaseFile, label: str) -> dict[str, Any]:
    known = {name: file.case.summary[name] for name in _COPIED if file.case.summary.get(name)}
    helper = helper_of(file.member, file.case.team) if file.case.team else {}
    return {**known, **helper, "title": label, "asked_at": now_text(), "split": True}


def _whereabouts(file: CaseFile, other: CaseFile, reason: str) -> Whereabouts | None:
    """A copy under a key of its own, which is stored before the first byte under it. The look is on record."""
    known = show_whereabouts(file=file, reason=reason)
    if not known:
        return None
    row = new_whereabouts(other)
    row.content = {**known, "by": str(file.member.pk), "at": now_text(), "looks": []}
    return row
