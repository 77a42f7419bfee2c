"""A month of deadlines: seven columns, per day a code, a word and a mark; holidays by their name."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from helpdesk.deadlines.listing import Row
from helpdesk.lib import clock
from helpdesk.lib.dates import holidays

AHEAD, BACK = 24, 12  # months that one can turn to


@dataclass(frozen=True)
class Mark:
    """One entry of a day. `kind` is safe (hollow) or last (filled)."""

    kind: str
    row: Row


@dataclass(frozen=True)
class Day:
    """One cell."""

    on: date
    inside: bool
    today: bool
    holiday: str
    marks: list[Mark]


def month_from(typed: str, today: date) -> date:
    """The first day of a month that is typed as 2026-11; of this month when it cannot be read or lies too far away."""
    this = today.replace(day=1)
    try:
        wanted = date.fromisoformat(f"{typed}-01")
    except ValueError:
        return this
    away = (wanted.year - this.year) * 12 + wanted.month - this.month
    return wanted if -BACK <= away <= AHEAD else this


def beside(first: date, today: date) -> dict[str, date]:
    """The months before and after, as far as one can turn."""
    others = {
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=31)).replace(day=1),
    }
    return {name: other for name, other in others.items() if month_from(f"{other:%Y-%m}", today) == other}


def span(first: date) -> tuple[date, date]:
    """The first and last day that the page shows."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return weeks[0][0], weeks[-1][-1]


def weeks(first: date, rows: Iterable[Row]) -> list[list[Day]]:
    """The cells, week by week from Monday."""
    marks: dict[date, list[Mark]] = {}
    for row in rows:
        marks.setdefault(row.line.last, []).append(Mark("last", row))
        if row.line.safe != row.line.last:
            marks.setdefault(row.line.safe, []).append(Mark("safe", row))
    return [
        [_day(day, first, marks.get(day, [])) for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]


def _day(day: date, first: date, marks: list[Mark]) -> Day:
    found = sorted(marks, key=lambda one: (one.kind != "last", one.row.code))
    return Day(day, day.month == first.month, day == clock.today(), holidays(day.year).get(day, ""), found)
