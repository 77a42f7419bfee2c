"""What a lawyer told by telephone, written down by whoever heard it; and that a colleague saw what she answered."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import end_tasks
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Message
from helpdesk.counsel.access import followings_of, place_for, said_by_lawyers, seat_to_change, times_answered
from helpdesk.counsel.actions.keep import keep
from helpdesk.counsel.following import Answer, Filing
from helpdesk.counsel.models import Seat
from helpdesk.counsel.words import ANSWERS, as_said
from helpdesk.lib import clock


def record_counsel_answer(*, file: CaseFile, seat_id: UUID, said: Filing | Answer) -> Message:
    """Keep where it was filed, or what came of it. An answer ticks the reminder off; a later one takes its place.

    Raises:
        NotNow: there is no such place here.
    """
    place = place_for(file, seat_id)
    with stepping(file, "record-counsel-answer") as case:
        message = file.mine(Message(case=case, created_on=clock.today(), visible_at=clock.now()))
        message.content = {
            "by": str(file.member.pk),
            "kind": ANSWERS,
            "channel": "call",
            "party": str(place.party),
            "counsel": str(seat_id),
            "said": said.as_content(),
            "text": as_said(said),
            "at": now_text(),
        }
        message.save(force_insert=True)
        if isinstance(said, Answer):
            seat = seat_to_change(file, seat_id)
            end_tasks(file, case, seat.content["tasks"])
            Seat.objects.filter(pk=seat.pk).update(remind_on=None)
    return message


def see_counsel_answer(*, file: CaseFile, seat_id: UUID) -> None:
    """What she answered through her page was read: the worklist says so no more, and nobody has to ask her."""
    with stepping(file, "see-counsel-answer") as case:
        seat = seat_to_change(file, seat_id)
        following = followings_of(file).get(str(seat_id))
        if following and following.answer:
            end_tasks(file, case, seat.content["tasks"])
        keep(file, case, seat, seen=times_answered(said_by_lawyers(file), seat_id))
