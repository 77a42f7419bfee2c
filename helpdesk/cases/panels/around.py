"""Who stands around the child, as it stands on the page: a part, some letters, and what this person may know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from helpdesk.cases.flags import Flag, flag_of
from helpdesk.cases.models import Party
from helpdesk.people.person import Person
from helpdesk.people.roles import INTEREST_LABELS, Interest, Part
from helpdesk.people.telling import Choice, Subject, choice_for, contact_in_words, in_words


@dataclass(frozen=True)
class Around:
    """One person in the panel. The name is not in here."""

    id: UUID
    part: str
    initials: str
    more: tuple[str, ...]
    told: tuple[str, ...]
    contact: tuple[str, ...]
    has_code_word: bool
    can_be_called: bool
    has_address: bool
    knows_nothing: bool
    removed: bool
    flag: Flag | None = None  # abusive or very frequent contact, while it lasts


def around(rows: Iterable[Party], summary: Mapping[str, Any] = MappingProxyType({})) -> list[Around]:
    """The child first, then as the parts are listed; who was taken away last. `summary` is that of the case."""
    order = list(Part)
    found = [(row, Person.of(content), bool(content.get("removed_at"))) for row, content in _opened(rows)]
    found.sort(key=lambda one: (one[2], order.index(one[1].part), one[0].created_on, one[1].initials, one[0].pk))
    people = [_around(row, person, removed=removed) for row, person, removed in found]
    return [replace(one, flag=flag_of(summary, one.id)) for one in people]


def _opened(rows: Iterable[Party]) -> Iterable[tuple[Party, dict[str, object]]]:
    return ((row, row.content) for row in rows)


def _around(row: Party, person: Person, *, removed: bool) -> Around:
    more = [] if person.interest == Interest.UNKNOWN else [INTEREST_LABELS[person.interest].lower()]
    if person.asks:
        more.insert(0, "vraagt ons om hulp")
    nothing = all(choice_for(person, subject) == Choice.NO for subject in Subject)
    told = () if person.part == Part.CHILD and nothing else tuple(in_words(person))
    contact, called = tuple(contact_in_words(person)), bool(person.telephone)
    return Around(
        row.pk,
        person.part_label,
        person.initials,
        tuple(more),
        told,
        contact,
        bool(person.code_word),
        called,
        bool(person.address),
        nothing,
        removed,
    )
