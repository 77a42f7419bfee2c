"""What a jurist does to refer somebody, and what the receiving body does with its link."""

from __future__ import annotations

import os
import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from helpdesk.cases.tests.referring import GOES
from helpdesk.lib import clock
from tests.browser.jurist import choose
from tests.browser.test_pages import WIDTHS, Looks

SHOTS = os.environ.get("BROWSER_SHOTS", "")  # a folder: then every page is kept as a picture too


class Eyes(Looks):
    """Looks at a page, and keeps a picture of it when there is a folder for them."""

    def __init__(self, colours: str, *, telling: bool = False) -> None:
        super().__init__(telling=telling)
        self.colours = colours

    def at(self, page: Page, name: str) -> None:
        super().at(page, name)
        size = page.viewport_size or {"width": 1280, "height": 720}
        for width in WIDTHS if SHOTS else ():
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{SHOTS}/{name.replace(' ', '-')}-{self.colours}-{width}.png", full_page=True)
        page.set_viewport_size(size)


def planned_by_hand(page: Page, eyes: Eyes) -> None:
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


def consented(page: Page, purpose: str, *subjects: str) -> None:
    """Fill in that the child agreed, on a form that knows with whom."""
    page.get_by_label("Waarvoor?").fill(purpose)
    for subject in subjects:
        choose(page, "subjects", subject)
    choose(page, "agreed", "child")
    choose(page, "band", "12-15")
    page.get_by_label("Wat heb je uitgelegd?").fill("Wat wij vertellen, aan wie, en dat nee ook goed is.")
    page.get_by_label("In welke taal?").fill("Nederlands")
    for field in ("limits", "read_aloud"):
        page.locator(f"[name={field}]").check()
    page.get_by_role("textbox", name="Tot en met").fill((clock.today() + timedelta(days=30)).isoformat())
    page.locator("#doe").click()
    expect(page.locator("#toestemming", has_text=purpose)).to_be_visible()


def opened_link(page: Page, site: str, token: str, code: str) -> None:
    """Whoever has both halves sees what was sent."""
    page.goto(f"{site}/bericht/{token}/")
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="Open").click()


def accepted(page: Page, words: str) -> None:
    """The body takes it on."""
    page.locator("label", has_text="We nemen het aan").click()
    page.get_by_label("Wat wilt u ons zeggen?").fill(words)
    page.get_by_role("button", name="Stuur het antwoord").click()
    expect(page.get_by_role("heading", name="Uw antwoord is bij ons")).to_be_visible()


def planned_for_herself(page: Page) -> None:
    """She calls or writes herself; our letter to her waits."""
    page.get_by_label("Naar wie?").select_option("place:KT")
    page.get_by_label("Waarvoor?").fill("Even praten")
    page.locator("label", has_text="De vrager belt of schrijft zelf").click()
    page.get_by_label("Waarvoor?").press("Enter")
    expect(page.get_by_text("Er ligt een brief aan de vrager klaar.").first).to_be_visible()


def missed(page: Page, eyes: Eyes) -> None:
    """She did not turn up; what can be done is there, and this one stops."""
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
