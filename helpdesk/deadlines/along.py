"""Where deadlines hang on acts of the room below: they go along in a merge, and leave calendars with their case."""

from __future__ import annotations

from helpdesk.cases.actions.rooms_above import Room, register
from helpdesk.deadlines.actions.along import carry, forget, put_back


def register_all() -> None:
    """Once, when the program starts."""
    register("deadlines", Room(carry, put_back, forget))
