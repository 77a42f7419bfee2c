"""For whom does this connection read? Row-level security asks `app.member`; unset means no rows at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import connection

_acting: ContextVar[str] = ContextVar("acting", default="")


def _tell(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.member', %s, false)", [value])


@contextmanager
def act_as(member: UUID | None) -> Iterator[None]:
    """Set the member for the statements inside; afterwards the connection knows whom it knew before, mostly nobody.

    Nobody in a fresh request needs no statement: connections come back to the pool clean.
    """
    before, value = _acting.get(), str(member or "")
    if before == value:
        yield
        return
    _tell(value)
    token = _acting.set(value)
    try:
        yield
    finally:
        _acting.reset(token)
        gone = connection.connection is None or connection.connection.closed
        # In a broken transaction no statement runs; its rollback takes the setting back with it.
        if not gone and not (connection.in_atomic_block and connection.needs_rollback):
            _tell(before)


def forgetting(case_id: UUID) -> None:
    """Until this transaction ends the database lets what it otherwise keeps of this case be taken away."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.forgetting', %s, true)", [str(case_id)])


def moving(case_id: UUID) -> None:
    """Until this transaction ends the member still sees the case that she gives away; the database asks for that."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.moving', %s, true)", [str(case_id)])
