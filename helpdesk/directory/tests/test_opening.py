"""When the telephone is answered, by the clock on the wall here."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from helpdesk.directory.opening import opening_hours

HERE = ZoneInfo("Europe/Amsterdam")


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=HERE)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (at(23, 10), True),  # a Monday
        (at(26, 15, 59), True),
        (at(26, 16), False),
        (at(23, 9, 59), False),
        (at(27, 12), False),  # a Friday
        (at(25, 12, month=12), False),  # Christmas, a Friday
        (at(6, 12, month=4), False),  # Easter Monday
        (at(22, 15, month=6), True),  # in summer by the clock on the wall too
    ],
)
def test_open_by_the_clock_here_and_not_on_holidays(moment: datetime, is_open: bool) -> None:
    assert opening_hours().is_open(moment) is is_open
    assert opening_hours().is_open(moment.astimezone(ZoneInfo("UTC"))) is is_open


def test_the_next_day_on_which_it_is_answered() -> None:
    hours = opening_hours()
    assert hours.next_day(at(23, 8)) == date(2026, 11, 23)
    assert hours.next_day(at(23, 17)) == date(2026, 11, 24)
    assert hours.next_day(at(26, 17)) == date(2026, 11, 30)
    assert hours.week_of(date(2026, 4, 8)) == [date(2026, 4, 7), date(2026, 4, 8), date(2026, 4, 9)]
