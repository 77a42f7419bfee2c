"""When a lawyer is reminded of the one short answer that she owes, by our own agreements: twice at most."""

from __future__ import annotations

from datetime import date

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Outgoing
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.access import followings_of, place_for
from helpdesk.counsel.laid import Place
from helpdesk.counsel.models import Seat
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before

RULES = ("counsel-first-reminder", "counsel-last-reminder")


def next_reminder(until: date, sent: int) -> date | None:
    """The day after today on which she is reminded next, while her place is open; None when there is none any more.

    Args:
        until: the last day of her place.
        sent: how often she was reminded.
    """
    before = sorted((reference.own_days(rule) for rule in RULES), reverse=True)
    days = [working_day_before(until, count) for count in before[sent:]]
    return next((day for day in days if day > clock.today()), None)


def set_next(seat: Seat, sent: int) -> None:
    """Write into the row when she is reminded next; whoever changes the place saves it."""
    off = seat.content.get("not_reminded") or seat.content.get("ended_at")
    seat.remind_on = None if off else next_reminder(date.fromisoformat(seat.content["until"]), sent)


def owes_answer(file: CaseFile, place: Place) -> bool:
    """Whether she was given something, can come in to answer, and did not."""
    following = followings_of(file).get(str(place.id))
    answered = place.answered_on or (following and following.answer)
    given = any(one.back_at is None for one in place.shares)
    return place.open and place.enrolled and given and not answered


def is_needless(file: CaseFile, row: Outgoing) -> bool:
    """Whether a reminder that still waits in the queue must not leave any more: its link would lead nowhere."""
    seat = Seat.objects.filter(case=file.case, pk=row.content["counsel"]).first()
    if seat is None or file.mine(seat).content.get("not_reminded"):
        return True
    try:
        return not owes_answer(file, place_for(file, seat.pk))
    except NotNow:
        return True
