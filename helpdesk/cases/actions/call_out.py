"""A call that we made, on the sheet of a talk: in a case through the door, outside any only as it was promised."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import ContactFile
from helpdesk.cases.actions.call import CHANNEL_OF, CallOut, leave_to_call
from helpdesk.cases.actions.stepping import now_text, remember_help
from helpdesk.cases.models import Contact
from helpdesk.cases.release import NotToBeTold, Release
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record, record_now
from helpdesk.lib import clock
from helpdesk.people.asker_call import NEVER_CALL
from helpdesk.people.hours import not_now

CALL_OUT = "call-out"
TO_THE_ASKER = "asker"
NOT_PROMISED = "Zonder zaak bellen we alleen een nummer dat de beller zelf gaf. Vul dat in, of koppel aan de zaak."


def must_be_promised(file: ContactFile) -> None:
    """A call of ours outside any case goes to the number that the caller gave, in the hours that she gave.

    Raises:
        NotToBeTold: this one was not promised so; the refusal is in the ledger and the sheet stays a draft.
    """
    contact = file.contact
    if contact.case_id is not None or contact.facts.get("kind") != CALL_OUT:
        return
    given = contact.facts.get("call_back") == "yes" and contact.words.get("number")
    never = NEVER_CALL if contact.facts.get("call_back") == "no" else ""
    if why := never or ("" if given else NOT_PROMISED) or not_now(contact.facts, clock.now()):
        record_now("refuse", actor=file.actor, object_id=contact.pk, purpose="release", result="refused")
        raise NotToBeTold(why, never=True)


def log_call_out(*, file: CaseFile, contact: ContactFile, call: CallOut) -> None:
    """Keep that we called somebody of this case: through the door, once; what is written after that is only written.

    Raises:
        NotNow: the person is not there any more.
        NotToBeTold: it was not agreed; the sheet stays a draft.
    """
    if was_called(contact.contact, call.party):
        return
    leave = leave_to_call(file, call)
    with transaction.atomic():
        remember_help(file)
        row = locked(contact)
        keep_call_out(leave, file, row, call)
        row.save(update_fields=["course"])


def was_called(contact: Contact, party: UUID | None) -> bool:
    """Whether the call of ours that this sheet is about went through the door."""
    return any(one["party"] == str(party or "") for one in contact.course.get("calls", ()))


def keep_call_out(leave: Release, file: CaseFile, row: Contact, call: CallOut) -> None:
    """Write the call on its sheet, inside the act that holds the row."""
    leave.must_be(file.case.pk, *CHANNEL_OF.values())
    one = {"at": now_text(), "by": str(file.member.pk), "party": str(call.party or ""), "result": call.result}
    row.course = {**row.course, "calls": [*row.course.get("calls", ()), one]}
    record("call-party", actor=file.actor, object_id=file.case.pk)


def locked(file: ContactFile) -> Contact:
    """The row, locked, with the same key or pen."""
    rows = Contact.objects.visible_to(file.member).select_for_update(of=("self",))
    contact: Contact | None = rows.filter(pk=file.contact.pk).first()
    if contact is None:
        raise NotNow("Dit gesprek is er niet meer.")
    file.lend_key(contact)
    return contact
