"""Safe hours: on which days and between which times somebody may be called. Clock time in the Netherlands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
EXAMPLE = "ma-vr 15.00-17.00"
_DAY = "(?P<{0}>ma|di|wo|do|vr|za|zo)[a-z]*"
_TIME = r"(?P<{0}>\d{{1,2}})(?:[.:](?P<{0}_minutes>\d\d))?"
_TO = r"\s*(?:-|–|t/m|tot|en)\s*"
_RANGE = re.compile(
    rf"^{_DAY.format('first')}(?:{_TO}{_DAY.format('last')})?\s*(?:van|tussen)?\s*"
    rf"{_TIME.format('since')}{_TO}{_TIME.format('until')}\s*(?:uur)?$"
)


class NotHours(ValueError):
    """This is no range of days and times. The sentence says how to write one."""


@dataclass(frozen=True)
class SafeHours:
    """From day `first` to day `last` (0 is Monday, both included), from `since` until just before `until`."""

    first: int
    last: int
    since: time
    until: time

    def __post_init__(self) -> None:
        if not (0 <= self.first <= self.last <= 6 and self.since < self.until):
            raise NotHours("De eerste dag en tijd komen voor de laatste.")

    def covers(self, moment: datetime) -> bool:
        """Whether `moment` (aware) falls inside, by the clock on the wall here, in summer as in winter."""
        here = moment.astimezone(HERE)
        return self.first <= here.weekday() <= self.last and self.since <= here.time() < self.until

    def in_words(self) -> str:
        """ma-vr 15.00-17.00, as it is typed too."""
        days = DAYS[self.first] if self.first == self.last else f"{DAYS[self.first]}-{DAYS[self.last]}"
        return f"{days} {self.since:%H.%M}-{self.until:%H.%M}"

    def as_content(self) -> list[Any]:
        """The record that is sealed."""
        return [self.first, self.last, self.since.isoformat("minutes"), self.until.isoformat("minutes")]

    @classmethod
    def of(cls, content: Iterable[Any]) -> SafeHours:
        """Read a record back."""
        first, last, since, until = content
        return cls(int(first), int(last), time.fromisoformat(since), time.fromisoformat(until))


def parse(text: str) -> tuple[SafeHours, ...]:
    """Hours as somebody types them: ranges on lines of their own, or with commas between.

    Raises:
        NotHours: a range cannot be read; the sentence names it and shows an example.
    """
    return tuple(_range(part.strip().lower()) for part in re.split(r"[,;\n]", text) if part.strip())


def _range(text: str) -> SafeHours:
    found = _RANGE.match(text)
    if found is None:
        raise NotHours(f"“{text}” is niet te lezen. Schrijf bijvoorbeeld: {EXAMPLE}.")
    first = DAYS.index(found["first"])
    last = DAYS.index(found["last"]) if found["last"] else first
    try:
        since, until = (time(int(found[end]), int(found[f"{end}_minutes"] or 0)) for end in ("since", "until"))
        return SafeHours(first, last, since, until)
    except ValueError:
        raise NotHours(f"“{text}” klopt niet. De eerste dag en tijd komen voor de laatste: {EXAMPLE}.") from None


def in_words(hours: Iterable[SafeHours]) -> str:
    """ma-vr 15.00-17.00, za 10.00-12.00."""
    return ", ".join(one.in_words() for one in hours)


def safe_now(hours: Iterable[SafeHours], moment: datetime) -> bool:
    """Whether one of the ranges covers `moment`. No hours: never."""
    return any(one.covers(moment) for one in hours)


def next_safe(hours: Iterable[SafeHours], moment: datetime) -> datetime:
    """`moment` when a range covers it, else the beginning of the range that comes first. No hours: ValueError."""
    ranges = list(hours)
    if safe_now(ranges, moment):
        return moment
    today = moment.astimezone(HERE).date()
    days = [today + timedelta(days=ahead) for ahead in range(8)]
    begins = [
        datetime.combine(day, one.since, HERE)
        for day in days
        for one in ranges
        if one.first <= day.weekday() <= one.last
    ]
    return min(begin for begin in begins if begin > moment)


def not_now(facts: Mapping[str, Any], moment: datetime) -> str:
    """Why a caller who said `hours_from` and `hours_to` (16.00) must not be called at `moment`; empty when safe."""
    since, until = (str(facts.get(name) or "") for name in ("hours_from", "hours_to"))
    clock_time = f"{moment.astimezone(HERE):%H.%M}"
    if (since and clock_time < since) or (until and clock_time >= until):
        span = f"tussen {since} en {until}" if since and until else f"vanaf {since}" if since else f"tot {until}"
        return f"Nu niet bellen: alleen {span}."
    return ""
