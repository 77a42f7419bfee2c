"""From a letter to its last day: a mother without script, a child on a small screen, a jurist at the desk."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override
from playwright.sync_api import Page, expect

from helpdesk.remedies.answer import safe_day
from helpdesk.remedies.reckoning import reckon
from helpdesk.remedies.terms import term
from tests.browser import jurist
from tests.browser.conftest import NewPage
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.watch import Watch
from tests.sites import Sites

PICTURES = os.environ.get("PICTURES", "")


def sent_on() -> date:
    """A letter of some days ago, so that its last day is still to come."""
    return timezone.localdate() - timedelta(days=3)


def in_words(day: date, language: str = "nl") -> str:
    with override(language):
        return date_format(day, "l j F Y")


def picture(page: Page, name: str) -> None:
    """For whoever wants to look: PICTURES names a folder."""
    if PICTURES:
        size = page.viewport_size
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
        if size:
            page.set_viewport_size(size)


def fill(page: Page, *, kind: str, who: str, way: str, day: date | None) -> None:
    expect(page.locator(".krh-reckon")).to_be_visible()
    card = page.locator(f"input[name=kind][value={kind}] + label")
    if not card.is_visible():
        page.locator(".krh-reckon__group", has=card).locator("summary").click()
    for name, value in (("kind", kind), ("who", who), ("way", way)):
        page.locator(f"input[name={name}][value={value}] + label").click()
    if day:
        for name, number in (("day", day.day), ("month", day.month), ("year", day.year)):
            page.locator(f"input[name={name}]").fill(str(number))
    page.get_by_role("button", name="Reken het uit").click()


@BOTH
def test_a_mother_without_script(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    looks, page = Looks(telling=True), new_page(java_script_enabled=False, color_scheme=colours)
    day = sent_on()
    last = reckon(term("FAM-01"), day).last
    page.goto(stage.public)
    picture(page, f"landing-{colours}")
    page.get_by_role("link", name="Reken je laatste dag uit").click()
    expect(page.get_by_role("heading", name="Welke dag is mijn laatste dag?")).to_be_visible()
    picture(page, f"mother-{colours}-form")
    fill(page, kind="aanwijzing", who="parent", way="unknown", day=None)
    expect(page.get_by_text("Zonder de goede dag kunnen we niet rekenen.")).to_be_visible()
    page.goto(f"{stage.public}/laatste-dag/")
    fill(page, kind="aanwijzing", who="parent", way="sent", day=None)
    expect(page.locator(".krh-errors").get_by_text("Vul een dag, een maand en een jaar in.")).to_be_visible()
    picture(page, f"mother-{colours}-error")
    fill(page, kind="aanwijzing", who="parent", way="sent", day=day)
    expect(page.locator(".krh-reckoned__day")).to_have_text(in_words(last))
    expect(page.get_by_text("Een advocaat hoeft niet.")).to_be_visible()
    expect(page.get_by_role("link", name="Vraag het ons")).to_be_visible()
    picture(page, f"mother-{colours}-answer")
    assert page.url == f"{stage.public}/laatste-dag/", "nothing of the answer is in the address"
    assert page.context.cookies() == []
    assert looks.wrong == []
    assert watch.strangers == []


@BOTH
def test_a_child_on_a_small_screen(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    looks = Looks(telling=True)
    page = new_page(viewport={"width": 320, "height": 568}, color_scheme=colours, has_touch=True)
    page.goto(f"{stage.public}/laatste-dag/")
    expect(page.locator(".krh-exit")).to_be_visible()
    looks.at(page, "the questions")
    fold = page.locator("#q-wie").evaluate("node => node.getBoundingClientRect().top + scrollY")
    assert fold <= 568 * 2, "all kinds of letters, folded, in less than a screen and a half below the title"
    fill(page, kind="uithuisplaatsing", who="child-12", way="sent", day=sent_on())
    expect(page.locator(".krh-errors").get_by_text("Hier telt de dag waarop de rechter besliste.")).to_be_visible()
    looks.at(page, "a wrong day")
    expect(page.locator("input[name=year]")).to_have_value(str(sent_on().year))
    page.locator("input[name=way][value=ruled] + label").click()
    page.get_by_role("button", name="Reken het uit").click()
    expect(page.locator(".krh-reckoned__day")).to_have_text(in_words(reckon(term("FAM-09"), sent_on()).last))
    looks.at(page, "the day")
    picture(page, f"child-{colours}-answer")
    page.get_by_text("Klopt er iets niet? Pas het aan.").click()
    fill(page, kind="asiel", who="child-12", way="sent", day=None)
    expect(page.get_by_role("heading", name="Deze dag rekenen wij niet uit")).to_be_visible()
    expect(page.get_by_role("heading", name="Vraag het ons, vandaag nog")).to_be_visible()
    looks.at(page, "no day")
    picture(page, f"child-{colours}-none")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert looks.wrong == []
    assert watch.strangers == []


@BOTH
def test_a_jurist_at_the_desk(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    looks, page = Looks(telling=False), new_page(color_scheme=colours)
    jurist.sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/rechtsmiddelen/")
    looks.at(page, "the letter")
    picture(page, f"jurist-{colours}-empty")
    page.get_by_role("button", name="Zoek uit").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    looks.at(page, "nothing filled in")
    for name, value in (("who", "child-12"), ("way", "sent")):
        page.locator(f"input[name={name}][value={value}] + label").click()
    page.get_by_label("Welke dag was dat?").fill(sent_on().isoformat())
    page.get_by_label("Welk besluit?").select_option("aanwijzing")
    page.get_by_role("button", name="Zoek uit").click()
    found = reckon(term("FAM-01"), sent_on())
    expect(page.locator(".krh-deadline__what time")).to_have_text(in_words(found.last))
    expect(page.get_by_text(in_words(safe_day(found.last, found.first)).rsplit(" ", 1)[0]).first).to_be_visible()
    looks.at(page, "the day")
    picture(page, f"jurist-{colours}-answer")
    page.get_by_label("Welk besluit?").select_option("asiel")
    page.get_by_role("button", name="Zoek uit").click()
    expect(page.get_by_text("Hier kiest een jurist.")).to_be_visible()
    looks.at(page, "two sets of rules")
    picture(page, f"jurist-{colours}-two")
    assert page.url == f"{stage.desk}/rechtsmiddelen/#antwoord"
    assert looks.wrong == []
    assert watch.strangers == []


@pytest.mark.parametrize("path", ["/laatste-dag/", "/en/laatste-dag/"])
def test_it_is_walked_with_the_keyboard_alone(stage: Sites, new_page: NewPage, path: str) -> None:
    page = new_page()
    page.goto(stage.public + path)
    page.locator(".krh-reckon__group summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input[name=kind]").first).to_be_checked()
    page.locator("input[name=who]").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for part in (sent_on().day, sent_on().month, sent_on().year):
        page.keyboard.press("Tab")
        page.keyboard.type(str(part))
    page.keyboard.press("Enter")
    language = "en" if path.startswith("/en") else "nl"
    expect(page.locator(".krh-reckoned__day")).to_have_text(in_words(reckon(term("FAM-01"), sent_on()).last, language))
