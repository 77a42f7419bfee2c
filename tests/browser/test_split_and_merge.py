"""Splitting and merging in a real browser: calm pages, said in words first, by keyboard too, and with the way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from helpdesk.cases.tests.test_merge_cases import full
from helpdesk.cases.tests.test_split_case import with_mother
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


@BOTH
def test_split_and_back(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    case, _ = full()
    looks, page = Looks(telling=False), new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/splitsen/")
    expect(page.get_by_role("heading", name="Splits deze zaak")).to_be_visible()
    looks.at(page, "split, nothing chosen")
    shots(page, f"split-{colours}")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("Kies minstens één bericht").first).to_be_visible()
    looks.at(page, "split, refused")
    box = page.get_by_label("Over oma.")
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.get_by_text("Ouder met gezag R.Z.").click()
    page.get_by_label("Titel van de nieuwe zaak").fill("Wonen bij een ander")
    page.get_by_label("Waarom splits je?").fill("Dit gaat over haar zus, niet over haar zelf.")
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("Dit gaat er gebeuren.")).to_be_visible()
    expect(page.get_by_text("Naar de nieuwe zaak gaan: 1 gesprek")).to_be_visible()
    looks.at(page, "split, said in words")
    shots(page, f"split-told-{colours}")
    page.get_by_role("button", name="Maak de nieuwe zaak").click()
    expect(page.get_by_role("heading", name="Wonen bij een ander")).to_be_visible()
    looks.at(page, "the new case")
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    looks.at(page, "the first case")
    shots(page, f"split-done-{colours}")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("[role=status]", has_text="Alles staat weer hier.")).to_be_visible()
    assert looks.wrong == []
    assert watch.strangers == []


@pytest.mark.parametrize("colours", ["light"])
def test_merge_and_back(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    (case, _), other = full(), cast.taken()
    with_mother(other, telephone="06-12345678")
    looks, page = Looks(telling=False), new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/samenvoegen/")
    looks.at(page, "merge, which case")
    shots(page, f"merge-{colours}")
    page.get_by_label("Code van de andere zaak").fill(other.code)
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_text("Dit gaat er gebeuren.")).to_be_visible()
    expect(page.get_by_text("Is dit dezelfde persoon?")).to_be_visible()
    looks.at(page, "merge, said in words")
    shots(page, f"merge-told-{colours}")
    page.get_by_role("button", name="Voeg samen").click()
    expect(page.get_by_text("Hierin opgegaan")).to_be_visible()
    looks.at(page, "the case in which it went up")
    shots(page, f"merge-done-{colours}")
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    looks.at(page, "the case that went up")
    shots(page, f"merged-{colours}")
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator("[role=status]", has_text="Het zijn weer twee zaken.")).to_be_visible()
    assert looks.wrong == []
    assert watch.strangers == []
