"""The calendar against the years and shifts that were computed twice, by hand and by another program."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.dates import (
    CalendarUnknown,
    add_working_days,
    easter,
    equated_days_known,
    holidays,
    is_working_day,
    promise_day,
    working_day_from,
)

# Easter, Goede Vrijdag, Tweede Paasdag, Koningsdag, Hemelvaart, Tweede Pinksterdag
YEARS = """
2024 03-31 03-29 04-01 04-27 05-09 05-20
2025 04-20 04-18 04-21 04-26 05-29 06-09
2026 04-05 04-03 04-06 04-27 05-14 05-25
2027 03-28 03-26 03-29 04-27 05-06 05-17
2028 04-16 04-14 04-17 04-27 05-25 06-05
2029 04-01 03-30 04-02 04-27 05-10 05-21
2030 04-21 04-19 04-22 04-27 05-30 06-10
2031 04-13 04-11 04-14 04-26 05-22 06-02
"""
EQUATED = [date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7), date(2028, 4, 28), date(2028, 5, 26)]
days = st.dates(date(2014, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("row", YEARS.strip().splitlines())
def test_the_holidays_of_a_year(row: str) -> None:
    year, first, *others = row.split()
    assert easter(int(year)) == date.fromisoformat(f"{year}-{first}")
    moving = {date.fromisoformat(f"{year}-{day}") for day in others}
    fixed = {date.fromisoformat(f"{year}-{day}") for day in ("01-01", "05-05", "12-25", "12-26")}
    named = {day for day, name in holidays(int(year)).items() if name != "Gelijkgestelde dag"}
    assert named == moving | fixed


@pytest.mark.parametrize("day", EQUATED)
def test_equated_days_are_no_working_days(day: date) -> None:
    assert day.weekday() == 4
    assert not is_working_day(day)


def test_years_without_a_decree_are_not_known() -> None:
    known = {year for year in range(2014, 2040) if equated_days_known(year)}
    assert known == {2017, 2018, 2019, 2023, 2024, 2025, 2026, 2027, 2028}


@pytest.mark.parametrize(
    ("nominal", "working"),
    [
        ("2026-02-16", "2026-02-16"),
        ("2026-04-03", "2026-04-07"),
        ("2025-12-25", "2025-12-29"),
        ("2026-01-02", "2026-01-05"),
        ("2027-05-05", "2027-05-10"),
        ("2026-05-14", "2026-05-18"),
        ("2027-02-28", "2027-03-01"),
        ("2026-05-25", "2026-05-26"),
        ("2025-04-26", "2025-04-28"),
        ("2026-04-27", "2026-04-28"),
        ("2028-04-28", "2028-05-01"),
    ],
)
def test_the_first_working_day(nominal: str, working: str) -> None:
    assert working_day_from(date.fromisoformat(nominal)) == date.fromisoformat(working)


@pytest.mark.parametrize(
    ("asked", "promised"),
    [
        ("2026-11-20", "2026-11-24"),
        ("2026-11-21", "2026-11-24"),
        ("2026-12-24", "2026-12-29"),
        ("2026-05-13", "2026-05-19"),
    ],
)
def test_two_working_days_are_promised(asked: str, promised: str) -> None:
    assert promise_day(date.fromisoformat(asked), 2) == date.fromisoformat(promised)


@given(days, st.integers(0, 30))
def test_a_promise_holds_exactly_so_many_working_days(day: date, count: int) -> None:
    end = add_working_days(day, count)
    assert is_working_day(end)
    if count:
        between = (day + timedelta(days=n) for n in range(1, (end - day).days + 1))
        assert sum(map(is_working_day, between)) == count
    assert add_working_days(day + timedelta(days=1), count) >= end


def test_what_we_do_not_know_or_do_not_do_is_refused() -> None:
    with pytest.raises(CalendarUnknown):
        holidays(2013)
    with pytest.raises(ValueError, match="forward"):
        add_working_days(date(2026, 1, 1), -1)
    with pytest.raises(ValueError, match="at least one"):
        promise_day(date(2026, 1, 1), 0)
    assert len(holidays(2016)) == 8  # Ascension Day was 5 May
