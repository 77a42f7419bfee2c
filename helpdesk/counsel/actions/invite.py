"""The child's lawyer gets a place of her own: a neutral mail with a link, and a code that is told by telephone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_send import Sealed
from helpdesk.cases.actions import party_of
from helpdesk.cases.actions.queue import put_in_queue
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.before_sending import refusals
from helpdesk.cases.models import Message
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.access import new_door, places_of
from helpdesk.counsel.actions.keep import keep
from helpdesk.counsel.models import Door, Seat
from helpdesk.counsel.words import ENROL_WITHIN, LONGEST_DAYS, PLACE
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Subject, stands_against

INVITED = "counsel-invite"  # the kind of message
NO_LAWYER = "Alleen een advocaat die naast het kind staat, krijgt hier een plek."


def invite_counsel(*, file: CaseFile, party_id: UUID, purpose: str, bar: str, until: date) -> Seat:
    """Invite a lawyer for this case until a day. A colleague looked her number up; who did is kept.

    Args:
        file: the case, opened for this verb.
        party_id: the lawyer, who stands around the child.
        purpose: what for, for us and for the ledger's reader; she does not see it.
        bar: her number at the bar, as it was looked up.
        until: the last day on which she can come in, ninety days from now at most.

    Raises:
        NotNow: she is no lawyer of the child, has a place already, may not be told, or the day is too far.
    """
    party = party_of(file=file, party_id=party_id)
    person, today = Person.of(party.content), clock.today()
    if person.part != Part.LAWYER or stands_against(person):
        raise NotNow(NO_LAWYER)
    if why := refusals(file, party, ""):
        raise NotNow(" ".join(why))
    if not today < until <= today + timedelta(days=LONGEST_DAYS):
        raise NotNow(f"Kies een dag na vandaag, en niet verder dan {LONGEST_DAYS} dagen.")
    said = checked_reason(purpose)
    _must_have_none(file, party_id)
    try:
        leave = release(file, to=party, subjects=[Subject.DOCUMENTS], channel=Channel.EMAIL)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    content: dict[str, Any] = {
        "party": str(party_id),
        "name": f"{person.part_label.lower()} {person.initials}".strip(),
        "purpose": said,
        "bar": bar.strip(),
        "bar_by": str(file.member.pk),
        "until": until.isoformat(),
        "by": str(file.member.pk),
        "at": now_text(),
        "shares": [],
        "tasks": [],
    }
    return _invite(leave, file, new_door(file), content, until, person.email)


def _must_have_none(file: CaseFile, party_id: UUID) -> None:
    if any(one.open and one.party == party_id for one in places_of(file)):
        raise NotNow("Deze advocaat heeft al een plek. Trek die eerst in als er iets anders moet.")


def _invite(leave: Release, file: CaseFile, door: Sealed[Door], content: dict[str, Any], until: date, to: str) -> Seat:
    with stepping(file, "invite-counsel") as case:
        _must_have_none(file, UUID(content["party"]))
        visible = clock.now() + timedelta(seconds=settings.UNDO_SECONDS)
        message = file.mine(Message(case=case, created_on=clock.today(), visible_at=visible))
        message.content = {
            "by": str(file.member.pk),
            "kind": INVITED,
            "channel": "email",
            "party": content["party"],
            "text": f"Uitgenodigd om stukken op te halen, tot en met {until:%d-%m-%Y}. Zij komt binnen een dag binnen.",
            "at": now_text(),
            "to": to,
            "code": " ".join(door.code.words),
        }
        message.save(force_insert=True)
        told = {"party": content["party"], "subjects": sorted(map(str, leave.subjects)), "token": door.token}
        put_in_queue(leave, file, message, due_at=visible, to=to, place=PLACE, **told)
        seat = file.mine(Seat(case=case, created_on=clock.today()))
        seat.content = {**content, "message": str(message.pk)}
        seat.save(force_insert=True)
        door.row.seat, door.row.until, door.row.enrol_until = seat, until, visible + ENROL_WITHIN
        door.row.told = {**door.row.told, "party": content["party"], "counsel": str(seat.pk)}
        door.row.save(force_insert=True)
        keep(file, case, seat)
    return seat
