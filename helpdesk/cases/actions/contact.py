"""Contact moments: logged while one talks, called back, made a case of, joined to a case and taken off again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_contacts import ContactFile, new_desk_key
from helpdesk.cases.actions.ask import AlreadyFiled
from helpdesk.cases.actions.call import CallOut, leave_to_call
from helpdesk.cases.actions.call_out import CALL_OUT, keep_call_out, locked, must_be_promised
from helpdesk.cases.actions.stepping import now_text, remember, stepping
from helpdesk.cases.models import Contact
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.row_actor import moving
from helpdesk.teams.models import Member

FACTS = ("kind", "asker", "talk", "call_back", "hours_from", "hours_to", "party")
WORDS = ("asked", "said", "agreed", "care", "code_word")


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
    contact.facts = {**contact.facts, "word": "yes" if typed.get("code_word") else ""}
    words = {name: typed.get(name) or "" for name in WORDS}
    if typed.get("call_back") == "yes":  # a number is kept for calling back and for nothing else
        words["number"] = typed.get("number") or ""
    contact.words = words
    contact.callback_on = typed.get("callback_on")


def finish_contact(*, file: ContactFile) -> None:
    """Nothing more has to be done with it. One that lies in a case stays there.

    Raises:
        NotToBeTold: a call of ours that nobody asked for.
    """
    must_be_promised(file)
    with transaction.atomic():
        contact = locked(file)
        if contact.case_id is None:
            contact.state = "done"
            contact.save(update_fields=["state"])
        record("finish-contact", actor=file.actor, object_id=contact.pk)


def join_contact(*, file: CaseFile, contact: ContactFile, call: CallOut | None = None) -> None:
    """Put the moment into a case. It keeps its own key; whoever sees the case sees it, and nobody else.

    Args:
        call: with whom, for a call that we made; it goes through the door first.

    Raises:
        NotNow: it lies in a case already, or nobody said whom we called.
        NotToBeTold: that call was not agreed; the sheet stays a draft.
    """
    leave = None
    if contact.contact.facts.get("kind") == CALL_OUT:
        if call is None:
            raise NotNow("Kies met wie je belt.")
        leave = leave_to_call(file, call)
    with stepping(file, "join-contact") as case:
        row = locked(contact)
        if row.case_id is not None:
            raise NotNow("Dit gesprek hoort al bij een zaak. Haal het daar eerst los.")
        row.case, row.state = case, "joined"
        if leave is not None and call is not None:
            remember(case, str(file.member.pk))
            keep_call_out(leave, file, row, call)
        row.save(update_fields=["case", "state", "course"])
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
