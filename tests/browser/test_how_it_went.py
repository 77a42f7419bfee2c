"""After the end: a child asks us to look once more; and complains about us, and is answered within our own days."""

from __future__ import annotations

import time
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.browser import asker, jurist
from tests.browser.complaining import answered, asked_again, complained, read_our_answer
from tests.browser.conftest import NewPage
from tests.browser.test_pages import Looks
from tests.browser.watch import Watch
from tests.sites import Sites
from tests.walk import closing

WAYS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "without script": {"java_script_enabled": False},
}


@pytest.mark.parametrize("options", WAYS.values(), ids=WAYS)
def test_asked_again_and_complained(stage: Sites, new_page: NewPage, watch: Watch, options: dict[str, Any]) -> None:
    scripted = options.get("java_script_enabled", True)
    come_back = asker.come_back if scripted else asker.come_back_without_script
    receipt, child = Receipt.new(), new_page(**options)
    public, inside = Looks(telling=True), Looks(telling=False)

    def look(page: Page, name: str) -> None:
        if scripted:
            (public if page is child else inside).at(page, name)

    case = cast.taken(receipt=receipt)
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/afsluiten/", closing()).status_code == 302

    come_back(child, stage.public, list(receipt.words))
    asked_again(child, "De school zegt nog steeds nee.", look)

    words = complained(child, look)

    desk = new_page(color_scheme=options.get("color_scheme"))
    jurist.sign_in(desk, stage.desk)
    expect(desk.get_by_text("Vrager vraagt om nog een keer te kijken.")).to_be_visible()
    desk.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(desk.locator(".krh-message--how", has_text="De school zegt nog steeds nee.")).to_be_visible()
    look(desk, "the case")
    desk.context.clear_cookies()
    jurist.sign_in(desk, stage.desk, "Sanne Oud")
    answered(desk, stage.desk, look)

    come_back(child, stage.public, words)
    read_our_answer(child)
    assert public.wrong + inside.wrong == []
    assert watch.strangers == []
    assert watch.complaints == []


@pytest.mark.parametrize("scripted", [True, False], ids=["with script", "without script"])
def test_a_complaint_without_a_code(stage: Sites, new_page: NewPage, watch: Watch, scripted: bool) -> None:
    """From the page that everybody can reach: six words, no cookie, and nothing lost when it is empty."""
    page = new_page(java_script_enabled=scripted)
    page.goto(f"{stage.public}/klacht/")
    if not scripted:
        time.sleep(asker.WAIT)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".krh-field__error", has_text="Schrijf op wat er niet goed ging.")).to_be_visible()
    page.get_by_role("textbox", name="Wat ging er niet goed?").fill("Niemand belde terug.")
    page.get_by_role("button", name="Verstuur").click()
    asker.receipt(page)
    assert page.context.cookies() == []
    assert watch.strangers == []
    assert watch.complaints == []
