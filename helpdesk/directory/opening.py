"""When the telephone is answered. A file of the organisation; until it is confirmed, the desk says that it is not."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from django.utils import timezone

from helpdesk.directory.files import DATA
from helpdesk.lib.dates import is_working_day

_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True)
class Opening:
    """On `days` (1 is Monday) that are no holiday, from `since` until just before `until`, clock time here."""

    days: tuple[int, ...]
    since: time
    until: time
    confirmed: bool
    source: str
    checked_on: date

    def is_day(self, day: date) -> bool:
        """Whether the telephone is answered on `day` at all."""
        return day.isoweekday() in self.days and is_working_day(day)

    def is_open(self, moment: datetime) -> bool:
        """Whether it is answered at `moment` (aware)."""
        here = timezone.localtime(moment)
        return self.is_day(here.date()) and self.since <= here.time() < self.until

    def next_day(self, moment: datetime) -> date:
        """The day on which it is answered next: today, when that still begins."""
        here = timezone.localtime(moment)
        day = here.date() if here.time() < self.since else here.date() + timedelta(days=1)
        while not self.is_day(day):
            day += timedelta(days=1)
        return day

    def week_of(self, day: date) -> list[date]:
        """The days of the week of `day` on which it is answered."""
        monday = day - timedelta(days=day.weekday())
        return [one for one in (monday + timedelta(days=plus) for plus in range(7)) if self.is_day(one)]

    def in_words(self) -> str:
        """ma t/m do, 10 tot 16 uur; days apart where they do not follow each other."""
        names = [_DAYS[day - 1] for day in self.days]
        in_a_row = len(names) > 2 and self.days[-1] - self.days[0] == len(names) - 1
        days = f"{names[0]} t/m {names[-1]}" if in_a_row else ", ".join(names)
        return f"{days}, {_hour(self.since)} tot {_hour(self.until)} uur"


@cache
def opening_hours() -> Opening:
    """The hours of the file."""
    read = tomllib.loads((DATA / "opening.toml").read_text("utf-8"))
    return Opening(
        days=tuple(sorted(read["days"])),
        since=read["since"],
        until=read["until"],
        confirmed=read["confidence"] == "verified",
        source=read["source"],
        checked_on=read["checked_on"],
    )


def _hour(at: time) -> str:
    return f"{at.hour}.{at.minute:02}" if at.minute else str(at.hour)
