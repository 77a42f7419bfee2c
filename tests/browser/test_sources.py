"""Zoeken in de bronnen in a real browser: by keyboard, at every width, no word of it in address or storage."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from helpdesk.library.actions.source_index import index_sources
from helpdesk.library.models import Form, Version
from helpdesk.library.tests.sources import FAMILY, law
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


def test_a_jurist_searches_the_sources_by_keyboard(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    looks = Looks(telling=False)
    Version.objects.all().delete()  # our own lists, so that the counts are of these two laws
    law("TEST2", FAMILY, title="Wet op de proef", begins=date(2020, 1, 1))
    law("TEST3", {f"artikel={n}": (Form.ARTICLE, "", f"Artikel {n}", "", "over omgang") for n in range(1, 13)})
    index_sources()
    case = cast.taken(text="Mag jeugdzorg mij weghalen bij mijn moeder?")
    page = new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/bronnen/zoeken/")
    field = page.get_by_label("Zoek in wetten, verdragen en uitspraken")
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.type("mag jeugdzorg mij weghalen bij mijn moeder")
    page.keyboard.press("Enter")
    expect(page.locator(".krh-found mark").first).to_be_visible()
    assert page.url == f"{stage.desk}/bronnen/zoeken/"
    page.locator("summary").last.press("Enter")
    expect(page.locator("dt", has_text="weghalen")).to_be_visible()
    looks.at(page, "sources")
    shots(page, "sources")
    field.fill("omgang")
    page.keyboard.press("Enter")
    expect(page.locator("#aantal")).to_contain_text("1 tot 10 van 13 artikelen")
    page.get_by_role("button", name="Volgende").press("Enter")
    expect(page.locator("#aantal")).to_contain_text("11 tot 13 van 13 artikelen")
    page.goto(f"{stage.desk}/bronnen/woorden/")
    looks.at(page, "words")
    shots(page, "words")
    page.goto(f"{stage.desk}/zaak/{case.code}/recht/")
    expect(page.get_by_text("geen conclusie")).to_be_visible()
    looks.at(page, "law-that-may-matter")
    shots(page, "law-that-may-matter")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert looks.wrong == []
    assert watch.strangers == []
