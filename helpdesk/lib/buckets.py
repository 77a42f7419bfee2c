"""How hard must somebody work before we take a question or a code? In the memory of one process, without addresses.

An address is one of a million buckets of this hour, under a key that nobody saw and that the next hour forgets.
Neighbours share a bucket and strangers may: that is wanted. Load raises the price of a proof, it refuses none.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Lock

BUCKET_BITS = 20
HOUR = 3600.0
MOST = 64  # about a minute of work: a child behind a busy address still gets through


@dataclass(frozen=True, slots=True)
class Rate:
    """What is ordinary: so many at once, and so many an hour after that."""

    burst: float
    hourly: float


class _Level:
    """How far over the ordinary. It fills by one a time and drains by the hour."""

    __slots__ = ("at", "level")

    def __init__(self) -> None:
        self.level, self.at = 0.0, 0.0

    def drained(self, rate: Rate, now: float) -> float:
        return max(0.0, self.level - (now - self.at) * rate.hourly / HOUR)

    def fill(self, rate: Rate, now: float) -> None:
        self.level, self.at = self.drained(rate, now) + 1, now


class Pressure:
    """The price of the next act: 1 when all is calm, doubling with each burst of a bucket or of everybody together."""

    def __init__(self, one: Rate, everybody: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._one, self._everybody, self._clock = one, everybody, clock
        self._lock = Lock()
        self._all = _Level()
        self._forget(clock())

    def difficulty(self, address: str) -> int:
        """By how much to multiply the ordinary work, from 1 to 64."""
        with self._lock:
            now = self._now()
            own = self._buckets.get(self._bucket(address))
            steps = int(self._all.drained(self._everybody, now) / self._everybody.burst)
            steps += int(own.drained(self._one, now) / self._one.burst) if own else 0
            return min(MOST, 1 << min(steps, 6))

    def note(self, address: str) -> None:
        """Count one act: a question filed, or a code that was wrong."""
        with self._lock:
            now = self._now()
            self._buckets.setdefault(self._bucket(address), _Level()).fill(self._one, now)
            self._all.fill(self._everybody, now)

    def _now(self) -> float:
        now = self._clock()
        if now - self._since >= HOUR:
            self._forget(now)  # but not what all did together: a number without anybody in it
        return now

    def _forget(self, now: float) -> None:
        self._key, self._since = secrets.token_bytes(32), now
        self._buckets: dict[int, _Level] = {}

    def _bucket(self, address: str) -> int:
        digest = hmac.digest(self._key, _neighbourhood(address), "sha256")
        return int.from_bytes(digest[:4], "big") >> 32 - BUCKET_BITS


def _neighbourhood(address: str) -> bytes:
    """The first 24 bits of an IPv4 address, 48 of an IPv6 address; what is neither shares one bucket."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return b"elsewhere"
    mapped: IPv4Address | IPv6Address | None = getattr(known, "ipv4_mapped", None)
    known = mapped or known
    return known.packed[:3] if known.version == 4 else known.packed[:6]
