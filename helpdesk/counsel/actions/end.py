"""A place ends: from this commit on the next click finds nothing, and the keys behind it are gone before that."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import end_tasks
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.consents import consents_of
from helpdesk.cases.models import Case, Outgoing, Party
from helpdesk.cases.release import may_leave
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.access import destroy_door, place_for, places_of, seat_to_change
from helpdesk.counsel.actions.keep import keep
from helpdesk.counsel.models import Door, Parcel, Seat
from helpdesk.people.telling import Channel, Subject

STOPPED = "Er is geen toestemming meer om met deze advocaat te delen."


def revoke_counsel(*, file: CaseFile, seat_id: UUID, reason: str) -> None:
    """Shut a lawyer out. What she collected before is not undone; what she collected stays to be read here.

    Raises:
        NotNow: it has ended already, or the reason is too short.
    """
    why = checked_reason(reason)
    if place_for(file, seat_id).ended_at is not None:
        raise NotNow("Deze toegang is al ingetrokken.")
    with stepping(file, "revoke-counsel") as case:
        end_place(file, case, seat_to_change(file, seat_id), why)


def end_place(file: CaseFile, case: Case, seat: Seat, why: str) -> None:
    """Inside an act: the keys first, then the rows; what she fetched is kept with the place."""
    door: Door | None = Door.objects.filter(case=file.case, seat=seat).defer("told", "totp").first()
    fetched, enrolled = {}, False
    if door is not None:
        enrolled = door.last_step > 0
        destroy_door(door)
        fetched = dict(Parcel.objects.filter(door=door).values_list("pk", "collected_at"))
        door.delete()
    shares = [
        {**one, "collected_at": at.isoformat(timespec="seconds")} if (at := fetched.get(UUID(one["id"]))) else one
        for one in seat.content["shares"]
    ]
    Outgoing.objects.filter(case=file.case, message=seat.content["message"]).exclude(
        state__in=["sending", "sent"]
    ).delete()
    end_tasks(file, case, seat.content["tasks"])
    seat.remind_on = None
    ended = {"ended_at": now_text(), "ended_by": str(file.member.pk), "why": why, "enrolled": enrolled}
    keep(file, case, seat, shares=shares, **ended)


def end_without_leave(file: CaseFile, case: Case, party: UUID) -> None:
    """Inside an act of the room below, after which somebody may perhaps not be told any more: then her place ends."""
    for one in places_of(file):
        if one.party == party and one.ended_at is None and not still_allowed(file, one.party):
            end_place(file, case, seat_to_change(file, one.id), STOPPED)


def still_allowed(file: CaseFile, party_id: UUID) -> bool:
    """Whether what a place is for may still go to this person, without a trace."""
    party = Party.objects.filter(case=file.case, pk=party_id).first()
    if party is None:
        return False
    told = [Subject.CONTACT, Subject.DOCUMENTS]
    return may_leave(file.mine(party), consents_of(file), subjects=told, channel=Channel.EMAIL).allowed
