"""Writing in the report editor, alone, in a real browser under the desk's policy: what is typed arrives, as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.report_desk import Desk, all_of, said, serving, words
from tests.browser.watch import NOTHING, Watch, kept_by

FIRST = "D. is acht jaar en kan goed vertellen waar hij wil wonen."
KEPT = re.compile("Versleuteld bewaard")


@pytest.fixture
def desk() -> Iterator[Desk]:
    """One chapter with one sentence."""
    with serving(Desk(words(FIRST))) as made:
        yield made


def opened(new_page: NewPage, desk: Desk, **options: object) -> Page:
    """The page with the text in it, and the cursor at its end."""
    page = new_page(**options)
    page.goto(desk.address)
    at_end(page)
    return page


def at_end(page: Page) -> None:
    sheet = page.get_by_role("textbox", name="Tekst van 7. Toepassing op dit kind")
    expect(sheet).to_be_visible()
    sheet.focus()
    page.keyboard.press("Control+End")


def kept(page: Page) -> None:
    expect(page.get_by_text(KEPT)).to_be_visible()


def test_what_is_typed_arrives_and_nothing_stays_in_the_browser(new_page: NewPage, desk: Desk, watch: Watch) -> None:
    page = opened(new_page, desk)
    page.keyboard.type(" Hij wil naar huis.")
    kept(page)
    assert desk.text == FIRST + " Hij wil naar huis."
    assert set(desk.modes) == {"write"}
    assert kept_by(page) == NOTHING
    assert watch.complaints == []
    assert watch.strangers == []
