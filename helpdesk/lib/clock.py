"""What time it is for whoever acts. Actions ask here, so that the demonstration's cases can have happened last week."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """This moment, or the one that `at` has set."""
    return _moment.get() or timezone.now()


def today() -> date:
    """The day of `now`, in our own time zone."""
    return timezone.localdate(now())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at `moment`. For the demo loader and tests; a program that serves never calls it."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
