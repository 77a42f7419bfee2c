"""The asker's mailbox key: its private half is wrapped by the receipt and lies in the key database.

The public role has no SELECT there; it inserts, and reads or burns one wrap through a function that takes the key's id.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.db import connections, transaction

from helpdesk.lib import clock
from helpdesk.lib.argon import derive as stretch
from helpdesk.lib.ids import new_id
from helpdesk.lib.receipts import Receipt
from helpdesk.vault import cipher
from helpdesk.vault.keyring import keyring
from helpdesk.vault.keys import seal_to_triage
from helpdesk.vault.models import MailboxKey
from helpdesk.vault.opened import CaseKey, OpenedMailbox

SALT = 16


@dataclass(frozen=True)
class NewMailbox:
    """A mailbox that was just made. `wrapped` goes to the key database, the rest to the data database."""

    key_id: UUID
    lookup: bytes
    salt: bytes
    public: bytes
    wrapped: bytes = field(repr=False)


def _place(key_id: UUID) -> bytes:
    return f"mailbox|{key_id}".encode()


def lookup_of(receipt: Receipt) -> bytes:
    """The 32 bytes under which a mailbox is found: the receipt's first 20 bits, keyed with the pepper.

    Twenty bits are few on purpose: several mailboxes may share a lookup, and each has its own salt.
    """
    return cipher.derive(keyring().pepper, f"lookup|{receipt.lookup_bits}")


def _kek(receipt: Receipt, salt: bytes) -> bytes:
    secret = receipt.secret_bits.to_bytes(8, "big")
    return stretch(secret, salt, keyring().pepper)


def new_mailbox(receipt: Receipt) -> NewMailbox:
    """Make the key pair of a mailbox; nothing is stored yet. Costs one Argon2id."""
    return wrap_for(receipt, X25519PrivateKey.generate().private_bytes_raw())


def wrap_for(receipt: Receipt, private: bytes) -> NewMailbox:
    """Wrap a mailbox's private key under this receipt, with a key id of its own; nothing is stored yet."""
    salt, key_id = secrets.token_bytes(SALT), new_id()
    wrapped = cipher.lock(_kek(receipt, salt), private, _place(key_id))
    public = cipher.raw(X25519PrivateKey.from_private_bytes(private).public_key())
    return NewMailbox(key_id, lookup_of(receipt), salt, public, wrapped)


def store_keys(key: CaseKey, mailbox: NewMailbox) -> None:
    """Commit the keys of a new question in one durable step, before the first byte that they protect."""
    with transaction.atomic(using="keys", durable=True):
        seal_to_triage(key)
        MailboxKey(key_id=mailbox.key_id, wrapped=mailbox.wrapped, created_on=clock.today()).save(force_insert=True)


def open_with(receipt: Receipt, key_id: UUID, salt: bytes) -> OpenedMailbox | None:
    """Try one mailbox with this receipt (one Argon2id); None when it is another's, or burnt."""
    kek = _kek(receipt, salt)
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [key_id])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return None
    try:
        return OpenedMailbox(cipher.unlock(kek, bytes(row[0]), _place(key_id)))
    except cipher.DoesNotOpen:
        return None


def spend_the_time_of_a_check(receipt: Receipt) -> None:
    """For a code that nobody has: the same work as for a real one, so that the clock tells nothing."""
    _kek(receipt, bytes(SALT))
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [new_id()])
        cursor.fetchone()


def burn(key_id: UUID) -> None:
    """Destroy the mailbox's wrap: its letters open for nobody any more."""
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_burn(%s)", [key_id])
