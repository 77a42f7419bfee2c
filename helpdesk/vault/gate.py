"""The gate: opens a case's key for an actor and a purpose, and writes down that it did, before a word leaves.

Who may is decided by the room's access module; nothing above those modules comes in here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from helpdesk.ledger.actions import Actor, record_looks, record_now
from helpdesk.vault import keys
from helpdesk.vault.opened import CaseKey, Glance, Pen


class HasKey(Protocol):
    """A row that names its key, as a case does."""

    @property
    def pk(self) -> UUID: ...

    @property
    def key_id(self) -> UUID: ...


@dataclass(frozen=True)
class OpenedCase:
    """The right to read and write one case, once, for one purpose. `key` is attached to its rows.

    `more` are the keys of what lies in the case under keys of its own; the look at the case is the look at those.
    """

    case_id: UUID
    actor: Actor
    purpose: str
    key: CaseKey
    more: dict[UUID, CaseKey] = field(default_factory=dict, repr=False)


def open_case(case: HasKey, actor: Actor, purpose: str, *, more: Iterable[UUID] = ()) -> OpenedCase:
    """Record the look, then open the case and the keys `more` in one query.

    Raises `KeyGone` for a forgotten case (the look is on record all the same).
    """
    record_now("open", actor=actor, object_id=case.pk, purpose=purpose)
    found = keys.unwrap_many([case.key_id, *more])
    if case.key_id not in found:
        raise keys.KeyGone(str(case.key_id))
    return OpenedCase(case.pk, actor, purpose, found.pop(case.key_id), found)


def open_cases(
    cases: Sequence[HasKey], actor: Actor, purpose: str, *, more: Iterable[UUID] = ()
) -> dict[UUID, CaseKey]:
    """Record a look at each, then open them and the keys `more` in one query; a key that is gone is absent."""
    record_looks([case.pk for case in cases], actor=actor, purpose=purpose)
    return keys.unwrap_many([*(case.key_id for case in cases), *more])


def pen(row: HasKey) -> Pen:
    """To write in the row without reading it, which is no look. Raises `KeyGone`."""
    return Pen(keys.unwrap(row.key_id))


def glance(cases: Iterable[HasKey]) -> dict[UUID, Glance]:
    """The summary keys of a list, in one query. Lists show codes and neutral titles only, so they are not looks."""
    found = keys.unwrap_many(case.key_id for case in cases)
    return {key_id: Glance(key_id, key.part("summary")) for key_id, key in found.items()}


def compare(cases: Sequence[HasKey], actor: Actor, *, about: UUID) -> dict[UUID, Glance]:
    """The keys of the people in many cases, in one query, to hold against a person of the case `about`.

    Written down first, once, at the case that asked. What of it is shown to somebody, its reader records one by one.
    """
    record_now("compare-parties", actor=actor, object_id=about, purpose=f"{len(cases)} cases")
    found = keys.unwrap_many(case.key_id for case in cases)
    return {key_id: Glance(key_id, key.part("party"), only="party") for key_id, key in found.items()}


def tallies(key_ids: Iterable[UUID]) -> dict[UUID, Glance]:
    """The keys of what counts of a report and of nothing else in its case, in one query; a key that is gone is absent.

    Whoever asks writes down how many were counted and not which: with the hour, the ledger would say whose it was.
    """
    found = keys.unwrap_many(key_ids)
    return {key_id: Glance(key_id, key.part("tally"), only="tally") for key_id, key in found.items()}
