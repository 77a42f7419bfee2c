"""Zoeken in a real browser: by keyboard, at every width, and nothing of the words in address, history or storage."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from helpdesk.cases.actions.index import build_segments, keep_words
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


def test_a_jurist_searches_by_keyboard(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    looks = Looks(telling=False)
    case = cast.taken(text="Ik ben bang voor de uithuisplaatsing. Mijn oma in Zutphen zou mij wel willen hebben.")
    for number in range(27):
        cast.taken(text=f"Vraag {number} over school en de leerplichtambtenaar. " * 3)
    keep_words()
    build_segments()
    page = new_page()
    sign_in(page, stage.desk)
    page.keyboard.press("/")
    expect(page.get_by_label("Zoek in zaken")).to_be_focused()
    page.keyboard.type("uithuis plaatsen")
    page.keyboard.press("Enter")
    expect(page.locator(".krh-found mark")).to_have_text("uithuisplaatsing")
    assert page.url == f"{stage.desk}/zoeken/"
    looks.at(page, "found")
    shots(page, "found")
    field = page.get_by_label("Zoek in zaken")
    expect(field).to_have_value("uithuis plaatsen")
    field.fill("leerplicht school")
    page.keyboard.press("Enter")
    expect(page.locator("#aantal")).to_have_text("1 tot 25 van 27 zaken")
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("#aantal")).to_have_text("26 tot 27 van 27 zaken")
    looks.at(page, "the second page")
    field.fill("zeppelinhangar")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Niets gevonden.")).to_be_visible()
    page.locator("summary", has_text="Zo zoek je precies").click()
    looks.at(page, "nothing found")
    shots(page, "nothing-found")
    field.fill("oma zutphen")
    page.keyboard.press("Enter")
    expect(page.locator(".krh-found mark")).to_have_count(2)
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zaak/{case.code}/")
    page.go_back()
    expect(page).to_have_url(re.compile("/zoeken/$"))
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "zutphen" not in page.evaluate("JSON.stringify(history.state) + location.href").lower()
    assert looks.wrong == []
    assert watch.strangers == []
