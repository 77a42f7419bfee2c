"""What the browser tests share: the cast at the desk, contexts in which every complaint and request is noted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from devtools import serving
from helpdesk.teams.demo import load_cast
from tests.browser.watch import Watch
from tests.database import testbed
from tests.sites import Sites

NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker("browser")


@pytest.fixture
def stage(sites: Sites) -> Sites:
    """Both sites, with the cast to be signed in as."""
    load_cast()
    return sites


@pytest.fixture
def press(stage: Sites) -> Iterator[None]:
    """A worker of the press beside the sites, for tests in which a report is signed or given."""
    with serving.serving(serving.press(testbed().environment("desk"))):
        yield


@pytest.fixture
def watch() -> Watch:
    """What all pages of a test asked for and complained about."""
    return Watch()


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[NewPage]:
    """`new_page(java_script_enabled=False)`: a page in a context of its own, watched, closed at the end."""
    with ExitStack() as closing:

        def make(**options: Any) -> Page:
            context = closing.enter_context(_context(browser, **options))
            watch.over(context)
            page = context.new_page()
            page.set_default_timeout(15_000)
            return page

        yield make


@contextmanager
def _context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(**{"locale": "nl-NL", "reduced_motion": "reduce", **options})
    yield context
    context.close()
