"""What a jurist does in hers: sign in as somebody of the demonstration, find the case, take it, answer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.asker import press


def sign_in(page: Page, desk: str, name: str = "Iris de Wit") -> None:
    """One click in the demonstration."""
    page.goto(desk)
    page.get_by_role("button", name=name).click()
    expect(page.locator("header.krh-desk-head")).to_be_visible()


def answer(page: Page, desk: str, text: str) -> None:
    """From the sign-in to an answer that is on its way."""
    sign_in(page, desk)
    page.locator(".krh-row__link").first.click()
    take(page)
    page.get_by_label("Antwoord aan de vrager").fill(text)
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.locator(".krh-message", has_text=text)).to_be_visible()


def take(page: Page) -> None:
    """Take the open case, and wait until the page says so: what is typed into the page before it would go with it."""
    page.get_by_role("button", name="Pak op").click()
    expect(page.locator("[role=status]", has_text="Deze zaak is nu van jou.")).to_be_visible()


def answer_by_keyboard(page: Page, desk: str, text: str) -> None:
    """With the desk's own keys: j, Enter, r, Ctrl+Enter."""
    page.goto(desk)
    press(page, "form:has([name=member][value=iris]) button")
    expect(page.locator("header.krh-desk-head")).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pak op")).to_be_visible()
    press(page, "#knop-casestake-case")
    expect(page.locator("[role=status]", has_text="Deze zaak is nu van jou.")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.type(text)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".krh-message", has_text=text)).to_be_visible()


def route(page: Page, desk: str) -> None:
    """The intake desk sends a question to the team that its theme points to; then the browser is free again."""
    sign_in(page, desk, "Mo Bakker")
    page.goto(f"{desk}/triage/")
    page.locator(".krh-queue__item").first.click()
    page.get_by_role("button", name="Jeugdhulp").click()
    expect(page.get_by_text("De zaak ligt nu bij")).to_be_visible()
    page.context.clear_cookies()
