"""Letters of complaint, and what left on paper: for whom, when, and by which number it can be checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.models import Complaint, GivenFile
from helpdesk.cases.panels.around import Around
from helpdesk.cases.panels.mail import size_of
from helpdesk.cases.panels.people import Colleagues


@dataclass(frozen=True)
class Begun:
    """One letter that is being written."""

    id: UUID
    title: str
    at: datetime
    who: str


@dataclass(frozen=True)
class Given:
    """One file that was given."""

    id: UUID
    title: str
    name: str
    size: str
    to: str
    at: datetime
    who: str
    digest: str
    items: tuple[tuple[str, str, str, str], ...]


def begun(rows: Iterable[Complaint], people: Colleagues) -> list[Begun]:
    """The newest first."""
    found = [
        Begun(row.pk, row.content["about"], datetime.fromisoformat(row.content["at"]), people.name(row.content["by"]))
        for row in rows
    ]
    return sorted(found, key=lambda one: one.at, reverse=True)


def given(rows: Iterable[GivenFile], around: Mapping[str, Around], people: Colleagues) -> list[Given]:
    """The newest first."""
    return sorted((_given(row, around, people) for row in rows), key=lambda one: (one.at, one.name), reverse=True)


def _given(row: GivenFile, around: Mapping[str, Around], people: Colleagues) -> Given:
    content = row.content
    party = around.get(content["to"])
    to = f"{party.part} {party.initials}".strip() if party else "iemand om het kind" if content["to"] else "de vrager"
    return Given(
        row.pk,
        content["title"],
        content["name"],
        size_of(content["size"]),
        to,
        datetime.fromisoformat(content["at"]),
        people.name(content["by"]),
        content["digest"],
        tuple((name, what, day, digest) for name, what, day, digest in content.get("items", ())),
    )
