"""One at a time per form: a button that was pressed twice waits for the first press and sees what that did.

In the memory of one process and for two hours, as long as a ticket lives. What must outlive the process has a unique
row in the database.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

KEEP = 7200.0
MANY = 10_000


@dataclass
class _Turn:
    lock: Lock = field(default_factory=Lock)
    done: set[bytes] = field(default_factory=set)
    at: float = field(default_factory=time.monotonic)
    waiting: int = 0


class Turns:
    """Locks by name. A name is a random ticket, never something about a person."""

    def __init__(self) -> None:
        self._turns: dict[bytes, _Turn] = {}
        self._lock = Lock()

    @contextmanager
    def take(self, name: bytes) -> Iterator[set[bytes]]:
        """Wait for your turn; inside, the set says what was done under this name, and remembers what you add."""
        with self._lock:
            self._sweep()
            turn = self._turns.setdefault(name, _Turn())
            turn.waiting += 1
        try:
            with turn.lock:
                yield turn.done
        finally:
            with self._lock:
                turn.waiting -= 1
                turn.at = time.monotonic()

    def _sweep(self) -> None:
        if len(self._turns) < MANY:
            return
        old = time.monotonic() - KEEP
        idle = sorted((turn.at, name) for name, turn in self._turns.items() if not turn.waiting)
        # Over the limit the oldest go too: a double press comes within seconds.
        for _, name in idle[: max(MANY // 10, sum(at < old for at, _ in idle))]:
            del self._turns[name]
