"""Referrals in a real browser: one that the receiving body accepts through its link, one to which she did not come."""

from __future__ import annotations

import os
import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from helpdesk.cases.models import Case, Referral
from helpdesk.cases.tests.referring import GOES, agreed, halves, leave
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, WIDTHS, Looks
from tests.browser.watch import Watch
from tests.sites import Sites

Colours = Literal["light", "dark"]
SHOTS = os.environ.get("BROWSER_SHOTS", "")  # a folder: then every page is kept as a picture too
WORDS = "Bo belt haar dinsdag, zegt Zandloper."


class Eyes(Looks):
    """Looks at a page, and keeps a picture of it when there is a folder for them."""

    def __init__(self, colours: str) -> None:
        super().__init__(telling=False)
        self.colours = colours

    def at(self, page: Page, name: str) -> None:
        super().at(page, name)
        size = page.viewport_size or {"width": 1280, "height": 720}
        for width in WIDTHS if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{SHOTS}/{name.replace(' ', '-')}-{self.colours}-{width}.png", full_page=True)
        page.set_viewport_size(size)


def planned_by_hand(page: Page, eyes: Eyes, case: Case) -> Referral:
    """From the case to the directory, and a plan with what goes along."""
    page.get_by_role("link", name="Waarheen?").last.click()
    expect(page.get_by_role("heading", name="Waarheen?")).to_be_visible()
    eyes.at(page, "where to")
    page.get_by_label("Woorden").fill("vertrouwenspersoon klacht")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.get_by_text("Controleer eerst.")).to_be_visible()
    page.get_by_role("button", name="Verwijs hierheen Jeugdstem").click()
    expect(page.get_by_label("Naar wie?")).to_have_value("place:JS")
    page.get_by_role("button", name="Zet erbij").last.click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "plan with errors")
    page.get_by_label("Waarvoor?").fill("Iemand die meegaat naar het gesprek")
    page.locator("label", has_text="Wij sturen het met een link").click()
    page.get_by_label("E-mailadres daar").fill("plevier@example.net")
    page.locator("label", has_text="Het verhaal").click()
    page.get_by_text("Begin met berichten uit de zaak").click()
    page.locator("label[for=bericht-0]").click()
    page.get_by_role("button", name="Zet in de tekst").click()
    expect(page.get_by_label("Wat gaat er precies mee?")).to_have_value(re.compile("pleeggezin"))
    page.get_by_label("Wat gaat er precies mee?").fill(GOES)
    eyes.at(page, "plan")
    page.get_by_role("button", name="Zet erbij").last.click()
    expect(page.get_by_text("Er ligt een brief aan de vrager klaar.").first).to_be_visible()
    with cast.opened("iris", case):
        return Referral.objects.get(case=case)


@BOTH
def test_accepted_through_the_link(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    case, eyes = cast.taken(asker="kind"), Eyes(colours)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    referral = planned_by_hand(page, eyes, case)
    card = page.locator(f"#verwijzing-{referral.pk}")
    expect(card).to_contain_text("Er is geen toestemming")
    eyes.at(page, "case planned")
    card.get_by_role("link", name="Stuur").click()
    page.get_by_role("button", name="Stuur de link").click()
    expect(page.locator(".krh-errors")).to_contain_text("Er is geen toestemming")
    eyes.at(page, "refused without consent")
    agreed(case, referral)
    page.goto(f"{stage.desk}/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/")
    eyes.at(page, "about to send")
    page.get_by_role("button", name="Stuur de link").click()
    expect(card).to_contain_text("Doorgegeven")
    leave(case)
    token, code = halves(case)

    outside = new_page(color_scheme=colours, java_script_enabled=False)
    outside.goto(f"{stage.public}/bericht/{token}/")
    outside.get_by_role("textbox").fill(code)
    outside.get_by_role("button", name="Open").click()
    expect(outside.get_by_text(GOES)).to_be_visible()
    outside.locator("label", has_text="We kunnen dit niet aannemen").click()
    outside.get_by_role("button", name="Stuur het antwoord").click()
    expect(outside.locator(".krh-errors")).to_be_visible()
    looked_at(stage, new_page, eyes, token, code)
    outside.locator("label", has_text="We nemen het aan").click()
    outside.get_by_label("Wat wilt u ons zeggen?").fill(WORDS)
    outside.get_by_role("button", name="Stuur het antwoord").click()
    expect(outside.get_by_role("heading", name="Uw antwoord is bij ons")).to_be_visible()

    again = new_page(color_scheme=colours)
    again.goto(f"{stage.public}/bericht/{token}/")
    again.get_by_role("textbox").fill(code)
    again.get_by_role("button", name="Open").click()
    expect(again.get_by_text("U heeft al geantwoord")).to_be_visible()
    eyes.at(again, "receiver answered before")

    page.goto(stage.desk)
    expect(page.get_by_text("Antwoord van Jeugdstem")).to_be_visible()
    eyes.at(page, "worklist")
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(card).to_contain_text("Nieuw antwoord")
    expect(card).to_contain_text(WORDS)
    eyes.at(page, "case answered")
    card.get_by_role("button", name="Gezien").click()
    expect(card).not_to_contain_text("Nieuw antwoord")
    assert eyes.wrong == []
    assert eyes.pages >= 9
    assert watch.strangers == []


def looked_at(stage: Sites, new_page: NewPage, eyes: Eyes, token: str, code: str) -> None:
    """The same page with script, for the eyes: they bring some of their own."""
    page = new_page(color_scheme=eyes.colours)
    page.goto(f"{stage.public}/bericht/{token}/")
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_text(GOES)).to_be_visible()
    eyes.at(page, "receiver")
    page.locator("label", has_text="We kunnen dit niet aannemen").click()
    page.get_by_role("button", name="Stuur het antwoord").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "receiver with errors")


@pytest.mark.parametrize("colours", ["light"])
def test_she_did_not_come(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    case, eyes = cast.taken(asker="kind"), Eyes(colours)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/verwijzing/")
    page.get_by_label("Naar wie?").select_option("place:KT")
    page.get_by_label("Waarvoor?").fill("Even praten")
    page.locator("label", has_text="De vrager belt of schrijft zelf").click()
    page.get_by_label("Waarvoor?").press("Enter")
    expect(page.get_by_text("Er ligt een brief aan de vrager klaar.").first).to_be_visible()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(re.compile("0800-0432"))
    page.get_by_role("link", name="Hoe staat het?").click()
    eyes.at(page, "result")
    page.locator("label", has_text="Niet gekomen").click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Niet gekomen. Wat nu?")).to_be_visible()
    for way in ("Bel of schrijf de vrager, zoals het veilig is", "Plan een andere", "Stop met deze"):
        expect(page.get_by_role("link", name=way)).to_be_visible()
    eyes.at(page, "case missed")
    page.get_by_role("link", name="Stop met deze").click()
    eyes.at(page, "withdraw")
    page.get_by_role("button", name="Trek in").click()
    expect(page.get_by_text("Ingetrokken.").first).to_be_visible()
    page.goto(f"{stage.desk}/zaak/{case.code}/doorverwijzen/")
    expect(page.get_by_label("Welke verwijzing was de laatste?")).to_be_visible()
    assert eyes.wrong == []
    assert watch.strangers == []
