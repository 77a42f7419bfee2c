"""A report is made through its pages: begun, facts chosen, her words quoted, a passage cited; all of it looked at."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from helpdesk.reports.tests.scene import WORDS, Scene, scene
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites

PAGES = ("feiten/", "feiten/nieuw/", "woorden/", "bronnen/", "voorwaarden/", "bijlagen/", "toestemming/", "namen/")


def begun(page: Page, made: Scene, looks: Looks) -> str:
    """From the case, with what the case knows filled in."""
    page.locator("#rapportages").get_by_role("link", name="Begin").click()
    expect(page.get_by_label("Over welk kind?")).to_have_value(made.child)
    looks.at(page, "the frame")
    shots(page, "report-start")
    page.get_by_text("Beroep bij de rechtbank", exact=True).click()
    page.get_by_label("Titel").fill("Terug naar huis")
    page.get_by_label("Leeftijd, zoals die voorop staat").fill("8 jaar")
    page.get_by_label("Dag van het besluit").fill("2026-10-02")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name="Kinderrechtenrapportage voor D.A., 8 jaar")).to_be_visible()
    return page.url


def fact(page: Page, looks: Looks) -> None:
    """Where it comes from is chosen from the case."""
    page.get_by_role("navigation", name="Wat erbij hoort").get_by_role("link", name="Feiten").click()
    page.get_by_role("link", name="Feit erbij").first.click()
    expect(page.get_by_role("heading", name="Feit erbij")).to_be_visible()
    page.get_by_label("Het feit").fill("In het besluit staat niet dat iemand met haar heeft gesproken.")
    page.get_by_label("Waar komt het vandaan?").select_option(label="Ouder met gezag M.B.")
    page.get_by_text("Nee, niet betwist", exact=True).click()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Feit 1", exact=True)).to_be_visible()
    looks.at(page, "the facts")


def quote(page: Page, looks: Looks) -> None:
    """Her words are cut down, not typed."""
    page.get_by_role("link", name="Eigen woorden van het kind").first.click()
    page.get_by_role("button", name="Haal hieruit aan").first.click()
    expect(page.get_by_label("Wat je aanhaalt")).to_have_value(WORDS)
    page.get_by_label("Hoe zijn deze woorden verzameld?").fill("Zij schreef het ons zelf.")
    looks.at(page, "her words")
    page.get_by_role("button", name="Haal aan").click()
    expect(page.get_by_text("De woorden staan in de lijst en in het hoofdstuk.")).to_be_visible()
    shots(page, "report-facts")


def cited(page: Page, looks: Looks, at: str) -> None:
    """The words come from the library."""
    page.goto(f"{at}bronnen/")
    page.get_by_label("Artikel, uitspraak of woorden").fill("art. 2 Proefwet")
    page.get_by_role("button", name="Zoek").last.click()
    page.get_by_role("button", name="Citeer art. 2 Proefwet").click()
    expect(page.locator("#geciteerd")).to_be_visible()
    expect(page.get_by_text("Twee, anders.")).to_be_visible()
    looks.at(page, "the sources")
    shots(page, "report-sources")


def test_a_report_is_made_through_its_pages(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    made, looks, page = scene(started=False), Looks(telling=False), new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    at = begun(page, made, looks)
    fact(page, looks)
    quote(page, looks)
    cited(page, looks, at)
    page.goto(f"{at}?hoofdstuk=voice")
    expect(page.locator("blockquote").first).to_contain_text("Ik wil weten wanneer ik naar huis mag.")
    looks.at(page, "the report")
    shots(page, "report-page")
    assert looks.wrong == []
    assert watch.strangers == []


@BOTH
def test_every_page_of_a_report(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = scene(), Looks(telling=False), new_page(color_scheme=colours)
    made.fact()
    made.cite()
    sign_in(page, stage.desk)
    page.keyboard.press("g")
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name="Rapportages", exact=True)).to_be_visible()
    looks.at(page, "the list")
    shots(page, f"report-list-{colours}")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    for path in ("", *PAGES):
        page.goto(f"{stage.desk}{made.url}{path}")
        looks.at(page, path)
        shots(page, f"report-{path.strip('/').replace('/', '-') or 'page'}-{colours}")
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    looks.at(page, "the case")
    assert looks.wrong == []
    assert watch.strangers == []
