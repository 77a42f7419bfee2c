"""Case keys: born with the question, wrapped per recipient, re-wrapped when routed, destroyed when forgotten.

Order between the two databases (decision 3): a key is committed before the first byte that it protects, and destroyed
before its rows. There is no two-phase commit; what a crash leaves over are keys without rows, and those are swept.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable
from datetime import date
from uuid import UUID

from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.vault import cipher
from helpdesk.vault.keyring import Keyring, keyring
from helpdesk.vault.models import MailboxKey, WrappedKey
from helpdesk.vault.opened import CaseKey


class KeyGone(LookupError):
    """No wrap that this program can open: forgotten, or never for us."""


def _place(key_id: UUID, recipient: str) -> bytes:
    return f"wrap|{key_id}|{recipient}".encode()


def new_case_key() -> CaseKey:
    """A fresh key; nothing is stored yet."""
    return CaseKey(new_id(), secrets.token_bytes(32))


def seal_to_triage(key: CaseKey) -> None:
    """Store `key` so that the desk can open it and the program that made it cannot."""
    ring = keyring()
    version = ring.newest("triage")
    recipient = f"triage:{version}"
    sealed = cipher.seal(ring.triage_public(version), key.secret, _place(key.key_id, recipient))
    WrappedKey(key_id=key.key_id, recipient=recipient, wrapped=sealed, created_on=clock.today()).save(force_insert=True)


def wrap_for_desk(key: CaseKey) -> None:
    """Route: the desk's wrap first, then the triage wrap goes. A crash between leaves two wraps, never none."""
    version = keyring().newest("desk")
    recipient = f"desk:v{version}"
    wrapped = cipher.lock(keyring().desk(version), key.secret, _place(key.key_id, recipient))
    WrappedKey.objects.get_or_create(
        key_id=key.key_id,
        recipient=recipient,
        defaults={"wrapped": wrapped, "created_on": clock.today()},
    )
    WrappedKey.objects.filter(key_id=key.key_id, recipient__startswith="triage:").delete()


SEGMENT = "search:v"


def new_segment_key() -> CaseKey:
    """A fresh key for a search segment, stored before the first byte under it. It is the desk's alone."""
    key = new_case_key()
    recipient = f"{SEGMENT}{keyring().newest('desk')}"
    place = _place(key.key_id, recipient)
    wrapped = cipher.lock(keyring().desk(keyring().newest("desk")), key.secret, place)
    WrappedKey(key_id=key.key_id, recipient=recipient, wrapped=wrapped, created_on=clock.today()).save(
        force_insert=True
    )
    return key


def destroy_segment_keys_but(in_use: Collection[UUID]) -> int:
    """Destroy the keys of all search segments but these; return how many went."""
    return WrappedKey.objects.filter(recipient__startswith=SEGMENT).exclude(key_id__in=list(in_use)).delete()[0]


def _unwrap(ring: Keyring, wrap: WrappedKey) -> CaseKey:
    kind, _, version = wrap.recipient.partition(":")
    where, data = _place(wrap.key_id, wrap.recipient), bytes(wrap.wrapped)
    if kind == "triage":
        secret = cipher.unseal(ring.triage_private(version), data, where)
    else:
        secret = cipher.unlock(ring.desk(version.removeprefix("v")), data, where)
    return CaseKey(wrap.key_id, secret)


def unwrap_many(key_ids: Iterable[UUID]) -> dict[UUID, CaseKey]:
    """Open the keys of `key_ids` in one query; a forgotten key is absent from the answer."""
    ring = keyring()
    return {wrap.key_id: _unwrap(ring, wrap) for wrap in WrappedKey.objects.filter(key_id__in=list(key_ids))}


def unwrap(key_id: UUID) -> CaseKey:
    """Open one key; raise `KeyGone` when it was destroyed."""
    try:
        return unwrap_many([key_id])[key_id]
    except KeyError:
        raise KeyGone(str(key_id)) from None


def destroy(key_ids: Iterable[UUID]) -> None:
    """Forget: delete every wrap of these keys, of cases and mailboxes. Old backups of the data then open nothing."""
    ids = list(key_ids)
    WrappedKey.objects.filter(key_id__in=ids).delete()
    MailboxKey.objects.filter(key_id__in=ids).delete()


def destroy_unused(in_use: Callable[[list[UUID]], set[UUID]], *, before: date, batch: int = 1_000) -> int:
    """Destroy keys made on or before `before` that `in_use` does not know; return how many."""
    gone = 0
    for model in (WrappedKey, MailboxKey):
        old = model.objects.filter(created_on__lte=before).values_list("key_id", flat=True).distinct()
        asked: list[UUID] = []
        for key_id in [*old.iterator(chunk_size=batch), None]:
            if key_id is not None:
                asked.append(key_id)
            if asked and (key_id is None or len(asked) == batch):
                unused = set(asked) - in_use(asked)
                destroy(unused)
                gone, asked = gone + len(unused), []
    return gone
