"""What two colleagues do when one of them reads first what the other sends."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.jurist import sign_in
from tests.browser.test_texts import shots


def pictures(page: Page, name: str) -> None:
    """By day and by night, where somebody wants to look."""
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        shots(page, f"{name}-{colours}")
    page.emulate_media(color_scheme="light")


def opened_by(page: Page, desk: str, who: str, code: str) -> None:
    """Another colleague takes the chair."""
    page.context.clear_cookies()
    sign_in(page, desk, who)
    page.goto(f"{desk}/zaak/{code}/")


def asked_to_read(page: Page, text: str, line: str = "") -> None:
    """Give what stands in the answer to a colleague."""
    page.get_by_label("Antwoord aan de vrager").fill(text)
    page.get_by_label("Regel aan je collega").fill(line)
    page.get_by_role("button", name="Laat meelezen", exact=True).click()
    expect(page.locator("[role=status]", has_text="Gevraagd.")).to_be_visible()
    expect(page.locator("#paneel-meelezen", has_text=text)).to_be_visible()


def sent_back(page: Page, remarks: str) -> None:
    """The reader stops it, and says why."""
    page.get_by_label("Opmerkingen, als er iets anders moet").fill(remarks)
    page.get_by_role("button", name="Stuur terug").click()
    expect(page.locator("[role=status]", has_text="Teruggestuurd")).to_be_visible()


def agreed_with(page: Page, text: str) -> None:
    """The reader agrees, and it is on its way."""
    page.get_by_role("button", name="Akkoord, verstuur").click()
    expect(page.locator("[role=status]", has_text="Akkoord.")).to_be_visible()
    expect(page.locator("#paneel-gesprek", has_text=text)).to_be_visible()
