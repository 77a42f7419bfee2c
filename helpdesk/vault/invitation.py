"""The key of a mailbox whose owner has no code yet: wrapped under the secret of a link, until she takes it over.

The link stands in one mail and in no database. What it wraps is wrapped anew under her receipt, with another key id, so
that the first wrap can be destroyed: from then on the link opens nothing, also not in an old backup of the data.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.db import connections, transaction

from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.vault import cipher
from helpdesk.vault.mailbox import NewMailbox, wrap_for
from helpdesk.vault.models import MailboxKey
from helpdesk.vault.opened import OpenedMailbox

TOKEN = 33  # one byte more than a handout's, so that a page knows which it is without asking a database


@dataclass(frozen=True)
class NewInvitation:
    """A mailbox key that was just made and stored. `token` goes into the mail and nowhere else."""

    key_id: UUID
    lookup: bytes
    public: bytes
    token: str = field(repr=False)


def new_invitation() -> NewInvitation:
    """Make the key pair and commit its wrap, before the first byte that it protects."""
    private, token, key_id = X25519PrivateKey.generate(), secrets.token_bytes(TOKEN), new_id()
    wrapped = cipher.lock(_kek(token), private.private_bytes_raw(), _place(key_id))
    _store(key_id, wrapped)
    return NewInvitation(key_id, _lookup(token), cipher.raw(private.public_key()), urlsafe_b64encode(token).decode())


def lookup_of(token: str) -> bytes | None:
    """Where the mailbox of this link is found; None when it has not the shape of an invitation."""
    raw = _token(token)
    return _lookup(raw) if raw else None


def open_with(token: str, key_id: UUID) -> OpenedMailbox | None:
    """What the link opens; None when it is another's, or its wrap was destroyed."""
    raw = _token(token)
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [key_id])
        row = cursor.fetchone()
    if raw is None or row is None or row[0] is None:
        return None
    try:
        return OpenedMailbox(cipher.unlock(_kek(raw), bytes(row[0]), _place(key_id)))
    except cipher.DoesNotOpen:
        return None


def take_over(opened: OpenedMailbox, receipt: Receipt) -> NewMailbox:
    """Wrap the same key under a receipt, as a second wrap that is committed when this returns. Costs one Argon2id."""
    made = wrap_for(receipt, opened.private)
    _store(made.key_id, made.wrapped)
    return made


def _store(key_id: UUID, wrapped: bytes) -> None:
    with transaction.atomic(using="keys", durable=True):
        MailboxKey(key_id=key_id, wrapped=wrapped, created_on=clock.today()).save(force_insert=True)


def _token(text: str) -> bytes | None:
    try:
        raw = urlsafe_b64decode(text)
    except ValueError:
        return None
    return raw if len(raw) == TOKEN else None


def _lookup(token: bytes) -> bytes:
    return cipher.derive(token, "invitation lookup")


def _kek(token: bytes) -> bytes:
    return cipher.derive(token, "invitation key")


def _place(key_id: UUID) -> bytes:
    return f"invitation|{key_id}".encode()
