"""Days as they stand in citations: “29 juni 2012”."""

from __future__ import annotations

from datetime import date

from helpdesk.library.citations.numbers import MONTHS

DAY = rf"\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}"


def read_day(text: str) -> date | None:
    """The day that is written so, or None when the calendar has no such day."""
    number, month, year = text.casefold().split()
    try:
        return date(int(year), MONTHS.index(month) + 1, int(number))
    except ValueError:
        return None


def in_words(day: date) -> str:
    """A day as it is written in a citation."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}"
