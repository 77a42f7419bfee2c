"""Open hours against a slow counter that walks minute by minute and knows nothing of the quick one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.lib.dates import is_working_day
from helpdesk.lib.working_time import add_open_hours

HERE = ZoneInfo("Europe/Amsterdam")
QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Week:
    days: tuple[int, ...] = (1, 2, 3, 4)
    since: time = time(10)
    until: time = time(16)

    def is_day(self, day: date) -> bool:
        return day.isoweekday() in self.days and is_working_day(day)


WEEK = Week()
weeks = st.builds(
    Week,
    st.sets(st.integers(1, 5), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(7, 11).map(time),
    st.integers(12, 20).map(time),
)
# Every quarter of an hour of some years, in our own clock time.
moments = st.builds(
    lambda day, quarter: datetime.combine(day, time(quarter // 4, quarter % 4 * 15), HERE),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.integers(0, 95),
)


def is_open(moment: datetime, week: Week) -> bool:
    return week.is_day(moment.date()) and week.since <= moment.time() < week.until


def walked(start: datetime, hours: int, week: Week) -> datetime:
    """Count the open quarters one by one, on the clock of the wall: no hour of ours is near a change of the clock."""
    left, now = hours * 4, start
    while left:
        left -= is_open(now, week)
        now += QUARTER
    return now


@settings(deadline=None, max_examples=60)
@given(moments, st.integers(1, 30), weeks)
def test_it_is_what_a_patient_person_counts(start: datetime, hours: int, week: Week) -> None:
    assert add_open_hours(start, hours, week) == walked(start, hours, week)


@given(moments, st.integers(1, 30), weeks)
def test_it_never_ends_while_shut_and_never_on_a_holiday(start: datetime, hours: int, week: Week) -> None:
    end = add_open_hours(start, hours, week)
    assert is_open(end - timedelta(seconds=1), week)
    assert is_working_day(end.date())


@given(moments, st.timedeltas(timedelta(0), timedelta(days=9)), st.integers(1, 20), weeks)
def test_who_asks_later_is_never_promised_earlier(start: datetime, later: timedelta, hours: int, week: Week) -> None:
    assert add_open_hours(start, hours, week) <= add_open_hours(start + later, hours, week)
    assert add_open_hours(start, hours, week) < add_open_hours(start, hours + 1, week)


@pytest.mark.parametrize(
    ("asked", "hours", "ends"),
    [
        ("2026-04-23T15:00", 4, "2026-04-28T13:00"),  # Thursday; Friday shut, the weekend, Koningsdag
        ("2026-04-23T10:00", 4, "2026-04-23T14:00"),
        ("2026-04-23T12:00", 4, "2026-04-23T16:00"),  # just before we shut
        ("2026-04-22T23:59", 1, "2026-04-23T11:00"),
        ("2026-12-24T15:30", 1, "2026-12-28T10:30"),  # both days of Christmas
        ("2027-03-25T15:00", 2, "2027-03-30T11:00"),  # Easter, and the night on which the clock goes forward
    ],
)
def test_days_that_were_counted_by_hand(asked: str, hours: int, ends: str) -> None:
    start = datetime.fromisoformat(asked).replace(tzinfo=HERE)
    assert add_open_hours(start, hours, WEEK) == datetime.fromisoformat(ends).replace(tzinfo=HERE)


def test_no_hours_are_no_promise() -> None:
    with pytest.raises(ValueError, match="at least one hour"):
        add_open_hours(datetime(2026, 4, 23, 12, tzinfo=HERE), 0, WEEK)
