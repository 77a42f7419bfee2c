"""Every page as people get it: axe finds nothing, nothing scrolls sideways, light and dark; titles stay neutral.

One journey on each site; at every page that it passes `look_at` looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import asker, jurist
from tests.browser.conftest import NewPage
from tests.browser.test_question_to_answer import ANSWER, STORY, let_it_leave
from tests.browser.watch import Watch
from tests.sites import Sites
from tests.test_public_pages import PAGES, TELLING

Colours = Literal["light", "dark"]
# The buttons of the mailbox, and what is seen after each.
MAILBOX = {
    "write": "[name=body]",
    "read": ".krh-message--letter",
    "case": "button[value=leave]",
    "burn": "button[value=burn-now]",
}
WIDTHS = (320, 768, 1280)
BOTH = pytest.mark.parametrize("colours", ["light", "dark"])


class Looks:
    """What was wrong with the pages of a journey, all of it at once."""

    def __init__(self, *, telling: bool) -> None:
        self.wrong: list[str] = []
        self.pages = 0
        self._telling = telling

    def at(self, page: Page, name: str) -> None:
        """Look at the page as it stands now."""
        self.pages += 1
        page.emulate_media(reduced_motion="reduce")  # a colour half-way through its transition is no colour of ours
        found: list[dict[str, Any]] = Axe().run(page).response["violations"]
        for one in found:
            nodes = [node["html"][:160] for node in one["nodes"]][:3]
            self.wrong.append(f"{name}: axe {one['id']} ({one['impact']}): {nodes}")
        size = page.viewport_size or {"width": 1280, "height": 720}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 720})
            wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
            if wide[0] > wide[1]:
                self.wrong.append(f"{name}: {wide[0]} px wide at {width}: {page.evaluate(TOO_WIDE)}")
        page.set_viewport_size(size)
        title = page.title()
        if not title.strip() or (self._telling and TELLING.search(title)):
            self.wrong.append(f"{name}: the title is {title!r}")


TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter((node) =>
  node.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map((node) => node.outerHTML.slice(0, 120))"""


@BOTH
def test_the_public_pages(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    looks, page = Looks(telling=True), new_page(color_scheme=colours)
    for language in ("", "/en"):
        for path in PAGES:
            page.goto(stage.public + language + path)
            looks.at(page, f"{language}{path}")
    for who in ("ouder", "werkt", "advocaat", "anders"):
        page.goto(f"{stage.public}/vraag/?wie={who}")
        walk_the_steps(page, looks, who)
    page.goto(f"{stage.public}/bestaat-niet/")
    looks.at(page, "not there")
    assert looks.wrong == []
    assert looks.pages >= 35
    assert watch.strangers == []


def walk_the_steps(page: Page, looks: Looks, who: str) -> None:
    """Every step of the question; the story is the only one that holds one up."""
    for at in range(8):
        looks.at(page, f"question of {who}, step {at}")
        if page.get_by_role("button", name="Verstuur").is_visible():
            return
        story = page.locator("[name=story]")
        if story.is_visible():
            page.get_by_role("button", name=re.compile("Verder|Next")).click()
            looks.at(page, f"question of {who}, nothing written")
            story.fill("Iemand slaat me. Ik ben bang.")
            looks.at(page, f"question of {who}, danger in the story")
        if page.locator("[name=danger][value=ja]").locator("xpath=..").is_visible():
            page.locator("label", has_text="Ja, nu").click()
            looks.at(page, f"question of {who}, danger now")
        page.get_by_role("button", name=re.compile("Verder|Next")).click()
    raise AssertionError("the question has no end")


@BOTH
def test_the_question_and_the_mailbox(
    stage: Sites, new_page: NewPage, watch: Watch, owner_cursor: Callable[..., Any], colours: Colours
) -> None:
    looks, page, desk = Looks(telling=True), new_page(color_scheme=colours), new_page()
    page.goto(f"{stage.public}/vraag/?wie=kind")
    walk_the_steps(page, looks, "kind")
    page.get_by_role("button", name="Verstuur").click()
    words = asker.receipt(page)
    looks.at(page, "receipt")
    page.goto(f"{stage.public}/code/")
    page.get_by_role("textbox").fill("dit is geen goede code hoor")
    page.get_by_role("button", name="Open").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    looks.at(page, "wrong code")
    page.get_by_role("textbox").fill(" ".join(words))
    page.get_by_role("button", name="Open").click()
    expect(page.locator("button[value=read]")).to_be_visible()
    looks.at(page, "are you safe")
    page.locator("button[value=read]").click()
    expect(page.get_by_role("heading", name="Er is nog geen antwoord")).to_be_visible()
    looks.at(page, "no answer yet")
    jurist.route(desk, stage.desk)
    jurist.answer(desk, stage.desk, ANSWER)
    let_it_leave(owner_cursor)
    asker.come_back(page, stage.public, words)
    expect(page.get_by_text(ANSWER)).to_be_visible()
    looks.at(page, "letter")
    for step, shows in MAILBOX.items():
        page.locator(f"button[value={step}]").first.click()
        expect(page.locator(shows)).to_be_visible()
        looks.at(page, f"mailbox, {step}")
    page.locator("button[value=burn-now]").click()
    expect(page.locator("button[value=burn-now]")).to_have_count(0)
    looks.at(page, "erased")
    assert looks.wrong == []
    assert watch.strangers == []


@BOTH
def test_the_desk(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    looks, child, page = Looks(telling=False), new_page(), new_page(color_scheme=colours)
    asker.ask(child, stage.public, STORY)
    page.goto(stage.desk)
    looks.at(page, "sign-in")
    jurist.sign_in(page, stage.desk, "Mo Bakker")
    page.goto(f"{stage.desk}/triage/")
    looks.at(page, "triage")
    page.locator(".krh-queue__item").first.click()
    expect(page.get_by_role("heading", name="Naar welk team?")).to_be_visible()
    looks.at(page, "triage, a question opened")
    page.context.clear_cookies()
    jurist.sign_in(page, stage.desk)
    looks.at(page, "worklist")
    page.locator(".krh-row__link").first.click()
    looks.at(page, "case, nobody's")
    jurist.take(page)
    looks.at(page, "case, mine")
    case = page.url
    page.get_by_label("Antwoord aan de vrager").fill(ANSWER)
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.locator(".krh-message", has_text=ANSWER)).to_be_visible()
    looks.at(page, "case, answered")
    for verb in (
        "titel",
        "taak",
        "wachten",
        "overdragen",
        "afsluiten",
        "doorverwijzen",
        "ik-ken-dit-gezin",
        "naar-team",
    ):
        page.goto(f"{case}{verb}/")
        if page.title() != "Niet gevonden":
            looks.at(page, f"case, {verb}")
    enter_somebody(page, case, looks)
    for place in ("aanmelden/account/", "aanmelden/sessies/", "gegevens/", "bestaat-niet/"):
        page.goto(f"{stage.desk}/{place}")
        looks.at(page, place)
    assert looks.wrong == []
    assert watch.strangers == []


def enter_somebody(page: Page, case: str, looks: Looks) -> None:
    """A person around the child: the form, the warning above its button, the panel, the name."""
    page.goto(f"{case}persoon/")
    looks.at(page, "case, somebody more")
    page.locator("#id_part").select_option("parent")
    page.locator("#id_name").fill("Noor Kanarie")
    page.locator("label", has_text="Tegenover het kind").click()
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.get_by_text("Kijk hier eerst naar.")).to_be_in_viewport()
    looks.at(page, "case, a warning about somebody")
    page.get_by_role("button", name="Ik weet het, zet erbij").click()
    expect(page.locator("#omheen").get_by_text("N.K.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Toon naam").click()
    expect(page.get_by_text("Noor Kanarie")).to_be_visible()
    looks.at(page, "case, a name shown")


def test_the_help_numbers_are_there_without_scrolling(stage: Sites, new_page: NewPage) -> None:
    """At 320 x 568, on the first page and on the one about safety: every number whole, and ours."""
    page = new_page(viewport={"width": 320, "height": 568})
    for language in ("", "/en"):
        page.goto(f"{stage.public}{language}/")
        numbers = page.locator(".krh-help__number")
        lowest = [box["y"] + box["height"] for box in (one.bounding_box() for one in numbers.all()) if box]
        assert len(lowest) == numbers.count() >= 5
        assert max(lowest) <= 568, lowest
        assert {"112", "113"} & set(numbers.all_inner_texts())
        page.goto(f"{stage.public}{language}/veilig/")
        first = page.get_by_text("112").first.bounding_box()
        assert first is not None
        assert first["y"] + first["height"] <= 568, first


def test_the_looks_see_what_is_wrong(new_page: NewPage) -> None:
    """The control."""
    page, looks = new_page(), Looks(telling=True)
    page.set_content(
        "<html lang='nl'><title>Hulp bij misbruik</title><main><h1>x</h1><img src='data:,'>"
        "<p style='width: 400px; color: #ddd; background: #fff'>te licht en te breed</p></main></html>"
    )
    looks.at(page, "bad")
    text = "\n".join(looks.wrong)
    assert "axe image-alt" in text
    assert "axe color-contrast" in text
    assert "px wide at 320" in text
    assert "the title is" in text
