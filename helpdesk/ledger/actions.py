"""Writing in the ledger: acts inside their own transaction, looks and refusals durably, before the answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from helpdesk.ledger.models import Entry
from helpdesk.lib import clock


@dataclass(frozen=True)
class Actor:
    """Who acts: a member, a named worker, the asker or somebody outside (who have no number here)."""

    name: str

    @classmethod
    def member(cls, member_id: UUID) -> Actor:
        return cls(f"member:{member_id}")

    @classmethod
    def worker(cls, name: str) -> Actor:
        return cls(f"worker:{name}")


ASKER = Actor("asker")
OUTSIDE = Actor("outside")  # whoever answered through a link that was sent to her


def record(verb: str, *, actor: Actor, object_id: UUID | None = None, purpose: str = "", result: str = "ok") -> None:
    """Write one entry in the transaction that is open, so that an act and its entry stand or fall together."""
    Entry(at=clock.now(), actor=actor.name, verb=verb, object_id=object_id, purpose=purpose, result=result).save(
        force_insert=True
    )


def record_now(
    verb: str, *, actor: Actor, object_id: UUID | None = None, purpose: str = "", result: str = "ok"
) -> None:
    """Write one entry and commit it; RuntimeError inside a transaction, whose rollback would take the look away."""
    if not connection.in_atomic_block:  # one statement, committed when it returns
        record(verb, actor=actor, object_id=object_id, purpose=purpose, result=result)
        return
    with transaction.atomic(durable=True):  # refuses, unless the transaction around is a test's own
        record(verb, actor=actor, object_id=object_id, purpose=purpose, result=result)


def record_looks(object_ids: Iterable[UUID], *, actor: Actor, purpose: str) -> None:
    """Write a look at each of these, in one statement, and commit them; as `record_now` does for one."""
    at = clock.now()
    rows = [Entry(at=at, actor=actor.name, verb="open", object_id=one, purpose=purpose) for one in object_ids]
    with transaction.atomic(durable=True):
        Entry.objects.bulk_create(rows)
