"""Standard texts and what did not arrive, in a real browser: found by keyboard, put in where one writes."""

from __future__ import annotations

import os
import re

from django.conf import settings
from playwright.sync_api import Page, expect

from helpdesk.cases.models import Case, Draft, Outgoing
from helpdesk.cases.tests.test_write_to_party import party_in, written
from helpdesk.directory.demo import load_texts
from helpdesk.lib.row_actor import act_as
from helpdesk.people.roles import Part
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import WIDTHS, Looks
from tests.browser.watch import Watch
from tests.sites import Sites

SHOTS = os.environ.get("BROWSER_SHOTS", "")  # a folder: then every page is kept as a picture too


def shots(page: Page, name: str) -> None:
    if not SHOTS:
        return
    size = page.viewport_size or {"width": 1280, "height": 720}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)
    page.set_viewport_size(size)


def texts() -> None:
    assert settings.DEMO
    load_texts({slug: cast.member(slug) for slug in ("iris", "sanne", "farah")})


def test_a_text_is_put_in_where_one_writes(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    texts()
    case, looks = cast.taken(asker="kind"), Looks(telling=False)
    page = new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    field = page.get_by_label("Antwoord aan de vrager")
    page.keyboard.press("r")
    page.keyboard.type("Hoi Zeepaardje. Tot gauw.")
    for _ in "Tot gauw.":
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    expect(page.get_by_label("Zoek op woorden")).to_be_focused()
    expect(page.locator(".krh-pick__text").first).to_be_visible()
    looks.at(page, "the picker")
    shots(page, "picker")
    page.keyboard.type("ronden")
    expect(page.locator(".krh-pick__text")).to_have_count(1)
    page.keyboard.press("Enter")  # in the search it sends nothing
    page.keyboard.press("ArrowDown")
    expect(page.locator(".krh-pick__text")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    expect(field).to_have_value(
        re.compile(r"^Hoi Zeepaardje\. \n\nHiermee is je vraag .*beginnen\.\n\nTot gauw\.$", re.S)
    )
    expect(page.locator("#antwoord [data-draft-status]")).to_have_text(re.compile(r"Concept bewaard \d"))
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Hoi Zeepaardje. Tot gauw.")
    assert looks.wrong == []
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "zoek" not in page.url


def test_a_gap_is_asked_for_and_the_words_stay(stage: Sites, new_page: NewPage) -> None:
    texts()
    case, page = cast.taken(asker="kind"), new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    page.locator("summary[data-key=s]").click()
    expect(page.get_by_label("Zoek op woorden")).to_be_focused()
    page.keyboard.type("iets weten")
    page.get_by_role("button", name="Ik wil nog iets weten").click()
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.get_by_text("Vul eerst in wat nog tussen { en } staat")).to_be_visible()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(re.compile("vul in:"))


def test_the_list_the_form_and_what_did_not_arrive(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    texts()
    case, looks = cast.taken(), Looks(telling=False)
    message = written(case, party_in(case, part=Part.PARENT))
    with act_as(cast.member("iris").pk):
        Outgoing.objects.filter(message=message).update(state="dead")
    page = new_page()
    sign_in(page, stage.desk)
    page.keyboard.press("g")
    page.keyboard.press("x")
    page.wait_for_url("**/standaardteksten/")
    page.locator("summary", has_text="Bericht aan iemand").click()
    looks.at(page, "the list")
    shots(page, "list")
    page.get_by_label("Zoek", exact=True).fill("zeepaard")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Geen tekst gevonden.")).to_be_visible()
    looks.at(page, "nothing found")
    shots(page, "nothing")
    page.get_by_role("link", name="Nieuwe tekst").click()
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Geef de tekst een titel.").first).to_be_visible()
    looks.at(page, "the form")
    shots(page, "form")
    page.goto(f"{stage.desk}/standaardteksten/")
    page.locator("summary", has_text="We ronden af").click()
    page.get_by_role("link", name="Wijzig We ronden af").click()
    looks.at(page, "a text")
    shots(page, "text")
    page.goto(f"{stage.desk}/e-mail/")
    looks.at(page, "what did not arrive")
    shots(page, "undelivered")
    page.get_by_role("link", name=case.code).click()
    expect(page.get_by_text("Probeer het opnieuw of neem anders contact op.")).to_be_visible()
    page = new_page()
    sign_in(page, stage.desk, "Mo Bakker")
    page.goto(f"{stage.desk}/e-mail/")
    looks.at(page, "e-mail in triage")
    shots(page, "mail")
    assert looks.wrong == []
    assert looks.pages == 6
    assert watch.strangers == []


def test_a_message_taken_back_lies_ready_for_its_person(stage: Sites, new_page: NewPage) -> None:
    case = cast.taken()
    party = party_in(case, part=Part.PARENT)
    page = new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/persoon/{party.pk}/schrijven/")
    page.get_by_label("Tekst").fill("Te snel verstuurd")
    expect(page.locator("[data-draft-status]")).to_have_text(re.compile(r"Concept bewaard \d"))
    shots(page, "write")
    assert kept(case) == 1
    page.get_by_role("button", name="Verstuur").click()
    page.wait_for_url(f"**/zaak/{case.code}/")
    assert kept(case) == 0
    page.get_by_role("button", name="Haal terug").click()
    page.get_by_role("link", name="Schrijf verder aan je concept").click()
    expect(page.get_by_label("Tekst")).to_have_value("Te snel verstuurd")


def kept(case: Case) -> int:
    """How many drafts lie in the case."""
    with act_as(cast.member("iris").pk):
        return Draft.objects.filter(case=case).count()
