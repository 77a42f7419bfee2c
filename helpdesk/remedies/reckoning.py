"""The last day of a term of law, with a sentence and an article for each step. Pure: dates in, dates and reasons out.

It follows the rules R1 to R19 that were collected with the list of terms. What is uncertain, has no number or is
counted in hours is refused, and where somebody is locked up no day is ever added.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import Any

from helpdesk.lib.dates import SATURDAY, equated_days_known, holidays, is_working_day, working_day_from
from helpdesk.remedies.steps import Note, Step, in_words, note
from helpdesk.remedies.terms import Regime, Start, Term, Unit

_DAY = timedelta(days=1)
_LONGEST = {Unit.DAY: 90, Unit.WEEK: 12, Unit.MONTH: 3}  # of what falls under the Algemene termijnenwet (art. 4)
_AT_LEAST, _WORKING_DAYS = 3, 2  # a term of three days or more holds two working days (art. 2)
_RATES = ((14, 23), (28, 35), (42, 45))  # dwangsom: up to which day how many euros a day (Awb 4:17)
_POST = timedelta(days=7)  # received no later than a week after the end (Awb 6:9 lid 2)


class NotReckoned(ValueError):
    """This term has no day that we may compute; the sentence says why."""


@dataclass(frozen=True)
class Reckoned:
    """The last day, and the way to it. `nominal` is the day before weekends and holidays were looked at."""

    term: Term
    trigger: date
    first: date
    nominal: date
    last: date
    noted: tuple[Note, ...]
    doubted: tuple[Note, ...] = ()

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The way to the day, in words."""
        return tuple(one.step() for one in self.noted)

    @cached_property
    def warnings(self) -> tuple[Step, ...]:
        """What we do not know, in words."""
        return tuple(one.step() for one in self.doubted)

    @property
    def confidence(self) -> str:
        """As sure as the least sure of the term and of the steps to it."""
        marks = {self.term.confidence, *(one.confidence for one in (*self.steps, *self.warnings))}
        return next(mark for mark in ("uncertain", "knowledge", "verified") if mark in marks)


def reckon(term: Term, trigger: date) -> Reckoned:
    """The last day of `term`.

    Args:
        term: the row of the list; it must hold on the day in question, which the caller chooses (`Term.holds_on`).
        trigger: the day from which the term counts: of sending, of the event, or the last day of the term before it.

    Raises:
        NotReckoned: no number in the law, counted in hours, uncertain, or a measure whose end stands in the order.
        CalendarUnknown: before the years for which we know the holidays.
    """
    _must_be_known(term)
    first, nominal, steps = _nominal(term, trigger)
    last, more = _moved(term, first, nominal)
    warnings = tuple(_warnings(term, nominal, last))
    return Reckoned(term, trigger, first, nominal, last, (*steps, *more), warnings)


def _must_be_known(term: Term) -> None:
    if term.confidence == "uncertain":
        raise NotReckoned("Deze termijn is onzeker. Een jurist zoekt hem op in de wet zelf.")
    if term.kind == "not_available":
        raise NotReckoned("Deze weg staat in Nederland niet open.")
    if term.regime is Regime.HOURS:
        raise NotReckoned("Deze termijn telt in uren. Wij rekenen hem niet uit: handel meteen.")
    if term.kind == "duration_of_measure":
        raise NotReckoned("De einddag staat in de beschikking zelf. De wet zegt alleen hoe lang het ten hoogste mag.")
    if term.unit is None or not term.length or term.start in {Start.NONE, Start.SAME_ACT}:
        raise NotReckoned("De wet noemt hier geen aantal dagen. Handel zo snel mogelijk.")


def _nominal(term: Term, trigger: date) -> tuple[date, date, list[Note]]:
    """The first day, the last day as the calendar gives it, and how."""
    assert term.unit is not None  # noqa: S101  _must_be_known refused it
    length = in_words(term.length, term.unit)
    if term.start is Start.BACKWARD:
        last = _back(trigger, term.length, term.unit)
        return last, last, [note("backward", trigger=trigger, length=length, last=last)]
    own = term.start is Start.FROM_DAY
    first = trigger if own else trigger + _DAY
    if term.unit is Unit.YEAR or term.unit is Unit.MONTH:
        return first, *_by_calendar(term, trigger, first, length)
    days = term.length * (7 if term.unit is Unit.WEEK else 1)
    last = trigger + timedelta(days=days - 1 if own else days)
    return first, last, [note(_opening(term), first=first, trigger=trigger, length=length, last=last)]


def _opening(term: Term) -> str:
    if term.start is Start.FROM_DAY:
        return "R19"
    if term.start is Start.AFTER_OTHER_TERM:
        return "other-term"
    return "EU-start" if term.regime is Regime.EU else "R1"


def _by_calendar(term: Term, trigger: date, first: date, length: str) -> tuple[date, list[Note]]:
    """Months and years keep the number of the day, as far as the month has it (R2, R3), whichever day is the first."""
    last = add_months(trigger, term.length * (12 if term.unit is Unit.YEAR else 1))
    steps = [note(_opening(term), first=first, trigger=trigger, length=length, last=last)]
    steps.append(note("R3" if term.unit is Unit.YEAR else "R2", last=last))
    if last.day != trigger.day:
        steps.append(note("R2-end", number=trigger.day, last=last))
    return last, steps


def _back(day: date, length: int, unit: Unit) -> date:
    if unit in {Unit.DAY, Unit.WEEK}:
        return day - timedelta(days=length * (7 if unit is Unit.WEEK else 1))
    return add_months(day, -length * (12 if unit is Unit.YEAR else 1))


def _moved(term: Term, first: date, nominal: date) -> tuple[date, list[Note]]:
    """What weekends and holidays do with the day."""
    if term.start is Start.BACKWARD:
        return nominal, [note("R5", last=nominal)]
    if term.of_liberty:
        return nominal, [note("R8", last=nominal)]
    if term.regime is Regime.EU:
        last = working_day_from(nominal)
        return last, [note("EU-shift", last=last, **_why(nominal))] if last != nominal else []
    if term.regime is Regime.CALENDAR:
        return nominal, [note("R9" if _is_short(term) else "R7", last=nominal)]
    if not _is_short(term):
        return nominal, [note("R7", last=nominal)]
    return _by_the_act(term, first, nominal)


def _is_short(term: Term) -> bool:
    return term.unit in _LONGEST and term.length <= _LONGEST[term.unit]


def _by_the_act(term: Term, first: date, nominal: date) -> tuple[date, list[Note]]:
    """First art. 1, then art. 2 on what came of it."""
    steps = []
    last = working_day_from(nominal)
    if last != nominal:
        steps.append(note("R4", last=last, **_why(nominal)))
    if term.unit is not Unit.DAY or term.length >= _AT_LEAST:
        enough = last
        while not _holds_enough(first, enough):
            enough += _DAY
        if enough != last:
            last = enough
            steps.append(note("R6", last=last))
    return last, steps or [note("R4-not", last=last)]


def _holds_enough(first: date, last: date) -> bool:
    return len(list(islice(filter(is_working_day, _days(first, last)), _WORKING_DAYS))) == _WORKING_DAYS


def _days(first: date, last: date) -> Iterator[date]:
    """The days of the term, of a long one its last month: two working days are in there."""
    recent = max(first, last - timedelta(days=30))
    return (recent + timedelta(days=number) for number in range((last - recent).days + 1))


def _warnings(term: Term, nominal: date, last: date) -> Iterator[Note]:
    moves = term.regime is Regime.EU or (term.regime is Regime.ATW and _is_short(term))
    if term.start is Start.BACKWARD or term.of_liberty or not moves:
        return
    years = sorted({day.year for day in (nominal, last) if not equated_days_known(day.year)})
    if years:
        yield note("unknown-days", years=" en ".join(map(str, years)))


def add_months(day: date, months: int) -> date:
    """The same day so many months later or earlier; the last day of the month when that has no such day (R2, R3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class ByPost:
    """Whether a letter by post was in time."""

    in_time: bool
    step: Step


def by_post(last: date, *, posted: date, received: date) -> ByPost:
    """Objection or appeal under the Awb by post: posted by the last day, received within a week after it (Awb 6:9(2)).

    Not for the civil or criminal courts.
    """
    if received < posted:
        raise ValueError("received before it was posted")
    in_time = received <= last or (posted <= last and received <= last + _POST)
    return ByPost(in_time, note("R15-in-time" if in_time else "R15-late").step())


def dwangsom(days: int) -> int:
    """What a body owes after so many days, in whole euros (Awb 4:17). Never for decisions under the Vw (art. 71b)."""
    if days < 0:
        raise ValueError("days cannot be less than none")
    total, before = 0, 0
    for until, rate in _RATES:
        total += max(0, min(days, until) - before) * rate
        before = until
    return total


def _why(day: date) -> dict[str, Any]:
    name = holidays(day.year).get(day)
    return {"from": day, "why": name or ("een zaterdag" if day.weekday() == SATURDAY else "een zondag")}
