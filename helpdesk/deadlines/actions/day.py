"""A day is set, read by a second colleague, and set right."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile, may_at
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import stepping
from helpdesk.cases.models import Case
from helpdesk.cases.workflow import NotNow
from helpdesk.deadlines.actions.keep import new_entries, put_step, settle, writing
from helpdesk.deadlines.counted import Counted
from helpdesk.deadlines.models import Deadline
from helpdesk.deadlines.workflow import Kind, State
from helpdesk.lib import clock
from helpdesk.teams.models import Member

NOT_HERS = "Deze collega ziet de zaak niet. Kies iemand van het team."


def set_deadline(*, file: CaseFile, counted: Counted, owner: Member) -> Deadline:
    """Set a last day, with how it was reckoned. From now on it can be met, lapse or be withdrawn, and never go.

    Raises:
        NotNow: the owner cannot see this case, or a day by hand has no reason or no source.
    """
    _must_say_why(counted)
    with stepping(file, "set-deadline") as case:
        must_see(file, owner)
        deadline = Deadline(case=file.case, created_on=clock.today(), state=State.OPEN, safe_on=counted.safe)
        deadline.save(force_insert=True)
        said = {**_day(counted), "owner": str(owner.pk), "entries": new_entries()}
        put_step(file, deadline.pk, Kind.SET, number=1, **said)
        settle(file, case)
    return deadline


def confirm_deadline(*, file: CaseFile, deadline_id: UUID, seen: int) -> None:
    """A second colleague reckoned it again and comes to the same day.

    Args:
        seen: the number of the newest step that she saw.

    Raises:
        NotNow: whoever set the day cannot confirm it; or it changed since she looked.
    """
    with writing(file, deadline_id, "confirm-deadline") as sheet:
        _must_be_another(sheet.deadline.day.by, file)
        if sheet.deadline.seen != seen:
            raise NotNow("Er is intussen iets veranderd. Kijk nog eens naar de dag.")
        if sheet.deadline.confirmed:
            raise NotNow("Deze dag is al nagelezen.")
        sheet.put(Kind.CONFIRM)


def dispute_deadline(*, file: CaseFile, deadline_id: UUID, reason: str) -> None:
    """A second colleague comes to another day. The day stands until somebody sets it right."""
    with writing(file, deadline_id, "confirm-deadline") as sheet:
        _must_be_another(sheet.deadline.day.by, file)
        sheet.put(Kind.DISPUTE, reason=checked_reason(reason))


def correct_deadline(*, file: CaseFile, deadline_id: UUID, counted: Counted, reason: str) -> None:
    """Another day, and why. The old one stays to be read; the new one waits for a second reader."""
    _must_say_why(counted)
    with writing(file, deadline_id, "correct-deadline") as sheet:
        sheet.put(Kind.CORRECT, **_day(counted), why=checked_reason(reason))
        sheet.stand(State.OPEN, counted.safe)


def must_see(file: CaseFile, owner: Member) -> None:
    """Raises NotNow when this colleague could do nothing for this deadline."""
    theirs = Case.objects.visible_to(owner).filter(pk=file.case.pk).select_related("offer", "wall").first()
    if theirs is None or not owner.is_active or not may_at(owner, "take-over-deadline", theirs):
        raise NotNow(NOT_HERS)


def _day(counted: Counted) -> dict[str, object]:
    return {**counted.said, "what": counted.what, "last": counted.last, "safe": counted.safe}


def _must_say_why(counted: Counted) -> None:
    if "term" not in counted.said:
        checked_reason(str(counted.said["reason"]))
        if not str(counted.said["source"]).strip():
            raise NotNow("Schrijf waar de dag vandaan komt: een brief, een artikel, een beschikking.")


def _must_be_another(setter: str, file: CaseFile) -> None:
    if setter == str(file.member.pk):
        raise NotNow("Jij zette deze dag vast. Een collega leest hem na.")
