"""When things happened in a story: acts follow each other by day since the question, none in the future."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta
from zlib import crc32

from django.utils import timezone

from helpdesk.lib import clock


class Diary:
    """Gives each act its moment. The same story has the same minutes on every machine."""

    def __init__(self, name: str, days_ago: int) -> None:
        self._seed = crc32(name.encode())
        now = timezone.localtime()
        day = now.date() - timedelta(days=days_ago)
        at = timezone.make_aware(datetime.combine(day, time(8 + self._seed % 9, self._seed // 9 % 60)))
        self._end = now - timedelta(minutes=3)
        self._now = min(at, self._end - timedelta(minutes=40 + self._seed % 20))

    def first(self) -> AbstractContextManager[None]:
        """The moment of the question."""
        return clock.at(self._now)

    def later(self, *, hours: float = 0, days: int = 0) -> AbstractContextManager[None]:
        """Some working time after the last act; when that would be the future, as late as can be."""
        wanted = self._now + timedelta(days=days, hours=hours, minutes=self._seed % 37)
        return self._go(_in_the_day(wanted, first=8, last=18))

    def recently(self) -> AbstractContextManager[None]:
        """Some hours to two days ago, but after what was before: a message that still waits to be read."""
        back = timedelta(hours=(1, 4, 19, 26, 43, 70)[self._seed % 6], minutes=self._seed % 53)
        return self._go(max(self._now + timedelta(minutes=20), _in_the_day(self._end - back, first=7, last=22)))

    def _go(self, wanted: datetime) -> AbstractContextManager[None]:
        if wanted >= self._end:
            wanted = self._now + (self._end - self._now) / 3
        self._now = wanted
        return clock.at(wanted)


def _in_the_day(moment: datetime, *, first: int, last: int) -> datetime:
    """The same moment, or when that is at night the next morning."""
    local = timezone.localtime(moment)
    if first <= local.hour < last:
        return local
    morning = local.replace(hour=first, minute=local.minute)
    return morning if local.hour < first else morning + timedelta(days=1)
