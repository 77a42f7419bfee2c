"""Fixtures for tests in a real browser: both programs served for real, and a Chromium.

`sites.public` and `sites.desk` are the addresses; the programs run in processes and roles of their own, over the
databases of this worker, which are put back after each test. `browser` is Playwright's: open a context of your own.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, sync_playwright

from devtools import serving
from devtools.browser import find_browser
from tests.database import testbed


@dataclass(frozen=True)
class Sites:
    """Where both programs answer."""

    public: str
    desk: str


@pytest.fixture
def sites(transactional_db: None, _served: Sites) -> Sites:
    """Both programs, with the databases as they stand after migration."""
    return _served


@pytest.fixture(scope="session")
def _served(django_db_setup: None) -> Iterator[Sites]:
    ports = _free_ports(2)
    found = Sites(f"http://127.0.0.1:{ports[0]}", f"http://localhost:{ports[1]}")
    origins = {"HELPDESK_PUBLIC_ORIGIN": found.public, "HELPDESK_DESK_ORIGIN": found.desk}
    public, desk = ({**testbed().environment(name), **origins} for name in ("public", "desk"))
    with serving.serving(serving.public_site(public, ports[0]), serving.desk(desk, ports[1])):
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    found = find_browser()
    # Playwright keeps an event loop in this thread, and Django then refuses its databases unless told otherwise.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=found.executable, args=[*found.arguments], env={**found.environment}
        )
        yield chromium
        chromium.close()


def _free_ports(count: int) -> list[int]:
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]
