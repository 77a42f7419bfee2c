"""A law changes: what relies on it lights up on the worklist and in the case; somebody looks, and it is out."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Page, expect

from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.library.tests.shelf import NEW, SHORT, state
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import NOTHING, STORED, Watch
from tests.sites import Sites

OLD_WORDS = {"1": "Het kind wordt gehoord.", "2": "De omgang wordt niet beperkt zonder de rechter."}
NEW_WORDS = {**OLD_WORDS, "2": "De omgang wordt niet beperkt zonder de kinderrechter."}
NOTE = "Alleen het woord kinderrechter is nieuw. Ons advies blijft."


def look(page: Page, looks: Looks, name: str, colours: Colours) -> None:
    looks.at(page, name)
    shots(page, f"knowledge-{name}-{colours}")


def write_article(page: Page, desk: str) -> None:
    """By the form, from the empty list."""
    page.goto(f"{desk}/kennis/")
    expect(page.get_by_text("Er is nog geen kennis opgeschreven.")).to_be_visible()
    page.get_by_role("link", name="Nieuw artikel").click()
    expect(page.get_by_label("Titel")).to_be_visible()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    page.get_by_label("Titel").fill("Omgang die wordt beperkt")
    body = f"Vraag altijd of de rechter het weet.\n\nDat staat in artikel 2, eerste lid, {SHORT}. Zie ook art. 12 IVRK."
    page.get_by_label("Tekst", exact=True).fill(body)
    page.locator("label", has_text="Jeugd").first.click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", name="Omgang die wordt beperkt")).to_be_visible()
    expect(page.locator(".krh-cite", has_text=f"art. 2 lid 1 {SHORT}")).to_be_visible()


def add_source(page: Page, desk: str, case: Case) -> None:
    """With the keyboard alone, from the case."""
    page.goto(f"{desk}/zaak/{case.code}/")
    page.get_by_role("link", name="Bron erbij").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Welke bron?")).to_be_visible()
    page.get_by_label("Welke bron?").focus()
    page.keyboard.type(SHORT)
    page.keyboard.press("Tab")
    page.keyboard.type("twee")
    page.keyboard.press("Enter")
    expect(page.locator(".krh-errors")).to_contain_text("3 lid 1")
    expect(page.get_by_label("Welke bron?")).to_have_value(SHORT)
    page.get_by_label("Waar staat het?").fill("2 lid 1")
    page.get_by_label("Waarom telt dit hier?").fill("De voogd beperkte de omgang zelf.")
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.locator(".krh-relies .krh-cite", has_text=f"art. 2 lid 1 {SHORT}")).to_be_visible()


@BOTH
def test_a_law_changes_and_somebody_looks(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    state(OLD_WORDS)
    case, other = cast.taken(asker="kind"), cast.taken(asker="kind")
    looks, page = Looks(telling=False), new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/kennis/")
    look(page, looks, "empty", colours)
    page.goto(f"{stage.desk}/kennis/nieuw/")
    look(page, looks, "form", colours)
    write_article(page, stage.desk)
    look(page, looks, "article", colours)
    page.goto(f"{stage.desk}/zaak/{case.code}/bron/")
    expect(page.get_by_label("Welke bron?")).to_be_visible()
    look(page, looks, "add-source", colours)
    add_source(page, stage.desk, case)
    look(page, looks, "case", colours)
    page.goto(f"{stage.desk}/bronnen/gewijzigd/")
    expect(page.get_by_text("Niets waar we op steunen is veranderd.")).to_be_visible()
    look(page, looks, "nothing-changed", colours)

    state(NEW_WORDS, NEW)
    page.goto(stage.desk)
    marked = page.locator(".krh-row", has=page.locator(".krh-row__law"))
    expect(marked).to_have_count(1)
    expect(marked).to_contain_text(case.code)
    expect(marked).to_contain_text(f"Wet gewijzigd: art. 2 lid 1 {SHORT}")
    look(page, looks, "worklist", colours)
    page.goto(f"{stage.desk}/kennis/")
    expect(page.get_by_role("heading", name="Na te kijken")).to_be_visible()
    look(page, looks, "list", colours)
    page.goto(f"{stage.desk}/bronnen/gewijzigd/")
    expect(page.get_by_role("heading", name=f"art. 2 {SHORT}")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text(other.code)
    look(page, looks, "changed", colours)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(page.locator(".krh-cite--changed")).to_be_visible()
    look(page, looks, "case-changed", colours)
    page.locator("#bronnen").get_by_role("link", name="Kijk na").click()
    expect(page.get_by_role("button", name="Nagekeken")).to_be_visible()
    look(page, looks, "check", colours)
    page.locator("label", has_text="Het klopt nog").click()
    page.get_by_label("Voor je collega").fill(NOTE)
    page.get_by_role("button", name="Nagekeken").click()
    expect(page.locator("#bronnen")).to_contain_text(NOTE)
    expect(page.locator(".krh-cite--changed")).to_have_count(0)

    page.goto(f"{stage.desk}/bronnen/gewijzigd/")
    expect(page.locator("main")).not_to_contain_text(case.code)
    page.get_by_role("link", name="Kijk na").click()
    look(page, looks, "check-article", colours)
    page.locator("label", has_text="Het klopt nog").click()
    page.get_by_label("Voor je collega").fill(NOTE)
    page.get_by_role("button", name="Nagekeken").click()
    expect(page.get_by_text("Niets waar we op steunen is veranderd.")).to_be_visible()
    page.goto(f"{stage.desk}/kennis/")
    page.get_by_role("link", name="Omgang die wordt beperkt").click()
    page.get_by_label("Nagekeken tot").fill((clock.today() + timedelta(days=200)).isoformat())
    page.get_by_role("button", name="Nagekeken").click()
    expect(page.get_by_text("Versie 2")).to_be_visible()
    page.get_by_role("link", name="Versie 2").click()
    expect(page.get_by_role("heading", name="Wat er in versie 2 veranderde")).to_be_visible()
    look(page, looks, "compared", colours)
    page.get_by_role("link", name="Bron erbij").click()
    look(page, looks, "relies", colours)
    assert looks.wrong == []
    assert looks.pages >= 14
    assert watch.strangers == []
    assert page.evaluate(STORED) == NOTHING


def test_without_script_it_works_the_same(stage: Sites, new_page: NewPage) -> None:
    state(OLD_WORDS)
    case, page = cast.taken(asker="kind"), new_page(java_script_enabled=False)
    sign_in(page, stage.desk)
    write_article(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/bron/")
    page.get_by_label("Welke bron?").fill(SHORT)
    page.get_by_label("Waar staat het?").fill("2")
    page.get_by_role("button", name="Zet erbij").click()
    chip = page.locator(".krh-relies .krh-cite", has_text=f"art. 2 {SHORT}")
    expect(chip).to_be_visible()
    page.get_by_role("button", name="Haal weg").click()
    expect(page.get_by_text("De bron is weg.")).to_be_visible()
    expect(chip).to_have_count(0)
