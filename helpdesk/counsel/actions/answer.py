"""What a lawyer told by telephone, written down by whoever heard it."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import end_tasks
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Message
from helpdesk.counsel.access import place_for, seat_to_change
from helpdesk.counsel.following import Answer, Filing
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
            end_tasks(file, case, seat_to_change(file, seat_id).content["tasks"])
    return message
