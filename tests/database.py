"""A pytest plugin: every run gets its own pair of PostgreSQL clusters, every xdist worker its own pair of databases.

It comes in before pytest-django reads the settings, and leaves the environment of a desk program whose role,
`krh_test`, starts as `krh_desk` and may become `krh_public`. What tests use of it stands in the root's conftest.py.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

from devtools.testbed import Testbed, open_testbed

VARIABLE = "HELPDESK_TESTBED"
ALIASES = {"default": "data", "keys": "keys"}
_closing = ExitStack()


def testbed() -> Testbed:
    """The databases of this process."""
    return Testbed.load(Path(os.environ[VARIABLE]))


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(args: list[str]) -> Generator[None]:
    """Before the settings are read. A worker finds the environment of the run, and makes copies of its own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        mine = testbed().cloned(worker)
        home = mine.home / worker
        home.mkdir()
        mine.save(home)
    else:
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite kill tidies up as Ctrl-C does
        mine = _closing.enter_context(open_testbed())
        home = mine.home
        mine.save(home)
    _enter(mine, home)
    return (yield)


def _enter(mine: Testbed, home: Path) -> None:
    os.environ.update(mine.environment("desk"))
    os.environ.update(
        {
            VARIABLE: str(home / "testbed.json"),
            "DATABASE_URL": mine.url("data", "krh_test"),
            "KEYS_DATABASE_URL": mine.url("keys", "krh_test"),
            "HELPDESK_POOL": "0",  # a role that was switched must not wait in a pool for the next test
        }
    )


def pytest_unconfigure() -> None:
    """Stop the clusters and remove them."""
    _closing.close()
