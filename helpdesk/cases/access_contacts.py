"""May I have this contact moment? Fetching is the check, as for a case; a moment has a key and looks of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from helpdesk.cases.access import CaseFile, may_at, refuse
from helpdesk.cases.models import Case, Contact
from helpdesk.ledger.actions import Actor
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may
from helpdesk.vault import gate, keys
from helpdesk.vault.opened import CaseKey, attach, opener_of


@dataclass(frozen=True)
class ContactFile:
    """One contact moment in the hands of one member: opened, or with a pen that only writes."""

    contact: Contact
    member: Member
    actor: Actor

    def lend_key(self, row: Contact) -> None:
        """Attach the same key or pen to a fresh copy of this row."""
        if row.pk != self.contact.pk:
            raise ValueError("This row is another moment.")
        attach(opener_of(self.contact), row)


@dataclass(frozen=True)
class BornKey:
    """A key that was born for something new and is committed already."""

    _key: CaseKey

    @property
    def id(self) -> UUID:
        return self._key.key_id

    def open(self, *rows: models.Model) -> None:
        """Attach the key to new rows."""
        attach(self._key, *rows)


def born_file(key: BornKey, case: Case, file: CaseFile) -> CaseFile:
    """A case that is being born out of another one, in the same hands."""
    key.open(case)
    return CaseFile(case, file.member, file.actor, key._key)


def new_desk_key() -> BornKey:
    """A fresh key for a contact moment, or for a case that a member makes: stored before the first byte under it."""
    key = keys.new_case_key()
    keys.wrap_for_desk(key)
    return BornKey(key)


def contact_for(member: Member, contact_id: UUID, *, to: str) -> ContactFile:
    """The contact moment, opened for the verb `to`; the look is in the ledger under the moment's own id.

    Raises:
        Http404: no such moment, not this member's, or forgotten. The refusal is in the ledger.
    """
    contact = _found(member, contact_id, to)
    if contact is None:
        raise refuse(member, to)
    actor = Actor.member(member.pk)
    try:
        opened = gate.open_case(contact, actor, to)
    except keys.KeyGone:
        raise refuse(member, to) from None
    attach(opened.key, contact)
    return ContactFile(contact, member, actor)


def contact_to_write(member: Member, contact_id: UUID, *, to: str) -> ContactFile | None:
    """The contact moment to write in without reading it, which is no look; None when this member has none such."""
    contact = _found(member, contact_id, to)
    if contact is None:
        return None
    try:
        attach(gate.pen(contact), contact)
    except keys.KeyGone:
        return None
    return ContactFile(contact, member, Actor.member(member.pk))


def _found(member: Member, contact_id: UUID, verb: str) -> Contact | None:
    rows = Contact.objects.visible_to(member).select_related("case", "case__offer", "case__wall")
    contact: Contact | None = rows.filter(pk=contact_id).first()
    if contact is None or not may(member, verb, contact.team_id, "team" if contact.team_id else "triage"):
        return None
    if contact.case is not None and not may_at(member, "read-case", contact.case):
        return None
    return contact


def glance_at_contacts(contacts: Sequence[Contact]) -> list[Contact]:
    """Open what lists show, in one query: who called and when calling back is safe, never what was said."""
    glances = gate.glance(contacts)
    seen = [contact for contact in contacts if contact.key_id in glances]
    for contact in seen:
        attach(glances[contact.key_id], contact)
    return seen
