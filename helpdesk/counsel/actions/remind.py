"""A lawyer is reminded of her answer by a neutral mail with the same link; a colleague may say that she is not."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.queue import put_in_queue
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Message
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.access import link_of, place_for, reminders_of, seat_to_change
from helpdesk.counsel.actions.keep import keep
from helpdesk.counsel.laid import Place
from helpdesk.counsel.models import Seat
from helpdesk.counsel.reminding import owes_answer, set_next
from helpdesk.counsel.words import PLACE, REMINDER
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject

TEXT = "Herinnerd aan het korte antwoord, met dezelfde link."


def remind_counsel(*, file: CaseFile, seat_id: UUID, wanted: bool) -> date | None:
    """Say whether she is reminded of her answer; the one takes the other back.

    Returns:
        The day on which she is reminded next; None when that is never.

    Raises:
        NotNow: there is no such place, or it has ended.
    """
    if place_for(file, seat_id).ended_at is not None:
        raise NotNow("Deze toegang is al ingetrokken.")
    sent = len(reminders_of(file, seat_id))
    with stepping(file, "remind-counsel", purpose="on" if wanted else "off") as case:
        seat = seat_to_change(file, seat_id)
        told = None if wanted else {"by": str(file.member.pk), "at": now_text()}
        seat.content, seat.remind_by = {**seat.content, "not_reminded": told}, file.member
        set_next(seat, sent)
        keep(file, case, seat)
    return seat.remind_on


# --- the worker: it acts for whoever shared last, and sees no more than she does ---


def send_reminder(*, file: CaseFile, seat_id: UUID) -> bool:
    """Put a reminder of today in the queue, when she still owes an answer and may be mailed.

    Returns:
        Whether there is one. What may not go today is not tried again before the next day for it.
    """
    place = place_for(file, seat_id)
    try:
        if owes_answer(file, place):
            party = party_of(file=file, party_id=place.party)
            link, email = link_of(file, place), Person.of(party.content).email
            leave = release(file, to=party, subjects=[Subject.DOCUMENTS], channel=Channel.EMAIL)
            return _remind(leave, file, place, link, email)
    except (NotNow, NotToBeTold):
        pass  # the door out wrote down why; her place or what was agreed with her is for a colleague
    with stepping(file, "skip-counsel-reminder"):
        _come_to_next(file, seat_to_change(file, seat_id))
    return False


def _remind(leave: Release, file: CaseFile, place: Place, link: str, email: str) -> bool:
    with stepping(file, "send-counsel-reminder") as case:
        seat = seat_to_change(file, place.id)
        if seat.remind_on is None or seat.remind_on > clock.today():  # another worker was earlier, or it was stopped
            return False
        message = file.mine(Message(case=case, created_on=clock.today(), visible_at=clock.now()))
        message.content = {
            "by": str(file.member.pk),
            "kind": REMINDER,
            "channel": "email",
            "party": str(place.party),
            "counsel": str(place.id),
            "text": TEXT,
            "at": now_text(),
            "to": email,
        }
        message.save(force_insert=True)
        told = {"party": str(place.party), "subjects": sorted(map(str, leave.subjects)), "token": link}
        told |= {"kind": REMINDER, "counsel": str(place.id)}
        put_in_queue(leave, file, message, due_at=clock.now(), to=email, place=PLACE, **told)
        _come_to_next(file, seat)
    return True


def _come_to_next(file: CaseFile, seat: Seat) -> None:
    set_next(seat, len(reminders_of(file, seat.pk)))
    seat.save()
