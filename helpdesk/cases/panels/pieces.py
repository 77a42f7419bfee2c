"""What of a case can go to another one, grouped by kind, as it stands on the pages of splitting and merging."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.actions.carry import files_held, files_of
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.panels.thread import Spoken


@dataclass(frozen=True)
class Piece:
    """One line with a box. `words` are how it begins, so that it is known again."""

    id: UUID
    who: str
    at: datetime | None
    words: str


@dataclass(frozen=True)
class Group:
    """The lines of one kind. `one` and `more` name them in a sentence; `field` is the form's."""

    title: str
    field: str
    one: str
    more: str
    pieces: list[Piece]


def pieces_of(page: CasePage) -> list[Group]:
    """Messages from outside, notes and contact moments, which move; and people, who are copied."""
    held = {file.content.get("message") for file in files_of(page.file) if file.pk in files_held(page.file)}
    said = [*page.messages, *(one for thread in page.threads for one in thread.messages)]
    messages = sorted((one for one in said if str(one.id) not in held), key=lambda one: one.at)
    moments = [Piece(one.id, one.title, one.at, one.asked or one.said) for one in page.moments if one.movable]
    people = [Piece(one.id, f"{one.part} {one.initials}".strip(), None, ", ".join(one.more)) for one in page.around]
    found = [
        Group("Berichten van buiten", "rows", "bericht", "berichten", _spoken(messages)),
        Group("Notities", "rows", "notitie", "notities", _spoken(page.notes)),
        Group("Gesprekken", "rows", "gesprek", "gesprekken", moments),
        Group("Mensen om het kind", "people", "persoon", "mensen", people),
    ]
    return [group for group in found if group.pieces]


def in_words(groups: Iterable[Group], chosen: Iterable[str]) -> str:
    """2 berichten en 1 notitie."""
    wanted = set(chosen)
    counted = [(sum(str(one.id) in wanted for one in group.pieces), group) for group in groups]
    parts = [f"{number} {group.one if number == 1 else group.more}" for number, group in counted if number]
    return " en ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


def _spoken(said: Iterable[Spoken]) -> list[Piece]:
    return [Piece(one.id, one.sender, one.at, one.text) for one in said if one.movable]


def all_of(groups: Iterable[Group]) -> list[str]:
    """Every line, as if it was chosen."""
    return [str(one.id) for group in groups for one in group.pieces]
