"""What an asker does in her browser: with a mouse, without script (a longer page), or by keyboard alone."""

from __future__ import annotations

import time

from playwright.sync_api import Page, expect

WAIT = 2.2  # seconds, see tests/hurried.py


def ask(page: Page, site: str, story: str) -> list[str]:
    """From the landing to the receipt, one step a screen."""
    page.goto(site)
    page.get_by_role("link", name="Ik ben een kind of jongere").click()
    page.get_by_text("Ik woon niet thuis, of krijg hulp").click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("textbox", name="Vertel het in je eigen woorden").fill(story)
    page.get_by_role("button", name="Verder").click()
    page.get_by_text("Nee, nu niet").click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Sla over").click()
    page.get_by_role("button", name="Verstuur").click()
    return receipt(page)


def ask_without_script(page: Page, site: str, story: str) -> list[str]:
    """The same form as one page."""
    page.goto(site)
    page.get_by_role("link", name="Ik ben een kind of jongere").click()
    page.get_by_text("Ik woon niet thuis, of krijg hulp").click()
    page.get_by_role("textbox", name="Vertel het in je eigen woorden").fill(story)
    page.get_by_text("Nee, nu niet").click()
    time.sleep(WAIT)
    page.get_by_role("button", name="Verstuur").click()
    return receipt(page)


def ask_by_keyboard(page: Page, site: str, story: str) -> list[str]:
    """No mouse anywhere."""
    page.goto(site)
    tab_to(page, "a[href*='wie=kind']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Waar gaat je vraag over?")).to_be_visible()
    tab_to(page, "[name=theme]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=theme][value=jeugdhulp]")).to_be_checked()
    press(page, "[data-next]")
    tab_to(page, "[name=story]")
    page.keyboard.type(story)
    press(page, "[data-next]")
    tab_to(page, "[name=danger]")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[name=danger]:checked")).to_have_count(1)
    press(page, "[data-next]")
    press(page, "[data-skip]")
    press(page, "[data-last]")
    return receipt(page)


def receipt(page: Page) -> list[str]:
    """The six words, which stay in the head of whoever reads them."""
    expect(page.get_by_role("heading", name="Dit is jouw code")).to_be_visible()
    words = page.locator(".krh-receipt__word").all_inner_texts()
    assert len(words) == 6
    return words


def come_back(page: Page, site: str, words: list[str]) -> None:
    """Another day, with the code: to "are you safe to read?", and on."""
    page.context.clear_cookies()
    page.goto(f"{site}/code/")
    page.get_by_role("textbox").fill(" ".join(words))
    page.get_by_role("button", name="Open").click()
    page.locator("button[value=read]").click()


def come_back_without_script(page: Page, site: str, words: list[str]) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}/code/")
    page.get_by_role("textbox").fill(" ".join(words))
    time.sleep(WAIT)
    page.get_by_role("button", name="Open").click()
    page.locator("button[value=read]").click()


def come_back_by_keyboard(page: Page, site: str, words: list[str]) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}/code/")
    tab_to(page, "[name=code]")
    page.keyboard.type(" ".join(words))
    press(page, "main form button")
    expect(page.locator("button[value=read]")).to_be_visible()
    press(page, "button[value=read]")


def tab_to(page: Page, selector: str, *, most: int = 60) -> None:
    """Press Tab until the focus is there; whoever cannot see where the focus is would be lost, so that is asked too."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(f"no way to {selector} with the keyboard")


def press(page: Page, selector: str) -> None:
    """Go to a button and press it."""
    tab_to(page, selector)
    page.keyboard.press("Enter")
