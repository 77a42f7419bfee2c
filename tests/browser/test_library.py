"""The sources in a real browser: by keyboard to a law, an article, another day, and what changed between two states."""

from __future__ import annotations

import os
import re

from playwright.sync_api import Page, expect

from helpdesk.library.actions import import_source, load_own_lists
from helpdesk.library.tests.law import law
from helpdesk.library.tests.real import DATA, files, source
from helpdesk.library.tests.test_import_source import made
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import WIDTHS, Looks
from tests.browser.watch import Watch
from tests.sites import Sites

SHOTS = os.environ.get("BROWSER_SHOTS", "")  # a folder: then every page is kept as a picture too

ARTICLES = (
    "<hoofdstuk><kop><label>Hoofdstuk</label><nr>1</nr><titel>Wie telt mee</titel></kop>"
    "<artikel><kop><label>Artikel</label><nr>1</nr><titel>Begrippen</titel></kop><al>In deze wet is:</al><lijst>"
    "<li><li.nr>a.</li.nr><al>kind: wie jonger is dan achttien jaar;</al></li>"
    "<li><li.nr>b.</li.nr><al>huis: waar een kind woont.</al></li></lijst></artikel>"
    "<artikel><kop><label>Artikel</label><nr>2</nr></kop><lid><lidnr>1.</lidnr><al>Een kind telt mee.</al></lid>"
    "<lid><lidnr>2.</lidnr><al>Dat geldt ook thuis.</al></lid></artikel>"
    '<artikel><kop><label>Artikel</label><nr>3</nr></kop><table><tgroup cols="2"><tbody><row>'
    "<entry><al>Leeftijd</al></entry>"
    "<entry><al>Wie beslist mee</al></entry></row><row><entry><al>Vanaf twaalf jaar</al></entry>"
    "<entry><al>Het kind</al>"
    "</entry></row></tbody></tgroup></table></artikel></hoofdstuk>"
)


def shots(page: Page, name: str) -> None:
    if not SHOTS:
        return
    size = page.viewport_size or {"width": 1280, "height": 720}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            page.screenshot(path=f"{SHOTS}/{name}-{width}-{colours}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)


def looked_at(page: Page, looks: Looks, name: str) -> None:
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        looks.at(page, f"{name}, {colours}")
    page.emulate_media(color_scheme="light")
    shots(page, name)


def test_a_jurist_reads_the_law(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    load_own_lists()
    import_source(made(law("2000-01-01", ARTICLES)))
    import_source(made(law("2020-01-01", ARTICLES.replace("telt mee.", "beslist mee, naar vermogen."))))
    for path in files("law/bwb-xml/BWBR0034925*.xml") + files("caselaw/rechtspraak-js/ECLI_NL_PHR_2014_2.xml"):
        if DATA.is_dir() and SHOTS:
            import_source(source(path))
    page, looks = new_page(), Looks(telling=False)
    sign_in(page, stage.desk)
    page.keyboard.press("g")
    page.keyboard.press("b")
    expect(page.get_by_role("heading", name="Bronnen", exact=True)).to_be_visible()
    looked_at(page, looks, "sources")
    page.get_by_label("Woorden in de titel").fill("proefwet")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Eén bron")).to_be_visible()
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Proefwet")).to_be_visible()
    expect(page.get_by_text("nieuwste stand die we hebben")).to_be_visible()
    looked_at(page, looks, "work")
    page.get_by_label("Zoals het gold op").fill("2010-03-04")
    page.get_by_role("button", name="Lees").click()
    expect(page.get_by_text("Je leest de tekst zoals die gold op 4 maart 2010.")).to_be_visible()
    expect(page.get_by_text("Een kind telt mee.")).to_be_visible()
    looked_at(page, looks, "work-then")
    page.get_by_role("link", name="Vergelijk standen").click()
    expect(page.locator("ins")).to_have_text(re.compile("beslist mee, naar vermogen"))
    looked_at(page, looks, "compared")
    page.get_by_role("link", name="Artikel 2").click()
    expect(page.get_by_role("heading", name="Artikel 2")).to_be_visible()
    looked_at(page, looks, "article")
    page.goto(f"{stage.desk}/bronnen/bron/BWBV0002508/~/artikel=12/")
    expect(page.get_by_text("Dit is niet de tekst van de bron.")).to_be_visible()
    looked_at(page, looks, "own-words")
    page.goto(f"{stage.desk}/bronnen/bron/CRC/C/GC/14/")
    expect(page.get_by_role("heading", name=re.compile("Belang van het kind"))).to_be_visible()
    looked_at(page, looks, "comment")
    if SHOTS:
        for name, place in {"jeugdwet": "BWBR0034925/", "judgment": "ECLI:NL:PHR:2014:2/"}.items():
            page.goto(f"{stage.desk}/bronnen/bron/{place}")
            looked_at(page, looks, name)
    assert looks.wrong == []
    assert watch.strangers == []


def test_an_administrator_sees_what_was_not_understood(stage: Sites, new_page: NewPage) -> None:
    import_source(made("<html/>", "vreemd-bestand.xml"))
    import_source(made(law("2000-01-01", "<artikel><kop><nr>1</nr></kop><raar>Vreemd.</raar></artikel>")))
    page, looks = new_page(), Looks(telling=False)
    sign_in(page, stage.desk, "bas")
    page.goto(f"{stage.desk}/bronnen/inlezen/")
    page.get_by_text("BWBR0000001_2020").first.click()
    expect(page.get_by_text("onbekend element <raar>")).to_be_visible()
    looked_at(page, looks, "imports")
    assert looks.wrong == []
