"""Calling back: planned for a day, tried, and never against what was agreed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import ContactFile
from helpdesk.cases.actions.call import CallOut, leave_to_call, may_plan_call
from helpdesk.cases.actions.call_out import TO_THE_ASKER, locked
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Case, Contact
from helpdesk.cases.release import NotToBeTold
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record, record_now
from helpdesk.lib import clock
from helpdesk.people.asker_call import NEVER_CALL
from helpdesk.people.hours import not_now
from helpdesk.people.telling import ASK_THE_WORD, Channel

REACHED = "reached"


def plan_callback(*, file: ContactFile, on: date, case: CaseFile | None = None) -> None:
    """Call back on another day. `case` is the opened case when it is to somebody of a case.

    Raises:
        NotNow: this caller must not be called.
    """
    _must_be_callable(file.contact)
    if case is not None and (party := party_called(file.contact)):
        may_plan_call(case, party)
    with transaction.atomic():
        contact = locked(file)
        contact.callback_on = on
        contact.save(update_fields=["callback_on"])
        record("plan-callback", actor=file.actor, object_id=contact.pk)


def record_attempt(*, file: ContactFile, result: str, case: CaseFile | None = None, word_asked: bool = False) -> None:
    """Somebody called back: reached, or not. Who was reached leaves the list, and a promise to call is kept.

    Args:
        case: the opened case, when it is to somebody of a case; then what was agreed about that person holds too.
        word_asked: whether the code word was asked first.

    Raises:
        NotNow: this caller must not be called, or not at this hour; the refusal is in the ledger.
    """
    asked = word_asked or result != REACHED  # nobody answered: nobody was asked
    party = party_called(file.contact)
    if party and case is None:
        raise ValueError("A call to somebody of a case needs the case.")
    try:
        _must_be_safe_now(file.contact, word_asked=asked)
    except NotNow:
        record_now("refuse", actor=file.actor, object_id=file.contact.pk, purpose="release", result="refused")
        raise
    if party and case is not None:
        try:
            leave = leave_to_call(case, CallOut(party, result, word_asked=asked))
        except NotToBeTold as refusal:
            raise NotNow(str(refusal)) from None
        leave.must_be(case.case.pk, Channel.CALL)
    with transaction.atomic():
        contact = locked(file)
        attempt = {"at": now_text(), "by": str(file.member.pk), "result": result}
        contact.course = {**contact.course, "attempts": [*contact.course["attempts"], attempt]}
        if result == REACHED:
            contact.callback_on = None
            _keep_the_promise(contact)
        contact.save(update_fields=["course", "callback_on"])
        record("record-attempt", actor=file.actor, object_id=contact.pk)


def _keep_the_promise(contact: Contact) -> None:
    """What was promised in a case without a mailbox, was promised by telephone."""
    Case.objects.filter(pk=contact.case_id, mailbox=None).update(promise_on=None)


def party_called(contact: Contact) -> UUID | None:
    """Somebody around the child to whom this sheet is; None for the caller herself."""
    party = str(contact.facts.get("party") or "")
    return UUID(party) if contact.case_id is not None and party not in {"", TO_THE_ASKER} else None


def _must_be_callable(contact: Contact) -> None:
    if contact.facts.get("call_back") == "no":
        raise NotNow(NEVER_CALL)


def _must_be_safe_now(contact: Contact, *, word_asked: bool) -> None:
    _must_be_callable(contact)
    if why := not_now(contact.facts, clock.now()):
        raise NotNow(why)
    if contact.words.get("code_word") and not word_asked:
        raise NotNow(ASK_THE_WORD)
