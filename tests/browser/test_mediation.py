"""A mediation from its first question to its end, in a real browser, by hand and by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import scene
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.talking import a_proposal, begin, end, information, positions, promises
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


@pytest.mark.parametrize("colours", ["light"])
def test_from_the_first_question_to_the_end(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks = scene(start=False), Looks(telling=False)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    begin(page, looks)
    looks.at(page, "just begun")
    shots(page, "talks-empty")
    begun = page.url
    positions(page, looks)
    a_proposal(page, "Elke dag na school bij jullie.", "Zegt nee")
    a_proposal(page, "Elke woensdag een uur op het wijkcentrum.", "Zegt ja")
    looks.at(page, "two proposals")
    promises(page, looks)
    information(page, looks)
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    expect(page.locator("#bemiddeling")).to_contain_text("Een afspraak is niet nagekomen")
    looks.at(page, "the case")
    page.goto(begun)
    end(page, looks)
    expect(page.locator(".krh-talks__aim")).to_contain_text("nog niet elke week")
    expect(page.get_by_role("link", name="Verder praten")).to_be_visible()
    page.locator("#verloop summary").click()
    looks.at(page, "ended")
    shots(page, "talks-ended")
    page.get_by_role("button", name="Schrijf aan het kind").click()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(
        "We hebben voor je gepraat. Het ging over: Bezoek aan haar broertje.\n\nDit is afgesproken:\n"
        "- De instelling: Regelt een ruimte. Dat is gebeurd.\n"
        "- Je ouder: Brengt haar broertje. Dat is nog niet gebeurd. We vragen hoe dat kan.\n\n"
        "Wat vind je ervan? Schrijf het terug als je wilt. Je hoeft niet."
    )
    assert looks.wrong == []
    assert looks.pages >= 9
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@BOTH
def test_the_page_in_light_and_dark(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = scene(), Looks(telling=False), new_page(color_scheme=colours)
    long = "Zeepaardje" * 12
    made.do("standpunt", party=made.worker, text=f"Geen bezoek. {long}")
    made.do("standpunt", party=made.mother, text="Zij wil dat ze elkaar zien, liefst thuis.")
    made.propose(text=f"Elke woensdag een uur. {long}", until=(clock.today() - timedelta(days=0)).isoformat())
    past = (clock.today() - timedelta(days=2)).isoformat()
    made.agree((made.worker, "Regelt een ruimte", past), ("us", "Belt de school", "2027-01-04"))
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}{made.url}")
    expect(page.locator("#afspraken")).to_contain_text("Dag voorbij: nagekomen?")
    looks.at(page, colours)
    shots(page, f"talks-{colours}")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    expect(page.locator("#taken")).to_contain_text("Dag voorbij: nagekomen? Regelt een ruimte")
    shots(page, f"talks-case-{colours}")
    page.locator("#taken").get_by_role("link", name="Regelt een ruimte").click()
    expect(page.get_by_role("heading", name="Bezoek aan haar broertje")).to_be_visible()
    looks.at(page, "from the task")
    assert looks.wrong == []
    assert watch.strangers == []
