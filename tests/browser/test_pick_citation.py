"""A citation is put in where a jurist writes, in a real browser: by key, and the case relies on it."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import expect

from helpdesk.cases.tests.relying import relies_on
from helpdesk.library.models import Form
from helpdesk.library.tests.sources import law
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites

CARE = {
    "artikel=2.3": (Form.ARTICLE, "", "Artikel 2.3", "", ""),
    "artikel=2.3&lid=1": (Form.PARAGRAPH, "artikel=2.3", "1", "", "Het college helpt."),
}


def test_a_citation_is_put_in_and_the_case_relies_on_it(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    law("BWBR0034925", CARE, title="Jeugdwet", begins=date(2024, 1, 1))
    case, looks, page = cast.taken(asker="kind"), Looks(telling=False), new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    field = page.get_by_label("Antwoord aan de vrager")
    page.keyboard.press("r")
    expect(field).to_be_focused()
    page.keyboard.type("De gemeente helpt, zie.")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    expect(page.locator("#antwoord-tekst-bron")).to_be_focused()
    page.keyboard.type("2.3 lid 1 jeugdwet")
    expect(page.locator(".krh-pick__source")).to_have_count(1)
    looks.at(page, "the citation picker")
    shots(page, "pick-citation")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".krh-pick__source .krh-pick__text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_have_value("De gemeente helpt, zie art. 2.3 lid 1 Jeugdwet.")
    expect(field).to_be_focused()
    expect(page.locator("#meldingen")).to_contain_text("De zaak steunt nu ook hierop.")
    expect(page.locator("#paneel-bronnen")).to_contain_text("art. 2.3 lid 1 Jeugdwet")
    assert [(one.place, one.valid_from) for one in relies_on(case)] == [("artikel=2.3&lid=1", date(2024, 1, 1))]
    page.keyboard.press("Control+z")
    expect(field).to_have_value("De gemeente helpt, zie.")
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    page.get_by_role("button", name="Voor een kind: artikel 2.3, lid 1, van de Jeugdwet").click()
    expect(field).to_have_value("De gemeente helpt, zie artikel 2.3, lid 1, van de Jeugdwet.")
    expect(page.locator("#meldingen")).to_contain_text("De zaak steunt hier al op.")
    assert "jeugdwet" not in page.url.casefold()
    assert looks.wrong == []
    assert watch.strangers == []
    assert watch.complaints == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_without_script_the_words_stand_on_a_page_to_copy(stage: Sites, new_page: NewPage) -> None:
    law("BWBR0034925", CARE, title="Jeugdwet", begins=date(2024, 1, 1))
    cast.taken(asker="kind")
    page = new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/bronnen/verwijzing/kies/")
    page.get_by_label("Een artikel, een nummer of woorden").fill("art. 2.3 lid 1 Jeugdwet")
    page.locator("main").get_by_role("button", name="Zoek").click()
    expect(page.locator("main")).to_contain_text("art. 2.3 lid 1 Jeugdwet")
    looks = Looks(telling=False)
    looks.at(page, "pick a citation without script")
    shots(page, "pick-citation-page")
    assert looks.wrong == []


def test_what_law_may_matter_opens_in_the_panel(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    case, looks, page = cast.taken(asker="kind"), Looks(telling=False), new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    page.locator("#welk-recht").click()
    expect(page.locator("#paneel-bronnen")).to_contain_text("geen conclusie")
    expect(page.locator("#paneel-bronnen").get_by_role("link", name="Toon alles")).to_be_visible()
    looks.at(page, "law that may matter, in short")
    shots(page, "law-in-short")
    assert looks.wrong == []
    assert watch.complaints == []
