"""Contact moments: logged while one talks, called back, made a case of, joined to a case and taken off again."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import ContactFile, new_desk_key
from helpdesk.cases.actions.ask import AlreadyFiled
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Case, Contact
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving
from helpdesk.people.hours import not_now
from helpdesk.teams.models import Member

FACTS = ("kind", "asker", "talk", "call_back", "hours_from", "hours_to")
WORDS = ("asked", "said", "agreed", "care", "code_word")
REACHED = "reached"


def log_contact(*, member: Member, contact_id: UUID, typed: dict[str, Any]) -> Contact:
    """The first words of a contact moment, under a key of its own. Its id comes from the form, so twice is once.

    Raises:
        AlreadyFiled: there is a moment with this id.
    """
    key = new_desk_key()
    contact = Contact(
        id=contact_id,
        key_id=key.id,
        member=member,
        team_id=min(member.team_ids(), default=None),
        created_on=clock.today(),
    )
    key.open(contact)
    contact.course = {"at": now_text(), "by": str(member.pk), "attempts": []}
    _write(contact, typed)
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
            record("log-contact", actor=Actor.member(member.pk), object_id=contact.pk)
    except IntegrityError:
        raise AlreadyFiled from None
    return contact


def save_contact(*, file: ContactFile, typed: dict[str, Any]) -> None:
    """Keep what she typed on. Not an act: no ledger entry, and with a pen no look either."""
    _write(file.contact, typed)
    file.contact.save(update_fields=["facts", "words", "callback_on"])


def _write(contact: Contact, typed: dict[str, Any]) -> None:
    contact.facts = {name: typed.get(name) or "" for name in FACTS}
    words = {name: typed.get(name) or "" for name in WORDS}
    if typed.get("call_back") == "yes":  # a number is kept for calling back and for nothing else
        words["number"] = typed.get("number") or ""
    contact.words = words
    contact.callback_on = typed.get("callback_on")


def finish_contact(*, file: ContactFile) -> None:
    """Nothing more has to be done with it. One that lies in a case stays there."""
    with transaction.atomic():
        contact = _locked(file)
        if contact.case_id is None:
            contact.state = "done"
            contact.save(update_fields=["state"])
        record("finish-contact", actor=file.actor, object_id=contact.pk)


def plan_callback(*, file: ContactFile, on: date) -> None:
    """Call back on another day.

    Raises:
        NotNow: this caller must not be called.
    """
    _must_be_callable(file.contact)
    with transaction.atomic():
        contact = _locked(file)
        contact.callback_on = on
        contact.save(update_fields=["callback_on"])
        record("plan-callback", actor=file.actor, object_id=contact.pk)


def record_attempt(*, file: ContactFile, result: str) -> None:
    """Somebody called back: reached, or not. Who was reached leaves the list, and a promise to call is kept.

    Raises:
        NotNow: this caller must not be called, or not at this hour.
    """
    _must_be_callable(file.contact)
    _must_be_safe_now(file.contact)
    with transaction.atomic():
        contact = _locked(file)
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


def _must_be_callable(contact: Contact) -> None:
    if contact.facts.get("call_back") == "no":
        raise NotNow("Niet bellen. Dat is met de vrager afgesproken.")


def _must_be_safe_now(contact: Contact) -> None:
    if why := not_now(contact.facts, clock.now()):
        raise NotNow(why)


def join_contact(*, file: CaseFile, contact: ContactFile) -> None:
    """Put the moment into a case. It keeps its own key; whoever sees the case sees it, and nobody else.

    Raises:
        NotNow: it lies in a case already.
    """
    with stepping(file, "join-contact") as case:
        row = _locked(contact)
        if row.case_id is not None:
            raise NotNow("Dit gesprek hoort al bij een zaak. Haal het daar eerst los.")
        row.case, row.state = case, "joined"
        row.save(update_fields=["case", "state"])
        record("join-contact", actor=file.actor, object_id=row.pk)


def take_off_contact(*, file: CaseFile, contact_id: UUID) -> None:
    """Take the moment off this case again; it waits to be joined, as before.

    Raises:
        NotNow: it does not lie in this case any more.
    """
    with stepping(file, "take-off-contact"):
        row: Contact | None = Contact.objects.select_for_update().filter(case=file.case, pk=contact_id).first()
        if row is None:
            raise NotNow("Dit gesprek hoort niet meer bij deze zaak.")
        moving(row.pk)
        row.case, row.state = None, "open"
        row.save(update_fields=["case", "state"])
        record("take-off-contact", actor=file.actor, object_id=row.pk)


def _locked(file: ContactFile) -> Contact:
    """The row, locked, with the same key or pen."""
    rows = Contact.objects.visible_to(file.member).select_for_update(of=("self",))
    contact: Contact | None = rows.filter(pk=file.contact.pk).first()
    if contact is None:
        raise NotNow("Dit gesprek is er niet meer.")
    file.lend_key(contact)
    return contact
