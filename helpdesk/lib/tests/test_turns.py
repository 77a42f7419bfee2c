"""Two presses of one button take turns, and the second sees what the first did."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from helpdesk.lib import turns as module
from helpdesk.lib.turns import Turns


def test_one_at_a_time_and_once() -> None:
    turns, stored = Turns(), []

    def press(_: int) -> None:
        with turns.take(b"form") as done:
            if b"sent" not in done:
                sleep(0.01)
                stored.append(1)
                done.add(b"sent")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(press, range(16)))
    assert stored == [1]


def test_it_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 50)
    turns = Turns()
    for number in range(500):
        with turns.take(str(number).encode()) as done:
            done.add(b"sent")
    assert len(turns._turns) <= 50
    with turns.take(b"499") as done:
        assert done == {b"sent"}
