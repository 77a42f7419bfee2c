"""The Dutch calendar: holidays, working days, the day that we promise. Terms of law stand in remedies, never here."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parent / "data" / "holidays_nl.toml"
_DAY = timedelta(days=1)
SATURDAY = 5


class CalendarUnknown(ValueError):
    """Before the first year that our rules were checked for; we do not guess."""


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> dict[date, str]:
    """Holidays and equated days of a year with their names; two may coincide (5 May 2016 was Ascension Day)."""
    rules = _rules()
    king = rules["kings_day"]
    if year < king["since"]:
        raise CalendarUnknown(f"the calendar starts in {king['since']}")
    kings_day = date(year, king["month"], king["day"])
    days = {kings_day - _DAY if kings_day.weekday() == SATURDAY + 1 else kings_day: king["name"]}
    days |= {date(year, rule["month"], rule["day"]): rule["name"] for rule in rules["fixed"]}
    days |= {easter(year) + timedelta(days=rule["days"]): rule["name"] for rule in rules["easter"]}
    equated = (day for block in rules["equated"] for day in block["days"] if day.year == year)
    return days | dict.fromkeys(equated, "Gelijkgestelde dag")


def equated_days_known(year: int) -> bool:
    """Whether we know which days a royal decree equated. If not, whoever computes a term of law must warn."""
    return any(year in block["years"] and block["confidence"] == "verified" for block in _rules()["equated"])


def is_working_day(day: date) -> bool:
    """No Saturday, Sunday, holiday or equated day."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def working_day_from(day: date) -> date:
    """`day` itself, or the first working day after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`th working day after `day`, not counted itself. With 0: the first working day from `day` on."""
    if count < 0:
        raise ValueError("only forward")
    day = working_day_from(day) if count == 0 else day
    for _ in range(count):
        day = working_day_from(day + _DAY)
    return day


def working_day_before(day: date, count: int) -> date:
    """The `count`th working day before `day`, not counted itself. With 0: the last working day up to `day`."""
    if count < 0:
        raise ValueError("only back")
    for _ in range(count):
        day = _working_day_until(day - _DAY)
    return _working_day_until(day)


def _working_day_until(day: date) -> date:
    while not is_working_day(day):
        day -= _DAY
    return day


def promise_day(asked_on: date, working_days: int) -> date:
    """The last day on which the answer is there. Asked on Friday or Saturday, with two days: Tuesday."""
    if working_days < 1:
        raise ValueError("a promise takes at least one working day")
    return add_working_days(asked_on, working_days)
