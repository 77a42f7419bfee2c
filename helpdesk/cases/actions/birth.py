"""A case that is born at the desk, of a telephone call, a visit or a letter. Nobody has a code for it."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from helpdesk.cases.access_contacts import ContactFile, new_desk_key
from helpdesk.cases.actions.call_out import must_be_promised
from helpdesk.cases.models import Case, Contact, Message
from helpdesk.cases.workflow import NotNow, State
from helpdesk.ledger.actions import record
from helpdesk.lib import clock
from helpdesk.lib.case_codes import new_code
from helpdesk.lib.row_actor import moving
from helpdesk.teams.models import Member, Team
from helpdesk.teams.roles import may

CHANNEL_OF = {"call-in": "phone", "call-out": "phone", "visit": "visit", "letter": "letter"}


def make_case_of_contact(*, file: ContactFile, team: Team, safe_contact: str = "") -> Case:
    """Make a case of the moment: with the team at once, what was asked as its first message, the moment joined to it.

    Args:
        safe_contact: the sentence about calling back, as the case page shows it.

    Raises:
        NotNow: the moment lies in a case already.
        NotToBeTold: it was a call of ours that was not promised.
    """
    must_be_promised(file)
    key, today = new_desk_key(), clock.today()
    case = Case(
        code=new_code(),
        team=team,
        state=str(State.TEAM),
        promise_on=file.contact.callback_on,
        created_on=today,
        key_id=key.id,
    )
    message = Message(case=case, created_on=today, visible_at=clock.now())
    key.open(case, message)
    case.summary = {**_asked(file.contact), **helper_of(file.member, team)}
    message.content = _question(file.contact, safe_contact)
    try:
        with transaction.atomic(durable=True):
            rows = Contact.objects.visible_to(file.member).select_for_update(of=("self",))
            contact: Contact | None = rows.filter(pk=file.contact.pk, case=None).first()
            if contact is None:
                raise NotNow("Dit gesprek hoort al bij een zaak.")
            moving(contact.pk)
            case.save(force_insert=True)
            message.save(force_insert=True)
            contact.case, contact.state = case, "joined"
            contact.save(update_fields=["case", "state"])
            record("make-case", actor=file.actor, object_id=case.pk)
            record("join-contact", actor=file.actor, object_id=contact.pk)
    except IntegrityError as error:
        if "cases_case_code_key" not in str(error):
            raise
        return make_case_of_contact(file=file, team=team, safe_contact=safe_contact)  # draw another code
    return case


def _asked(contact: Contact) -> dict[str, Any]:
    facts = contact.facts
    channel = CHANNEL_OF.get(facts["kind"], "phone")
    return {"channel": channel, "asked_at": contact.course["at"], "asker": facts["asker"], "language": "nl"}


def helper_of(member: Member, team: Team) -> dict[str, Any]:
    """Whoever talked with the asker helps on, when the case stays with her own team and she works cases."""
    if not may(member, "take", team.pk, str(State.TEAM)):
        return {}
    return {"assignee": str(member.pk), "helper": {"name": member.first_name, "as": member.discipline}}


def _question(contact: Contact, safe_contact: str) -> dict[str, Any]:
    """What the asker said, as the first message; `contact` says of which moment it is the copy."""
    words = contact.words
    return {
        "by": "asker",
        "kind": "question",
        "channel": CHANNEL_OF.get(contact.facts["kind"], "phone"),
        "text": words["asked"],
        "at": contact.course["at"],
        "contact": str(contact.pk),
        "more": {"safe_contact": safe_contact, "code_word": words["code_word"]},
    }
