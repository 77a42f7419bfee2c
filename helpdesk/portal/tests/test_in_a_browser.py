"""A child asks and comes back, in a real browser with script: the work is unseen, and the address never changes."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.sites import Sites

pytestmark = pytest.mark.browser
STORY = "Mag ik zelf naar de kinderrechter?"


def test_ask_and_come_back(sites: Sites, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    posts: list[dict[str, list[str]]] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            posts.append(parse_qs(request.post_data or ""))

    page.on("request", note)
    page.goto(f"{sites.public}/vraag/?wie=kind")
    page.get_by_role("button", name="Sla over").click()
    page.locator("textarea[name=story]").fill(STORY)
    while page.get_by_role("button", name="Verder").is_visible():
        page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page).to_have_title("Je code")
    assert page.url == f"{sites.public}/vraag/?wie=kind"
    assert posts[-1]["pow"][0], "no proof was sent"
    words = " ".join(page.locator(".krh-receipt__word").all_inner_texts())
    assert context.cookies() == []

    page.goto(f"{sites.public}/code/")
    page.locator("textarea[name=code]").fill(words)
    page.get_by_role("button", name="Open").click()
    expect(page).to_have_title("Eén vraag vooraf")
    page.get_by_role("button", name="Ja, laat maar zien").click()
    expect(page).to_have_title("Nog even wachten")
    page.get_by_role("button", name="Schrijf ons").click()
    page.locator("textarea[name=body]").fill("Ik ben twaalf.")
    page.get_by_role("button", name="Verstuur").click()
    expect(page).to_have_title("Hoe het ervoor staat")
    assert STORY not in page.content()
    assert page.url == f"{sites.public}/code/"
    (cookie,) = context.cookies()
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Strict"
    assert cookie["expires"] == -1
    page.get_by_role("button", name="Sluit af").click()
    expect(page).to_have_title("Startpagina")
    assert context.cookies() == []
    context.close()
