"""Hours that count only while we are open. How long we promise is reference data; terms of law never stand here."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Protocol

from django.utils import timezone

_DAY = timedelta(days=1)


class Week(Protocol):
    """When we are open: `is_day` says no on a holiday."""

    @property
    def since(self) -> time: ...

    @property
    def until(self) -> time: ...

    def is_day(self, day: date) -> bool: ...


def opens_on(day: date, week: Week) -> tuple[datetime, datetime]:
    """The moments between which we are open on `day`, aware; whether it is a day of ours is asked first."""
    here = timezone.get_current_timezone()
    return datetime.combine(day, week.since, here), datetime.combine(day, week.until, here)


def add_open_hours(moment: datetime, hours: int, week: Week) -> datetime:
    """The moment at which we shall have been open for `hours` since `moment` (aware).

    Raises:
        ValueError: fewer than one hour.
    """
    if hours < 1:
        raise ValueError("a promise takes at least one hour")
    left, day = timedelta(hours=hours), timezone.localtime(moment).date()
    while True:
        if week.is_day(day):
            opens, shuts = opens_on(day, week)
            start = max(moment, opens)
            if start + left <= shuts:
                return timezone.localtime(start + left)
            left -= max(timedelta(0), shuts - start)
        day += _DAY
