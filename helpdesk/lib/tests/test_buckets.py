"""The limiter: who comes often works harder, neighbours share, an hour forgets, nothing is refused."""

from __future__ import annotations

import pytest

from helpdesk.lib.buckets import HOUR, MOST, Pressure, Rate


class Watch:
    """A clock that only moves when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def pressure(watch: Watch) -> Pressure:
    return Pressure(one=Rate(burst=5, hourly=6), everybody=Rate(burst=100, hourly=120), clock=watch)


def _come(pressure: Pressure, address: str, times: int) -> None:
    for _ in range(times):
        pressure.note(address)


def test_the_price_doubles_with_every_five(pressure: Pressure) -> None:
    prices = []
    for _ in range(4):
        prices.append(pressure.difficulty("192.0.2.7"))
        _come(pressure, "192.0.2.7", 5)
    assert prices == [1, 2, 4, 8]
    assert pressure.difficulty("203.0.113.9") == 1


def test_neighbours_share_a_bucket(pressure: Pressure) -> None:
    _come(pressure, "192.0.2.7", 5)
    _come(pressure, "2001:db8:1:2::3", 5)
    assert pressure.difficulty("192.0.2.200") == 2
    assert pressure.difficulty("::ffff:192.0.2.200") == 2
    assert pressure.difficulty("192.0.3.7") == 1
    assert pressure.difficulty("2001:db8:1:ffff::1") == 2
    assert pressure.difficulty("2001:db8:2::1") == 1


def test_time_makes_it_easier_and_an_hour_forgets_whom(pressure: Pressure, watch: Watch) -> None:
    _come(pressure, "192.0.2.7", 10)
    assert pressure.difficulty("192.0.2.7") == 4
    watch.now += HOUR / 6
    assert pressure.difficulty("192.0.2.7") == 2
    watch.now += HOUR
    assert pressure.difficulty("192.0.2.7") == 1
    assert pressure._buckets == {}


def test_a_flood_makes_it_harder_for_everybody_and_outlives_the_hour(pressure: Pressure, watch: Watch) -> None:
    for third in range(250):
        pressure.note(f"10.1.{third}.1")
    assert pressure.difficulty("203.0.113.9") == 4
    watch.now += HOUR
    assert pressure.difficulty("203.0.113.9") == 2


def test_it_never_refuses_and_never_grows_without_end(pressure: Pressure) -> None:
    _come(pressure, "192.0.2.7", 5000)
    assert pressure.difficulty("192.0.2.7") == MOST


@pytest.mark.parametrize("odd", ["", "unix:", "localhost", "fe80::1%eth0", "1.2.3", "\0"])
def test_what_is_no_address_has_a_bucket_too(pressure: Pressure, odd: str) -> None:
    pressure.note(odd)
    assert pressure.difficulty(odd) == 1


def test_nothing_in_memory_is_an_address(pressure: Pressure) -> None:
    _come(pressure, "192.0.2.7", 3)
    assert all(isinstance(bucket, int) and bucket < 1 << 20 for bucket in pressure._buckets)
    assert "192.0.2" not in repr(vars(pressure))
