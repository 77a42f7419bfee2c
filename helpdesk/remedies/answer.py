"""What was found, ready for a page: chips, days, the line from the letter to the last day. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from helpdesk.directory import agreements, reference
from helpdesk.directory.shapes import Institution
from helpdesk.lib.dates import CalendarUnknown, working_day_before
from helpdesk.remedies.chips import Chip, chip
from helpdesk.remedies.citing import cite, is_old
from helpdesk.remedies.decisions import Line
from helpdesk.remedies.finding import Finding, Found, Read
from helpdesk.remedies.steps import Step

_OF_THE_ROW = frozenset({"R1", "R19", "other-term", "backward"})  # steps whose rule is the article of the term itself
_WIDTH, _EDGE = 228, 6  # of the drawn line


@dataclass(frozen=True)
class Days:
    """The last day, the safe day, and where today and both stand on the line."""

    trigger: date
    safe: date
    last: date
    left: int
    today_at: int
    safe_at: int
    last_at: int = _EDGE + _WIDTH

    @property
    def passed(self) -> bool:
        return self.left < 0


@dataclass(frozen=True)
class ShownRead:
    """One reading: its chip, under which condition, the steps with their chips, and the days or why there are none."""

    term: str
    what: str
    when: str
    chip: Chip
    steps: tuple[tuple[str, Chip], ...]
    warnings: tuple[tuple[str, Chip], ...]
    days: Days | None
    why_not: str


@dataclass(frozen=True)
class ShownRemedy:
    """One remedy. `closed` says who may do it, when this person may not."""

    name: str
    where: str
    at: tuple[Institution, ...]
    help: tuple[Institution, ...]
    enclose: tuple[str, ...]
    choose: str
    closed: str
    reads: tuple[ShownRead, ...]
    lines: tuple[tuple[str, Chip], ...]


@dataclass(frozen=True)
class Answer:
    """All of a finding, for the page of remedies and for the form that sets a deadline."""

    name: str
    open: tuple[ShownRemedy, ...]
    closed: tuple[ShownRemedy, ...]
    lines: tuple[tuple[str, Chip], ...]
    impossible: tuple[tuple[str, Chip], ...]


def safe_day(last: date, first: date | None = None) -> date:
    """The day on which it should be done: some working days before the last one, never before the term begins."""
    try:
        day = working_day_before(last, agreements.safe_margin())
    except CalendarUnknown:  # long over; no margin helps any more
        return last
    return min(last, max(first or day, day))


def answer(found: Finding, today: date) -> Answer:
    """A finding as a page shows it."""
    return Answer(
        found.decision.name,
        tuple(_remedy(one, today) for one in found.open),
        tuple(_remedy(one, today, closed=True) for one in found.closed),
        _lines(found.lines),
        _lines(found.decision.impossible),
    )


def _remedy(found: Found, today: date, *, closed: bool = False) -> ShownRemedy:
    remedy = found.remedy
    return ShownRemedy(
        remedy.name,
        remedy.where,
        _institutions(remedy.at),
        _institutions(remedy.help),
        remedy.enclose,
        remedy.choose if len(found.reads) > 1 else "",
        remedy.closed if closed else "",
        tuple(shown(read, today) for read in found.reads),
        _lines(found.lines),
    )


def shown(read: Read, today: date) -> ShownRead:
    """One reading, its steps and its days."""
    found = read.found
    row = chip(cite(read.term), read.term.confidence, source=read.term.source, old=is_old(read.term))
    return ShownRead(
        read.term.id,
        read.term.name,
        read.when,
        row,
        tuple((step.says, row if step.rule in _OF_THE_ROW else _of(step)) for step in found.steps) if found else (),
        tuple((step.says, _of(step)) for step in found.warnings) if found else (),
        days_of(found.trigger, found.first, found.last, today) if found else None,
        read.why_not,
    )


def days_of(trigger: date, first: date, last: date, today: date) -> Days:
    """The days of one term, and their places on the line from the letter to the last day."""
    safe = safe_day(last, min(first, last))
    start, end = min(trigger, last), max(trigger, last)
    length = max(1, (end - start).days)

    def place(day: date) -> int:
        return _EDGE + round(_WIDTH * min(max(0, (day - start).days), length) / length)

    return Days(trigger, safe, last, (last - today).days, place(today), place(safe))


def _of(step: Step) -> Chip:
    return chip(step.law, step.confidence)


def _lines(lines: Sequence[Line]) -> tuple[tuple[str, Chip], ...]:
    return tuple(
        (line.says, chip(line.law, line.confidence, source=line.source, old="2015" in line.source)) for line in lines
    )


def _institutions(keys: Sequence[str]) -> tuple[Institution, ...]:
    return tuple(one for key in keys if (one := reference.institution(key)) is not None)
