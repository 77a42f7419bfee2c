"""The key behind the link of a mail. Two halves open it: what stands in the link, and a code told by telephone.

Neither half lies in a database. The link's half stands in the place of the pepper, so that without the mail guessing
at the code cannot begin; and whoever has the mail alone faces the 52 secret bits of a receipt.
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.db import connections, transaction

from helpdesk.lib import clock
from helpdesk.lib.argon import derive as stretch
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.vault import cipher
from helpdesk.vault.mailbox import SALT
from helpdesk.vault.models import MailboxKey
from helpdesk.vault.opened import OpenedMailbox

TOKEN = 32


@dataclass(frozen=True)
class NewHandout:
    """A key that was just made and stored. `token` goes into the mail, the code to the telephone."""

    key_id: UUID
    lookup: bytes
    salt: bytes
    public: bytes
    token: str = field(repr=False)


def new_handout(code: Receipt) -> NewHandout:
    """Make the key pair and commit its wrap, before the first byte that it protects. Costs one Argon2id."""
    private, token = X25519PrivateKey.generate(), secrets.token_bytes(TOKEN)
    salt, key_id = secrets.token_bytes(SALT), new_id()
    wrapped = cipher.lock(_kek(token, code, salt), private.private_bytes_raw(), _place(key_id))
    with transaction.atomic(using="keys", durable=True):
        MailboxKey(key_id=key_id, wrapped=wrapped, created_on=clock.today()).save(force_insert=True)
    text = urlsafe_b64encode(token).decode().rstrip("=")
    return NewHandout(key_id, _lookup(token), salt, cipher.raw(private.public_key()), text)


def lookup_of(token: str) -> bytes | None:
    """Where the handout of this link is found; None when it is no link of ours."""
    raw = _token(token)
    return _lookup(raw) if raw else None


def open_with(token: str, code: Receipt, key_id: UUID, salt: bytes) -> OpenedMailbox | None:
    """Both halves together (one Argon2id); None when the code is another, or the key is gone."""
    raw = _token(token)
    if raw is None:
        return None
    kek = _kek(raw, code, salt)
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [key_id])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return None
    try:
        return OpenedMailbox(cipher.unlock(kek, bytes(row[0]), _place(key_id)))
    except cipher.DoesNotOpen:
        return None


def is_there(key_id: UUID) -> bool:
    """Whether the key of this handout still exists, for whoever opened it a click ago."""
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [key_id])
        row = cursor.fetchone()
    return row is not None and row[0] is not None


def _token(text: str) -> bytes | None:
    try:
        raw = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return None
    return raw if len(raw) == TOKEN else None


def _lookup(token: bytes) -> bytes:
    return cipher.derive(token, "handout lookup")


def _kek(token: bytes, code: Receipt, salt: bytes) -> bytes:
    return stretch(code.to_bytes(), salt, cipher.derive(token, "handout code"))


def _place(key_id: UUID) -> bytes:
    return f"handout|{key_id}".encode()
