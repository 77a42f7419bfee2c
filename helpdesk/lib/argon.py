"""Slow derivation for receipts. The sum behind the numbers stands in docs/decisions/0003-receipts.md."""

from __future__ import annotations

import hmac
from threading import BoundedSemaphore, Lock

from argon2.low_level import Type, hash_secret_raw

MEMORY_KIB = 19 * 1024
PASSES = 2
LANES = 1
LENGTH = 32
SALT_AT_LEAST = 16

AT_ONCE = 2
QUEUE = 20


class Busy(Exception):
    """Too many people wait for a check. Say so and ask to come back in a minute; nothing was decided."""


class Turnstile:
    """Lets `at_once` in, lets `queue` more wait, and turns the next away. 19 MiB each: memory is the limit."""

    def __init__(self, at_once: int, queue: int) -> None:
        self._seats = BoundedSemaphore(at_once)
        self._room = at_once + queue
        self._inside = 0
        self._lock = Lock()

    def __enter__(self) -> None:
        with self._lock:
            if self._inside >= self._room:
                raise Busy
            self._inside += 1
        self._seats.acquire()

    def __exit__(self, *_: object) -> None:
        self._seats.release()
        with self._lock:
            self._inside -= 1


_turnstile = Turnstile(AT_ONCE, QUEUE)


def derive(secret: bytes, salt: bytes, pepper: bytes) -> bytes:
    """32 bytes from a receipt's secret. Without the pepper, which no database holds, guessing cannot even begin.

    Raises:
        Busy: `QUEUE` others wait already.
    """
    if len(salt) < SALT_AT_LEAST or len(pepper) < LENGTH:
        raise ValueError("a salt of 16 bytes and a pepper of 32 bytes, or more")
    peppered = hmac.digest(pepper, b"receipt|" + secret, "sha256")
    with _turnstile:
        return hash_secret_raw(peppered, salt, PASSES, MEMORY_KIB, LANES, LENGTH, Type.ID)
