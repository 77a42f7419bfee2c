"""Mail: the mail program's one-way keys, the paths by which an answer finds its case, and the original at the desk."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from uuid import UUID

from django.db import models

from helpdesk.cases.access import CaseFile, may_at, refuse
from helpdesk.cases.access_contacts import BornKey
from helpdesk.cases.models import Attachment, Mail, Party, ReplyPath
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record_now
from helpdesk.lib import clock
from helpdesk.lib.mail import tags
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may
from helpdesk.vault import gate, keys
from helpdesk.vault.cipher import derive, raw
from helpdesk.vault.keyring import keyring
from helpdesk.vault.opened import Inbox, attach

# --- the mail program: seals and opens nothing ---


def new_sealed_key() -> BornKey:
    """A fresh key, sealed to triage and stored before the first byte under it."""
    key = keys.new_case_key()
    keys.seal_to_triage(key)
    return BornKey(key)


def mark_of(message: bytes) -> bytes:
    """By this a stored message is known again when its server gives it another number."""
    return hmac.digest(keyring().marks, message, "sha256")


def genuine(found: Iterable[str]) -> list[str]:
    """Those of these tags that are ours."""
    return [tag for tag in dict.fromkeys(found) if tags.is_ours(keyring().tags, tag)]


def paths_of(found: Iterable[str]) -> dict[str, ReplyPath]:
    """The reply paths of these genuine tags."""
    wanted = {_lookup(tag): tag for tag in found}
    rows: list[ReplyPath] = ReplyPath.objects.along(list(wanted)) if wanted else []
    return {wanted[bytes(row.lookup)]: row for row in rows}


def is_from(path: ReplyPath, tag: str, address: str) -> bool:
    """Whether the path with this tag was given to whoever writes from `address`."""
    return hmac.compare_digest(bytes(path.sender), _sender(tag, address))


def to_case(path: ReplyPath, row: models.Model) -> None:
    """Let `row` seal itself to the case of this path; it is not read back here."""
    attach(Inbox(bytes(path.case_public)), row)


# --- the desk ---


def new_reply_path(file: CaseFile, party: Party | None, address: str) -> tuple[str, ReplyPath]:
    """A tag for mail to one participant, and the unsaved row that leads an answer from `address` back to this case."""
    tag = tags.make(keyring().tags)
    path = ReplyPath(
        case=file.case,
        party=party,
        lookup=_lookup(tag),
        sender=_sender(tag, address),
        case_public=case_public(file),
        created_on=clock.today(),
    )
    return tag, path


def case_public(file: CaseFile) -> bytes:
    """The public half of the case's key, by which the mail program seals an answer to it."""
    return raw(file.key.inbox.public_key())


def mail_for(member: Member, mail_id: UUID, *, to: str) -> Mail:
    """The message as it came, opened for the verb `to`; the look is in the ledger under its own id.

    Raises:
        Http404: no such message, not this member's, or forgotten. The refusal is in the ledger.
        NotNow: a file of its case is locked, and may be in it. The refusal is in the ledger.
    """
    rows = Mail.objects.visible_to(member).select_related("case", "case__offer", "case__wall").filter(pk=mail_id)
    mail: Mail | None = rows.first()
    if mail is None or not _may(member, mail, to):
        raise refuse(member, to)
    if mail.case_id and Attachment.objects.filter(case_id=mail.case_id, state="locked").exists():
        record_now("refuse", actor=Actor.member(member.pk), object_id=mail.pk, purpose="locked", result="refused")
        raise NotNow("In deze zaak zit een bestand op slot. Zolang is het originele bericht niet te openen.")
    try:
        opened = gate.open_case(mail, Actor.member(member.pk), to)
    except keys.KeyGone:
        raise refuse(member, to) from None
    attach(opened.key, mail)
    return mail


def destroy_mail_keys(key_ids: Iterable[UUID]) -> None:
    """Forget messages that are in no case: before their rows go."""
    keys.destroy(key_ids)


def _may(member: Member, mail: Mail, verb: str) -> bool:
    if mail.case is None:
        return may(member, verb, None, "triage")
    return may_at(member, verb, mail.case)


def _lookup(tag: str) -> bytes:
    return derive(tag.encode().ljust(32, b"\0"), "reply path")


def _sender(tag: str, address: str) -> bytes:
    return hmac.digest(derive(tag.encode().ljust(32, b"\0"), "sender"), address.strip().lower().encode(), "sha256")
