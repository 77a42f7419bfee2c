"""The ledger only grows, and every way of tampering with it is found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import Error, connection, transaction

from helpdesk.ledger.actions import ASKER, Actor, record, record_now
from helpdesk.ledger.models import Entry, Seal
from helpdesk.ledger.sealing import seal_entries, verify
from helpdesk.lib.ids import new_id

KEY = bytes(range(32))
OwnerCursor = Callable[[str], AbstractContextManager[Any]]


def _write(count: int) -> list[UUID]:
    ids = [new_id() for _ in range(count)]
    for object_id in ids:
        record("open", actor=Actor.member(new_id()), object_id=object_id, purpose="read-case")
    return ids


@pytest.mark.django_db
def test_the_chain_holds() -> None:
    _write(20)
    assert seal_entries(KEY) == 20
    _write(5)
    assert seal_entries(KEY) == 5
    verdict = verify(KEY)
    assert verdict.sound
    assert verdict.links == 25
    assert not verify(bytes(32)).sound


@pytest.mark.django_db
def test_nobody_changes_or_deletes_an_entry() -> None:
    _write(1)
    for act in (lambda: Entry.objects.update(verb="note"), lambda: Entry.objects.all().delete()):
        with pytest.raises(Error), transaction.atomic():
            act()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE ledger_entry SET actor = 'member:other' WHERE id = (SELECT entry_id FROM ledger_seal WHERE seq = 3)",
        "DELETE FROM ledger_entry WHERE id = (SELECT entry_id FROM ledger_seal WHERE seq = 3)",
        "DELETE FROM ledger_seal WHERE seq = 3",
        "WITH cut AS (DELETE FROM ledger_seal WHERE seq > 7 RETURNING entry_id) "
        "DELETE FROM ledger_entry WHERE id IN (SELECT entry_id FROM cut)",
    ],
    ids=["changed", "removed", "link removed", "tail cut"],
)
def test_tampering_with_triggers_off_is_found(tampering: str, owner_cursor: OwnerCursor) -> None:
    _write(10)
    seal_entries(KEY)
    assert verify(KEY).sound
    with owner_cursor("default") as cursor:
        cursor.execute("ALTER TABLE ledger_entry DISABLE TRIGGER only_grows")
        cursor.execute("ALTER TABLE ledger_seal DISABLE TRIGGER only_grows")
        cursor.execute(tampering)
        cursor.execute("ALTER TABLE ledger_entry ENABLE TRIGGER only_grows")
        cursor.execute("ALTER TABLE ledger_seal ENABLE TRIGGER only_grows")
    assert not verify(KEY).sound


@pytest.mark.django_db(transaction=True)
def test_sixteen_writers_leave_one_whole_chain() -> None:
    """10,000 rows by 16 writers, sealed while they write."""

    def write() -> None:
        for _ in range(625):
            record("open", actor=ASKER, object_id=new_id())
        connection.close()

    writers = [Thread(target=write) for _ in range(16)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        seal_entries(KEY)
    for writer in writers:
        writer.join()
    while seal_entries(KEY):
        pass
    verdict = verify(KEY)
    assert verdict.sound
    assert (verdict.links, verdict.unsealed, Seal.objects.count()) == (10_000, 0, 10_000)


@pytest.mark.django_db(transaction=True)
def test_a_look_stays_when_what_follows_fails() -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        record_now("open", actor=ASKER)
    assert Entry.objects.count() == 0
    record_now("refuse", actor=ASKER, result="refused")
    with pytest.raises(ValueError, match="later"):
        _fail_after_an_act()
    assert [entry.verb for entry in Entry.objects.all()] == ["refuse"]


@transaction.atomic
def _fail_after_an_act() -> None:
    record("reply", actor=ASKER)
    raise ValueError("later")
