"""What relies on a source: found in the words when they are saved, added by hand, looked at when the law changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.library.cited import cited_in
from helpdesk.library.models import Reliance, Relier
from helpdesk.library.standing import Key, Pin, name_of, names_of, newest, pins
from helpdesk.teams.models import Member


class Meanwhile(Exception):
    """A colleague was first: what one looked at is not the last any more."""


@dataclass(frozen=True)
class Ours:
    """Words of ours that may rely on a source."""

    kind: Relier
    object_id: UUID


@dataclass(frozen=True)
class Called:
    """What of the article was cited, and how one says that."""

    place: str
    name: str


def read_citations(*, actor: Member, ours: Ours, body: str, language: str = "nl") -> None:
    """Keep what these words cite now, inside the transaction that saves them; what was added by hand stays.

    A citation that was there keeps the version on which it was made, also when the words around it change.
    """
    cited = cited_in(body, language, with_works=True)
    held = {key_of(row): row for row in _rows(ours)}
    new = [key for key in cited if key not in held or held[key].gone]
    made, named = pins(new), names_of(key.code for key in new)
    for key in new:
        place = cited[key].place
        called = Called(place, name_of(place, key.code, named.get(key.code, "")))
        _put(actor, ours, key, held.get(key), made[key], called, found=True)
    for key, row in held.items():
        if row.found and not row.gone and key not in cited:
            _put(actor, ours, key, row, _pin_of(row), _called(row), found=True, gone=True)


def add_reliance(*, actor: Member, ours: Ours, code: str, place: str, language: str = "nl") -> None:
    """Say by hand on what these words rely. Said again, nothing changes.

    Raises:
        Meanwhile: a colleague said something about the same source at the same moment.
    """
    key = Key.of(code, place, language)
    held = {key_of(row): row for row in _rows(ours)}.get(key)
    if held is not None and not held.gone:
        return
    with _recording("add-reliance", actor, ours):
        called = Called(place, name_of(place, code, names_of([code]).get(code, "")))
        _put(actor, ours, key, held, pins([key])[key], called)


def drop_reliance(*, actor: Member, held: Reliance) -> None:
    """These words do not rely on it after all. Only for what was added by hand: the rest goes with its words.

    Raises:
        Meanwhile: it was dropped or looked at since.
    """
    ours = Ours(Relier(held.kind), held.object_id)
    if held.found or held.gone:
        raise Meanwhile
    with _recording("drop-reliance", actor, ours):
        _put(actor, ours, key_of(held), held, _pin_of(held), _called(held), gone=True)


def check_reliance(*, actor: Member, held: Reliance, note: str, adapted: bool = False) -> None:
    """Somebody looked: these words are still right, or were adapted. The mark goes until the source changes again.

    Args:
        held: the row that was looked at.
        note: what was found, for colleagues.
        adapted: the words follow the new text now, so the citation is of the state of today.

    Raises:
        Meanwhile: a colleague looked already.
    """
    key, ours = key_of(held), Ours(Relier(held.kind), held.object_id)
    pin = pins([key])[key] if adapted else Pin(held.valid_from, held.digest, _seen_now(key))
    with _recording("check-reliance", actor, ours):
        _put(actor, ours, key, held, pin, _called(held), found=held.found, note=note.strip())


def key_of(row: Reliance) -> Key:
    """Of which article this row speaks."""
    return Key(row.work_code, row.address, row.language)


def _seen_now(key: Key) -> str | None:
    stand = newest([key]).get(key)
    return None if stand is None else stand.digest


def _pin_of(row: Reliance) -> Pin:
    return Pin(row.valid_from, row.digest, row.seen)


def _called(row: Reliance) -> Called:
    return Called(row.place, row.name)


def _rows(ours: Ours) -> Iterable[Reliance]:
    rows: Iterable[Reliance] = Reliance.objects.by(ours.kind, [ours.object_id]).latest_rows()
    return rows


def _put(
    actor: Member,
    ours: Ours,
    key: Key,
    held: Reliance | None,
    pin: Pin,
    called: Called,
    *,
    found: bool = False,
    gone: bool = False,
    note: str = "",
) -> None:
    """The next row of one reliance."""
    Reliance(
        kind=ours.kind,
        object_id=ours.object_id,
        work_code=key.code,
        address=key.address,
        language=key.language,
        number=held.number + 1 if held else 1,
        place=called.place,
        name=called.name,
        valid_from=pin.valid_from,
        digest=pin.digest,
        seen=pin.seen,
        found=found,
        gone=gone,
        note=note,
        by=actor,
        at=clock.now(),
    ).save(force_insert=True)


@contextmanager
def _recording(verb: str, actor: Member, ours: Ours) -> Iterator[None]:
    """One act with its entry in the ledger; of two at once the second hears that a colleague was first."""
    try:
        with transaction.atomic():
            yield
            record(verb, actor=Actor.member(actor.pk), object_id=ours.object_id)
    except IntegrityError:
        raise Meanwhile from None
