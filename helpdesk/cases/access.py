"""May I have this one? Fetching is the check: a case comes from here opened and recorded, or not at all (404).

The only modules that come in at the vault's gate are this one and the models; views and actions work with a `CaseFile`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef
from django.http import Http404

from helpdesk.cases.models import (
    Case,
    Contact,
    GlassRequest,
    Handout,
    Letter,
    Mail,
    Mailbox,
    Original,
    Party,
    Wall,
    Whereabouts,
)
from helpdesk.ledger import sealing
from helpdesk.ledger.actions import Actor, record_now
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.models import Member
from helpdesk.teams.roles import THROUGH_GLASS, Scope, may, scope_of
from helpdesk.vault import gate, keys, mailbox
from helpdesk.vault.cipher import raw
from helpdesk.vault.fields import SealedField
from helpdesk.vault.keyring import keyring
from helpdesk.vault.opened import CaseKey, Glance, Inbox, OpenedMailbox, Pen, attach, opener_of

R = TypeVar("R", bound=models.Model)


@dataclass(frozen=True)
class CaseFile:
    """One case in the hands of one member for one verb. Its rows come opened."""

    case: Case
    member: Member
    actor: Actor
    key: CaseKey = field(repr=False)
    more: Mapping[UUID, CaseKey] = field(default_factory=dict, repr=False)

    def open(self, rows: Iterable[R]) -> list[R]:
        """Attach the key to rows of this case, so that their sealed fields read and write."""
        found = list(rows)
        for row in found:
            if getattr(row, "case_id", self.case.pk) != self.case.pk:
                raise ValueError("This row belongs to another case.")
        attach(self.key, *found)
        return found

    def mine(self, row: R) -> R:
        """Attach the key to one row."""
        return self.open([row])[0]

    def open_contacts(self, rows: Iterable[Contact]) -> list[Contact]:
        """Contact moments of this case, each with its own key, which came with the case."""
        found = [row for row in rows if row.key_id in self.more]
        for row in found:
            attach(self.more[row.key_id], row)
        return found


@dataclass(frozen=True)
class SealedFile:
    """A case that is written into and not opened: what one types is kept every other second, which is no look."""

    case: Case
    member: Member
    seal: Inbox | Pen = field(repr=False)

    def mine(self, row: R) -> R:
        """Let the row seal itself to the case; it cannot be read here."""
        attach(self.seal, row)
        return row


def reread(file: CaseFile) -> CaseFile | None:
    """The same case after an act, with the key that is in hand already; None when it went out of the member's sight."""
    rows = Case.objects.visible_to(file.member).with_answers().select_related("team", "offer__team", "mailbox", "wall")
    case: Case | None = rows.filter(pk=file.case.pk).first()
    if case is None or not may_at(file.member, "read-case", case):
        return None
    attach(file.key, case)
    if (offer := getattr(case, "offer", None)) is not None:
        attach(file.key, offer)
    return replace(file, case=case)


def open_beside(case: Case, rows: Iterable[R]) -> list[R]:
    """Rows of this case, opened with the key that the case in hand has already."""
    found = [row for row in rows if getattr(row, "case_id", None) == case.pk]
    attach(opener_of(case), *found)
    return found


def refuse(member: Member, verb: str) -> Http404:
    """Record the refusal durably; the caller raises what comes back. Missing and forbidden look the same."""
    record_now("refuse", actor=Actor.member(member.pk), purpose=verb, result="refused")
    return Http404()


def case_for(member: Member, code: str, *, to: str = "read-case", actor: Actor | None = None) -> CaseFile:
    """The case with `code` for `member`, opened for the verb `to`.

    Args:
        actor: who looks, when that is a worker who goes on with what the member began; it sees no more than she does.

    Raises:
        Http404: no such case, not this member's, or forgotten. The refusal is in the ledger.
    """
    case = _found(member, code, to)
    actor = actor or Actor.member(member.pk)
    try:
        opened = gate.open_case(case, actor, to, more=getattr(case, "contact_keys", ()))
    except keys.KeyGone:
        raise refuse(member, to) from None
    attach(opened.key, case)
    if (offer := getattr(case, "offer", None)) is not None:
        attach(opened.key, offer)
    if (wall := getattr(case, "wall", None)) is not None:
        attach(opened.key, wall)
    return CaseFile(case, member, actor, opened.key, opened.more)


def case_to_go_on(member: Member, case_id: UUID, *, to: str, actor: Actor) -> CaseFile:
    """The case in which a worker goes on with what a member began, no further than she may see it now.

    Args:
        actor: the worker; the look is its own.

    Raises:
        Http404: that member may not do this here (any more), or the case was forgotten.
    """
    code: str | None = Case.objects.visible_to(member).filter(pk=case_id).values_list("code", flat=True).first()
    if code is None:
        raise refuse(member, to)
    return case_for(member, code, to=to, actor=actor)


def sealed_case_for(member: Member, code: str, *, to: str) -> SealedFile:
    """The case to keep a draft in, without opening it. Without a mailbox there is no seal: then a pen of its own key.

    Raises:
        Http404: as `case_for` does.
    """
    case = _found(member, code, to)
    box = Mailbox.objects.filter(case=case).only("case_public").first()
    try:
        return SealedFile(case, member, Inbox(bytes(box.case_public)) if box else gate.pen(case))
    except keys.KeyGone:
        raise refuse(member, to) from None


# The keys of a case's contact moments come along with the case, in its own statement.
_KEYS = ArraySubquery(Contact.objects.filter(case=OuterRef("pk")).order_by().values("key_id"))


def _found(member: Member, code: str, verb: str) -> Case:
    rows = (
        Case.objects.visible_to(member)
        .with_answers()
        .select_related("team", "offer__team", "mailbox", "wall")
        .annotate(contact_keys=_KEYS)
    )
    case: Case | None = rows.filter(code=code.upper()).first()
    if case is None or not may_at(member, verb, case):
        raise refuse(member, verb)
    return case


def closed_case_for(member: Member, code: str, *, to: str = "see-ledger") -> Case:
    """The case with `code`, found and left closed: its summary stays sealed. For whoever may see who looked, no more.

    A wall keeps content from the privacy officer and not who looked at it; a conflict keeps both.

    Raises:
        Http404: no such case, or not for this member. The refusal is in the ledger, and so is the look.
    """
    case: Case | None = (
        Case.objects.visible_to(member)
        .select_related("team", "offer__team", "mailbox", "wall")
        .filter(code=code.upper())
        .first()
    )
    if case is None and Scope.ANY_TEAM in scope_of(member.role, to):
        case = Case.objects.beyond_wall(code.upper())
    if case is None or not may_at(member, to, case):
        raise refuse(member, to)
    record_now(to, actor=Actor.member(member.pk), object_id=case.pk)
    return case


def may_at(member: Member, verb: str, case: Case) -> bool:
    """Whether `member` may do `verb` at this case: by the table, because it is offered, or through the glass."""
    if verb not in THROUGH_GLASS and _is_outside(case, member):
        return False
    if may(member, verb, case.team_id, case.state, offered=_offered(case, member)):
        return True
    if verb not in THROUGH_GLASS:
        return False
    return GlassRequest.objects.filter(case=case, asked_by=member, open_until__gt=clock.now()).exists()


def _is_outside(case: Case, member: Member) -> bool:
    """Whether a wall keeps this member out, who then sees the case through the glass alone."""
    wall = getattr(case, "wall", None)
    if wall is None:
        return False
    known: dict[UUID, bool] = wall.__dict__.setdefault("_outside", {})  # a page asks of every button
    if member.pk not in known:
        known[member.pk] = not wall.members.filter(member=member).exists()
    return known[member.pk]


def _offered(case: Case, member: Member) -> bool:
    offer = getattr(case, "offer", None)
    return offer is not None and offer.team_id in member.team_ids()


def readable(member: Member, codes: Collection[str]) -> dict[str, Case]:
    """Which of these cases the member may read, in one statement, left closed; what she sees through a glass is not it.

    For a line that names another case: it is absent for whoever could not open that case herself.
    """
    if not codes:
        return {}
    outside = Wall.objects.exclude(members__member=member).values("case")
    rows = Case.objects.visible_to(member).filter(code__in=codes).exclude(pk__in=outside).select_related("offer")
    return {
        case.code: case
        for case in rows
        if may(member, "read-case", case.team_id, case.state, offered=_offered(case, member))
    }


def glance_at(cases: Sequence[Case]) -> list[Case]:
    """Open the summaries of a list in one query; cases whose key is gone fall out."""
    glances: dict[UUID, Glance] = gate.glance(cases)
    seen = [case for case in cases if case.key_id in glances]
    for case in seen:
        attach(glances[case.key_id], case)
    return seen


def parties_elsewhere(file: CaseFile) -> list[Party]:
    """The people in the other cases that this member may read, opened to be compared in memory and for nothing else.

    A case that is not there for the member (another team's, a known family's) takes no part.
    """
    member = file.member
    rows = Case.objects.visible_to(member).exclude(pk=file.case.pk).filter(parties__isnull=False).distinct()
    cases = [case for case in rows.select_related("offer", "wall") if may_at(member, "read-case", case)]
    if not cases:
        return []
    glances = gate.compare(cases, file.actor, about=file.case.pk)
    found = [
        party
        for party in Party.objects.filter(case__in=cases).select_related("case").order_by("created_on", "id")
        if party.case.key_id in glances
    ]
    for party in found:
        attach(glances[party.case.key_id], party)
    return found


# --- the asker's side: seals, and opens only her own mailbox ---


@dataclass(frozen=True)
class Birth:
    """The keys of a question that is being asked. Stored before the question is."""

    key: CaseKey = field(repr=False)
    mailbox: mailbox.NewMailbox

    def open(self, *rows: models.Model) -> None:
        """Attach the case key to the first rows."""
        attach(self.key, *rows)

    @property
    def case_public(self) -> bytes:
        return raw(self.key.inbox.public_key())

    def store(self) -> None:
        mailbox.store_keys(self.key, self.mailbox)


def new_case(receipt: Receipt) -> Birth:
    """Make the keys of a new question and of the mailbox that this receipt opens (one Argon2id)."""
    return Birth(keys.new_case_key(), mailbox.new_mailbox(receipt))


@dataclass(frozen=True)
class Visit:
    """The asker's mailbox, opened. Everything that the visit cookie has to carry is in `carry`."""

    lookup: bytes
    box: Mailbox
    key: OpenedMailbox = field(repr=False)

    def letters(self) -> list[Letter]:
        """Letters that may be seen now, oldest first."""
        found: list[Letter] = Letter.objects.in_box(self.lookup, self.box.pk)
        attach(self.key, *found)
        return found

    def to_case(self, *rows: models.Model) -> None:
        """Let these rows seal themselves to the case; they are not read back here."""
        attach(Inbox(bytes(self.box.case_public)), *rows)


def visit_with(receipt: Receipt) -> Visit | None:
    """Open the mailbox of this receipt. Unknown, expired and burnt give None after the same work."""
    lookup = mailbox.lookup_of(receipt)
    boxes: list[Mailbox] = Mailbox.objects.at(lookup)
    for box in boxes:
        if key := mailbox.open_with(receipt, box.key_id, bytes(box.salt)):
            return _visit(lookup, box, key)
    if not boxes:
        mailbox.spend_the_time_of_a_check(receipt)
    return None


def visit_again(lookup: bytes, box_id: UUID, private: bytes) -> Visit | None:
    """The same mailbox at the next click, from what the visit cookie carried; None when it is gone meanwhile."""
    for box in Mailbox.objects.at(lookup):
        if box.pk == box_id:
            return _visit(lookup, box, OpenedMailbox(private))
    return None


def _visit(lookup: bytes, box: Mailbox, key: OpenedMailbox) -> Visit:
    attach(key, box)
    return Visit(lookup, box, key)


def to_mailbox(box: Mailbox, *rows: models.Model) -> None:
    """Let `rows` (a letter, or the box with its status) seal themselves to the asker."""
    attach(Inbox(bytes(box.public_key)), *rows)


def to_counting(row: models.Model) -> None:
    """Let a counted fact seal itself to the counting key; nobody at the desk opens it again."""
    attach(Inbox(raw(keyring().counting)), row)


def rewrap_for_desk(file: CaseFile) -> None:
    """Route the key with the case: the desk's wrap instead of triage's. The content is not encrypted anew."""
    keys.wrap_for_desk(file.key)


def destroy_keys(case: Case) -> None:
    """Forget: the keys of the case and of all in it that has a key of its own, before any row goes."""
    box = Mailbox.objects.filter(case=case).first()
    others = [model.objects.filter(case=case) for model in (Contact, Mail, Original, Whereabouts, Handout)]
    held = [key_id for rows in others for key_id in rows.values_list("key_id", flat=True)]
    keys.destroy([case.key_id, *([box.key_id] if box else []), *held])


def burn_mailbox_key(visit: Visit) -> None:
    """Destroy the mailbox's key first; what is left of the letters opens for nobody."""
    mailbox.burn(visit.box.key_id)


def destroy_unused_keys(in_use: Callable[[list[UUID]], set[UUID]], *, before: date) -> int:
    """Destroy the wraps made on or before `before` of which `in_use` knows nothing; return how many keys went."""
    return keys.destroy_unused(in_use, before=before)


def verify_ledger() -> sealing.Verdict:
    """Walk the whole chain with the desk's key."""
    return sealing.verify(keyring().ledger)


def chain_ledger() -> int:
    """Link the newest entries of the ledger with the desk's ledger key; return how many."""
    return sealing.seal_entries(keyring().ledger)


def sealed_value(row: models.Model, name: str) -> bytes:
    """The ciphertext of one field of an opened row, for a function of the database that stores it."""
    field = row._meta.get_field(name)
    if not isinstance(field, SealedField):
        raise TypeError(f"{name} is not sealed")
    return bytes(field.pre_save(row, add=False) or b"")
