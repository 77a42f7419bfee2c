"""The key of one thing that lies ready behind a door: it opens with what opens the door, and is destroyed by itself.

The door is a handout (`handout.py`). Destroying a parcel's wrap takes that one thing away and leaves the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from django.db import connections, transaction

from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.vault import cipher
from helpdesk.vault.models import MailboxKey
from helpdesk.vault.opened import OpenedMailbox


@dataclass(frozen=True)
class NewParcel:
    """A key that was just made and stored."""

    key_id: UUID
    public: bytes


def new_parcel(door: bytes) -> NewParcel:
    """Make a key pair and commit its private half, sealed to the door's public key, before the first byte under it."""
    private, key_id = X25519PrivateKey.generate(), new_id()
    wrapped = cipher.seal(X25519PublicKey.from_public_bytes(door), private.private_bytes_raw(), _place(key_id))
    with transaction.atomic(using="keys", durable=True):
        MailboxKey(key_id=key_id, wrapped=wrapped, created_on=clock.today()).save(force_insert=True)
    return NewParcel(key_id, cipher.raw(private.public_key()))


def open_with(door: OpenedMailbox, key_id: UUID) -> OpenedMailbox | None:
    """Open one parcel; None when its key is gone, or belongs behind another door."""
    with connections["keys"].cursor() as cursor:
        cursor.execute("SELECT mailbox_wrap(%s)", [key_id])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        return None
    try:
        return OpenedMailbox(
            cipher.unseal(X25519PrivateKey.from_private_bytes(door.private), bytes(row[0]), _place(key_id))
        )
    except cipher.DoesNotOpen:
        return None


def _place(key_id: UUID) -> bytes:
    return f"parcel|{key_id}".encode()
