"""Who works on it: assign, hand over with a note, accept or decline, and "I know this family"."""

from __future__ import annotations

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.actions.write import put_note
from helpdesk.cases.models import Conflict, Offer
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record
from helpdesk.lib.row_actor import moving
from helpdesk.teams.models import Member, Team


def assign_case(*, file: CaseFile, to: Member) -> None:
    """Give the case to a colleague of its team."""
    with stepping(file, "assign") as case:
        if case.team_id not in to.team_ids():
            raise NotNow("Deze collega zit niet in het team van de zaak. Draag de zaak over.")
        _work_for(case, to)


def _work_for(case: object, member: Member) -> None:
    helper = {"name": member.first_name, "as": member.discipline}
    change_summary(case, assignee=str(member.pk), helper=helper)  # type: ignore[arg-type]


def hand_over_case(*, file: CaseFile, team: Team, to: Member | None, note: str) -> None:
    """Offer the case to a team, or to one colleague in it. Until somebody says yes nothing changes."""
    with stepping(file, "hand-over") as case:
        if to is not None and team.pk not in to.team_ids():
            raise NotNow("Deze collega zit niet in dat team.")
        Offer.objects.filter(case=case).delete()
        offer = file.mine(Offer(case=case, team=team))
        offer.content = {
            "from": str(file.member.pk),
            "to": str(to.pk) if to else None,
            "note": note,
            "at": now_text(),
        }
        offer.save(force_insert=True)


def accept_handover(*, file: CaseFile) -> None:
    """Say yes: the case changes team and hands; the note stays in the file."""
    with stepping(file, "accept-handover") as case:
        offer = _offer(file)
        put_note(file, offer.content["note"], about="hand-over", by=offer.content["from"])
        case.team_id = offer.team_id
        _work_for(case, file.member)
        offer.delete()


def decline_handover(*, file: CaseFile, reason: str) -> None:
    """Say no, with a reason; the case stays where it is."""
    with stepping(file, "decline-handover"):
        put_note(file, reason, about="decline-handover")
        _offer(file).delete()


def _offer(file: CaseFile) -> Offer:
    offer = Offer.objects.filter(case=file.case).first()
    if offer is None:
        raise NotNow("Deze overdracht is al beantwoord of ingetrokken.")
    return file.mine(offer)


def mark_conflict(*, file: CaseFile, member: Member) -> None:
    """This member knows the family: from now on the case does not exist for him, in no list and at no address."""
    with transaction.atomic():
        if file.case.summary.get("assignee") == str(member.pk):
            with stepping(file, "mark-conflict") as case:
                change_summary(case, assignee=None, helper=None)
        else:
            record("mark-conflict", actor=file.actor, object_id=file.case.pk)
        moving(file.case.pk)
        Conflict.objects.get_or_create(case=file.case, member=member)
