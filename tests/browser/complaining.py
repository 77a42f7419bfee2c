"""After the end: how it went, a complaint about ourselves, and our answer to it."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.ui.templatetags.days import day
from tests.browser import asker

Look = Callable[[Page, str], None]


def asked_again(child: Page, text: str, look: Look) -> None:
    """It helped a little, and she wants us to look once more."""
    expect(child.get_by_role("heading", name="Heeft dit je geholpen?")).to_be_visible()
    look(child, "how it went")
    child.get_by_text("Een beetje", exact=True).click()
    child.get_by_label("Wil je er iets bij schrijven?").fill(text)
    child.get_by_text("Ik wil dat jullie nog een keer kijken").click()
    child.locator("button[value=how]").click()
    expect(child.get_by_text("We kijken nog een keer.")).to_be_visible()
    expect(child.get_by_role("heading", name="Heeft dit je geholpen?")).to_have_count(0)


def complained(child: Page, look: Look) -> list[str]:
    """From her mailbox to the six words of her complaint."""
    child.get_by_role("button", name="Ik heb een klacht over jullie").click()
    look(child, "complain")
    child.locator("textarea[name=body]").fill("Iris belde niet terug.")
    child.get_by_role("button", name="Verstuur mijn klacht").click()
    words = asker.receipt(child)
    look(child, "complained")
    return words


def answered(desk: Page, site: str, look: Look) -> None:
    """A lead who has signed in finds it in triage, takes it, confirms it and answers it, each before its day."""
    desk.goto(f"{site}/triage/")
    desk.locator(".krh-queue__item").first.click()
    desk.get_by_role("button", name="Neem aan").click()
    desk.get_by_role("button", name="Pak zelf op").click()
    confirm_by, answer_by = (day(add_working_days(clock.today(), days)) for days in (1, 15))
    expect(desk.get_by_text(f"Ontvangst bevestigen: uiterlijk {confirm_by}")).to_be_visible()
    look(desk, "the complaint")
    desk.get_by_role("link", name="Bevestig ontvangst").click()
    expect(desk.get_by_label("Bericht aan wie klaagt")).to_have_value(
        re.compile("kijkt ernaar en hielp je niet eerder")
    )
    desk.get_by_label("Bericht aan wie klaagt").fill("De klacht is binnen bij mij.")
    desk.get_by_role("button", name="Verstuur").click()
    expect(desk.get_by_text(f"Antwoord geven: uiterlijk {answer_by}")).to_be_visible()
    desk.get_by_role("link", name="Beantwoord de klacht").click()
    desk.get_by_text("De klacht klopt", exact=True).click()
    desk.get_by_label("Wat veranderen we?").fill("We bellen dezelfde dag terug.")
    desk.get_by_label("Antwoord aan wie klaagt").fill("Het spijt ons.")
    look(desk, "the answer")
    desk.get_by_role("button", name="Verstuur en sluit af").click()
    expect(desk.get_by_text("We bellen dezelfde dag terug.").first).to_be_visible()
    desk.goto(f"{site}/klachten/")
    expect(desk.get_by_role("heading", name="Klachten over ons")).to_be_visible()
    look(desk, "numbers")


def read_our_answer(child: Page) -> None:
    """She reads that we have it, and what we change."""
    expect(child.get_by_text("De klacht is binnen bij mij.")).to_be_visible()
    child.locator("button[value=next]").click()
    expect(child.get_by_text("Dit veranderen we: We bellen dezelfde dag terug.")).to_be_visible()
