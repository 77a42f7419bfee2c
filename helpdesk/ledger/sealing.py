"""The chain: one sealer links new entries every few seconds; verifying walks it and asks the anchor for the tail."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from helpdesk.ledger.models import Anchor, Entry, Seal

_LOCK = 71_516_098  # any constant: the advisory lock that makes the sealer one
_FIRST = bytes(32)


def link(key: bytes, before: bytes, entry: Entry) -> bytes:
    """The HMAC-SHA256 that chains `entry` to the link `before`."""
    text = "|".join(
        [
            str(entry.id),
            entry.at.isoformat(),
            entry.actor,
            entry.verb,
            str(entry.object_id),
            entry.purpose,
            entry.result,
        ]
    )
    return hmac.digest(key, before + text.encode(), hashlib.sha256)


def seal_entries(key: bytes, *, batch: int = 5_000) -> int:
    """Chain up to `batch` new entries, oldest first; return how many. A second sealer at the same time does nothing."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
            row = cursor.fetchone()
        if not row or not row[0]:
            return 0
        sealed = Seal.objects.filter(entry_id=OuterRef("id"))
        new = list(Entry.objects.filter(~Exists(sealed)).order_by("at", "id")[:batch])
        if not new:
            return 0
        last = Seal.objects.order_by("-seq").first()
        seq, mac = (last.seq, bytes(last.mac)) if last else (0, _FIRST)
        seals = []
        for entry in new:
            seq, mac = seq + 1, link(key, mac, entry)
            seals.append(Seal(seq=seq, entry_id=entry.id, mac=mac))
        Seal.objects.bulk_create(seals)
    Anchor(at=timezone.now(), seq=seq, mac=mac).save(force_insert=True)
    return len(seals)


@dataclass(frozen=True)
class Verdict:
    """What a walk over the whole chain found. `broken_at` is the first link that does not fit, 0 for a missing tail."""

    links: int
    unsealed: int
    broken_at: int | None

    @property
    def sound(self) -> bool:
        return self.broken_at is None


def verify(key: bytes) -> Verdict:
    """Walk every link: a changed, inserted or deleted entry and a cut tail are each found."""
    mac, seq = _FIRST, 0
    by_id = {entry.id: entry for entry in Entry.objects.iterator(chunk_size=5_000)}
    total = len(by_id)
    for seal in Seal.objects.order_by("seq").iterator(chunk_size=5_000):
        entry = by_id.pop(seal.entry_id, None)
        if entry is None or seal.seq != seq + 1:
            return Verdict(seq, 0, seal.seq)
        seq, mac = seal.seq, link(key, mac, entry)
        if not hmac.compare_digest(mac, bytes(seal.mac)):
            return Verdict(seq, 0, seal.seq)
    anchor = Anchor.objects.order_by("-seq").first()
    if anchor and (anchor.seq > seq or (anchor.seq == seq and bytes(anchor.mac) != mac)):
        return Verdict(seq, total - seq, 0)
    return Verdict(seq, len(by_id), None)
