"""Fixtures for tests in a real browser: both programs served for real, and a Chromium.

`sites.public` and `sites.desk` are the addresses; the programs run in processes and roles of their own, with the files
that `./dev run` would serve, over the databases of this worker, which are put back after each test. `browser` is
Playwright's; open a context of your own in it. Only the wait without script is shorter here (`tests/hurried.py`).
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from devtools import serving
from devtools.browser import find_browser
from devtools.environment import ROOT
from tests.database import testbed

# Nothing that a browser does by itself: no updates, no reports, no look-ups of its maker.
QUIET = (
    "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


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
def _served(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    ports = free_ports(2)
    found = Sites(f"http://127.0.0.1:{ports[0]}", f"http://localhost:{ports[1]}")
    more = {
        "HELPDESK_PUBLIC_ORIGIN": found.public,
        "HELPDESK_DESK_ORIGIN": found.desk,
        "HELPDESK_STATIC_ROOT": str(tmp_path_factory.mktemp("static")),
        "DJANGO_SETTINGS_MODULE": "tests.hurried",
    }
    public, desk = ({**testbed().environment(name), **more} for name in ("public", "desk"))
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"]
    subprocess.run(collect, cwd=ROOT, env={**testbed().environment("owner"), **more}, check=True)
    with serving.serving(serving.public_site(public, ports[0]), serving.desk(desk, ports[1])):
        yield found


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """For one file of tests at a time: Playwright keeps an event loop in this thread, and there can be only one."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # for which Django would refuse its databases
    with sync_playwright() as started:
        yield started
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium that keeps nothing."""
    found = find_browser()
    chromium = playwright.chromium.launch(
        executable_path=found.executable, args=[*found.arguments, *QUIET], env={**found.environment}
    )
    yield chromium
    chromium.close()


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on now."""
    with ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def profile_arguments(home: Path) -> dict[str, object]:
    """What `launch_persistent_context` needs: the same Chromium, with a profile that stays on disk."""
    found = find_browser()
    return {
        "user_data_dir": home,
        "executable_path": found.executable,
        "args": [*found.arguments, *QUIET],
        "env": {**found.environment},
    }
