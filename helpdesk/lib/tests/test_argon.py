"""Derivation is deterministic, needs all three parts, keeps its price and its queue short."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from helpdesk.lib import argon
from helpdesk.lib.argon import Busy, Turnstile, derive

SECRET, SALT, PEPPER = b"\1" * 8, b"\2" * 16, b"\3" * 32
SECONDS_A_YEAR = 31_557_600


def test_each_part_changes_the_key() -> None:
    key = derive(SECRET, SALT, PEPPER)
    assert derive(SECRET, SALT, PEPPER) == key
    assert len(key) == 32
    others = [derive(b"\4" * 8, SALT, PEPPER), derive(SECRET, b"\4" * 16, PEPPER), derive(SECRET, SALT, b"\4" * 32)]
    assert len({key, *others}) == 4


@pytest.mark.parametrize(("salt", "pepper"), [(b"", PEPPER), (b"\2" * 15, PEPPER), (SALT, b""), (SALT, b"\3" * 31)])
def test_short_salt_or_pepper_is_refused(salt: bytes, pepper: bytes) -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        derive(SECRET, salt, pepper)


def test_guessing_one_receipt_takes_a_hundred_gpu_years_even_ten_times_faster() -> None:
    """Promise P6, with the arithmetic of docs/decisions/0003-receipts.md."""
    assumed = 10_000 * (64 * 1024 * 3) / (argon.MEMORY_KIB * argon.PASSES)
    assert 2**51 / (10 * assumed) / SECONDS_A_YEAR >= 100


def test_two_work_the_queue_waits_and_the_next_is_sent_away() -> None:
    gate, entered, done = Turnstile(at_once=1, queue=1), Event(), Event()

    def hold() -> None:
        with gate:
            entered.set()
            done.wait(5)

    first = Thread(target=hold)
    first.start()
    entered.wait(5)
    second = Thread(target=hold)
    second.start()
    while gate._inside < 2:
        pass
    with pytest.raises(Busy), gate:
        pass
    done.set()
    first.join()
    second.join()
    with gate:
        pass
