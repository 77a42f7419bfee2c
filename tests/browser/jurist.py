"""What a jurist does in hers: sign in as somebody of the demonstration, find the case, take it, answer."""

from __future__ import annotations

import re

from django.conf import settings
from playwright.sync_api import Page, expect

from helpdesk.teams.models import Member
from tests import cast
from tests.browser.asker import press


def sign_in(page: Page, desk: str, name: str = "Iris de Wit") -> None:
    """One click in the demonstration."""
    page.goto(desk)
    page.get_by_role("button", name=name).click()
    expect(page.locator("header.krh-desk-head")).to_be_visible()


def be(page: Page, desk: str, member: Member) -> None:
    """Be a colleague who is no button of the demonstration: with her session, behind both locks."""
    page.context.clear_cookies()
    session = cast.desk_client(member).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": desk}])
    page.goto(desk)
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


def put_around(page: Page, *, part: str, name: str, email: str, interest: str, knows: bool) -> None:
    """Somebody around the child, with what was agreed about her."""
    page.get_by_role("link", name="Persoon erbij").click()
    page.get_by_label("Wie is dit voor het kind?").select_option(part)
    page.get_by_label("Naam", exact=True).fill(name)
    page.get_by_label("E-mail", exact=True).first.fill(email)
    choose(page, "interest", interest)
    for field in ("told_contact", "told_progress", "by_email") if knows else ():
        choose(page, field, "yes")
    page.locator("#doe").click()
    expect(page.locator("#paneel-omheen, [name=weet]").first).to_be_attached()
    if page.locator("[name=weet]").count():  # warned: a parent stands against the child, one knows it
        page.locator("#doe").click()
    expect(page.locator("#paneel-omheen")).to_be_visible()


def choose(page: Page, field: str, value: str) -> None:
    """Press the words beside the dot, as a person does."""
    box = page.locator(f"[name='{field}'][value='{value}']")
    page.locator(f"label[for={box.get_attribute('id')}]").last.click()
    expect(box).to_be_checked()


def write_to(page: Page, who: str, text: str, button: str = "Verstuur") -> None:
    """In the thread of somebody around the child."""
    thread = page.locator("#paneel-draden details", has_text=re.compile(who, re.IGNORECASE))
    if thread.get_attribute("open") is None:
        thread.locator("summary").click()
    thread.get_by_role("link", name="Schrijf").click()
    page.locator("[name=text]").fill(text)
    page.get_by_role("button", name=button, exact=True).click()
