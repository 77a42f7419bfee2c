"""What a room above keeps in a case: it goes along when the case goes up in another, and goes when it is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Case

Both = Mapping[str, tuple[CaseFile, Case]]  # "here": the case that goes up; "there": the one that takes it in


def _nothing(_file: CaseFile, _case: Case, _party: UUID) -> None:
    """A room that shares with nobody."""


@dataclass(frozen=True)
class Room:
    """What a room does inside an act of this room, with the rows of the cases locked.

    Args:
        carry: take along what runs; what comes back is kept with the merge, as plain data.
        put_back: undo that, from the same data.
        forget: before the keys go, what hangs on this case elsewhere.
        no_more: inside an act after which somebody around the child may perhaps not be told any more.
    """

    carry: Callable[[Both], Any]
    put_back: Callable[[Both, Any], None]
    forget: Callable[[CaseFile], None]
    no_more: Callable[[CaseFile, Case, UUID], None] = _nothing


_ROOMS: dict[str, Room] = {}


def register(name: str, room: Room) -> None:
    """Once, when the program starts. `name` is kept inside the record of a merge."""
    _ROOMS[name] = room


def carry_rooms(both: Both) -> dict[str, Any]:
    """Everything of the rooms above that goes along."""
    return {name: room.carry(both) for name, room in _ROOMS.items()}


def put_rooms_back(both: Both, moved: Mapping[str, Any]) -> None:
    """As it was before the merge."""
    for name, kept in moved.items():
        _ROOMS[name].put_back(both, kept)


def forget_rooms(file: CaseFile) -> None:
    """Inside the act that forgets the case, while it can still be read."""
    for room in _ROOMS.values():
        room.forget(file)


def tell_no_more(file: CaseFile, case: Case, party: UUID) -> None:
    """Inside the act that takes a consent or a person away: what is shared with her ends where it has to."""
    for room in _ROOMS.values():
        room.no_more(file, case, party)
