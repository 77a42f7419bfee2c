"""The way in without script: no proof of work, but a form that is old enough. The more come this way, the older.

In the memory of one process, counted for everybody together: no address, no bucket.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from threading import Lock

ORDINARY = 20  # an hour
DOUBLINGS = 7
HOUR = 3600.0


class Patience:
    """How many seconds a form must be old: 15 when it is calm, doubling with every twenty of the last hour."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._came: deque[float] = deque()
        self._lock = Lock()

    def wait(self, seconds: float) -> float:
        """The age that is asked now, given what is asked when it is calm. Infinite when it is far too busy."""
        with self._lock:
            while self._came and self._clock() - self._came[0] > HOUR:
                self._came.popleft()
            doublings = len(self._came) // ORDINARY
        return seconds * 2**doublings if doublings <= DOUBLINGS else float("inf")

    def note(self) -> None:
        """Somebody came in this way."""
        with self._lock:
            self._came.append(self._clock())
