"""Whose it is, and how it ends."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.workflow import NotNow
from helpdesk.deadlines.actions.day import must_see
from helpdesk.deadlines.actions.keep import new_entries, writing
from helpdesk.deadlines.workflow import Kind, State

ENDS = (State.MET, State.LAPSED, State.WITHDRAWN)


def take_over_deadline(*, file: CaseFile, deadline_id: UUID) -> None:
    """It is mine from now on, in my calendar and no longer in another's.

    Raises:
        NotNow: it is mine already, or this case is not for me to work.
    """
    with writing(file, deadline_id, "take-over-deadline") as sheet:
        if sheet.deadline.owner == str(file.member.pk):
            raise NotNow("Deze termijn is al van jou.")
        must_see(file, file.member)
        sheet.put(Kind.TAKE_OVER, owner=str(file.member.pk), entries=new_entries())


def end_deadline(*, file: CaseFile, deadline_id: UUID, how: State, reason: str) -> None:
    """Met, lapsed or withdrawn, and how we know. It stays to be read.

    Raises:
        NotNow: too short a reason.
    """
    if how not in ENDS:
        raise ValueError(how)
    with writing(file, deadline_id, "end-deadline") as sheet:
        sheet.put(Kind.END, how=str(how), reason=checked_reason(reason))
        sheet.stand(how)
