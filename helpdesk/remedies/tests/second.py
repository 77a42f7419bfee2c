"""The last day a second time, from the words of the rules R1 to R19 alone: no date is moved here, tables are read.

Whoever changes this file reads the rules and not `reckoning.py`: two that were made from each other prove nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]  # days since FIRST
FIRST = np.datetime64("1970-01-01", "D")  # a Thursday
END = int((np.datetime64("2072-01-01", "D") - FIRST).astype(int))
# King's Day begins in 2014; what went before, no rule says.
KNOWN_FROM = int((np.datetime64("2014-01-01", "D") - FIRST).astype(int))
# Rule R12 and the table of 1.3. A year that is in neither list is as unknown as 2020 to 2022.
_EQUATED = """
2017-04-28 2017-05-26 2018-05-11
2018-12-24 2018-12-31 2019-05-31 2019-12-27 2023-04-28 2023-05-19 2024-05-10
2024-12-27 2025-05-30 2026-01-02 2026-05-15 2027-05-07 2028-04-28 2028-05-26
"""
EQUATED = _EQUATED.split()
DECREED = (2017, 2018, 2019, 2023, 2024, 2025, 2026, 2027, 2028)
# The Paschal full moon in the years 1900 to 2199, by golden number, from the tables of the church: month and day.
_FULL_MOON = "4-14 4-3 3-23 4-11 3-31 4-18 4-8 3-28 4-16 4-5 3-25 4-13 4-2 3-22 4-10 3-30 4-17 4-7 3-27"
FULL_MOON = _FULL_MOON.split()


class Signature(NamedTuple):
    """All of a row of the list that its last day hangs on."""

    length: int
    unit: str
    start: str
    regime: str
    of_liberty: bool


@dataclass(frozen=True)
class Answers:
    """For each trigger: the first, the nominal and the last day, and whether somebody must be warned about it.

    Where days are moved, nothing is known before KNOWN_FROM.
    """

    first: Days
    nominal: Days
    last: Days
    warned: NDArray[np.bool_]
    moves: bool


def day(year: int, month: int, number: int) -> int:
    """The number of a day."""
    return int((np.datetime64(f"{year:04}-{month:02}-{number:02}", "D") - FIRST).astype(int))


def easter(year: int) -> int:
    """The Sunday after the Paschal full moon, never that day itself."""
    month, number = map(int, FULL_MOON[year % 19].split("-"))
    moon = day(year, month, number)
    return moon + 7 - (moon + 4) % 7  # FIRST + 3 is a Sunday, so a Sunday has 0 here


def holidays(year: int) -> list[int]:
    """R10, R11 and R13: nine days, of which two may be the same."""
    king = day(year, 4, 27)
    sunday = easter(year)
    return [
        day(year, 1, 1),
        day(year, 5, 5),
        day(year, 12, 25),
        day(year, 12, 26),
        king - ((king + 4) % 7 == 0),
        *(sunday + more for more in (-2, 1, 39, 50)),
    ]


@cache
def _free() -> NDArray[np.bool_]:
    free: NDArray[np.bool_] = (np.arange(END) + 4) % 7 % 6 == 0  # 0 is Sunday, 6 is Saturday
    for year in range(1970, 2072):
        free[holidays(year)] = True
    free[[int((np.datetime64(text, "D") - FIRST).astype(int)) for text in EQUATED]] = True
    return free


@cache
def _working() -> tuple[Days, Days]:
    """The working days in order, and how many there were before each day."""
    return np.flatnonzero(~_free()), np.concatenate([[0], np.cumsum(~_free())])


@cache
def _decreed() -> NDArray[np.bool_]:
    years = (FIRST + np.arange(END)).astype("datetime64[Y]").astype(int) + 1970
    return np.isin(years, DECREED)


def _months_on(days: Days, months: int) -> Days:
    """R2 and R3: the same number in a later month, or the last of that month."""
    dates = FIRST + days
    month = dates.astype("datetime64[M]")
    number = (dates - month.astype("datetime64[D]")).astype(int)
    begins = ((month + months).astype("datetime64[D]") - FIRST).astype(int)
    ends = ((month + months + 1).astype("datetime64[D]") - FIRST).astype(int) - 1
    last: Days = np.minimum(begins + number, ends)
    return last


def _nominal(size: Signature, triggers: Days) -> Days:
    sign = -1 if size.start == "BACKWARD" else 1
    if size.unit in ("month", "year"):
        return _months_on(triggers, sign * size.length * (12 if size.unit == "year" else 1))
    day_one = 1 if size.start == "FROM_DAY" else 0  # R19
    return triggers + sign * size.length * (7 if size.unit == "week" else 1) - day_one


def _moves(size: Signature) -> bool:
    """R5, R7, R8, R9: whether a last day may be moved at all."""
    short = {"day": 90, "week": 12, "month": 3}
    under_the_act = size.regime == "ATW" and size.length <= short.get(size.unit, 0)
    return (under_the_act or size.regime == "EU1182") and size.start != "BACKWARD" and not size.of_liberty


def answers(size: Signature, triggers: Days) -> Answers:
    """The last days of one kind of term for many triggers at once."""
    nominal = _nominal(size, triggers)
    first = triggers if size.start == "FROM_DAY" else triggers + 1
    if not _moves(size):
        return Answers(first, nominal, nominal, np.zeros(len(triggers), dtype=bool), moves=False)
    working, before = _working()
    last = working[before[nominal]]  # R4: the first working day that is not before it
    if size.regime == "ATW" and (size.unit != "day" or size.length >= 3):
        last = np.maximum(last, working[before[first] + 1])  # R6: the second working day from the first day on
    return Answers(first, nominal, last, ~(_decreed()[nominal] & _decreed()[last]), moves=True)


def all_days(first_year: int, last_year: int) -> Days:
    """Every day of the years from one up to and including another."""
    return np.arange(day(first_year, 1, 1), day(last_year + 1, 1, 1))
