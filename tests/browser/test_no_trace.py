"""P1: with script, after a quick exit, nothing of what was typed lies on the device, and Back shows nothing of ours.

First the control: an ordinary form leaves the word in at least three files, so the search does see.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, Route, expect

from devtools.browser import find_browser
from tests.browser.profile import files_with, history, lasting_browser, plain_site
from tests.sites import Sites
from tests.test_public_pages import TELLING

WORD = "zeepaardkanarie"
EXIT = "https://www.knmi.nl/"
WEATHER = "<title>Het weer</title>zon"


@pytest.fixture(scope="module", autouse=True)
def whole_browser() -> None:
    """A browser that keeps no history cannot show that we leave none."""
    if not find_browser().whole:
        pytest.skip("only the shell of a browser here: install Chromium to see what stays behind")


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    with plain_site() as address:
        yield address


def test_the_search_sees_what_an_ordinary_form_leaves(playwright: Playwright, elsewhere: str, tmp_path: Path) -> None:
    with lasting_browser(playwright, tmp_path / "profile") as context:
        page = context.pages[0]
        page.goto(elsewhere)
        page.get_by_label("Wat").press_sequentially(WORD)
        page.get_by_role("button").click()
        page.wait_for_url(f"**{WORD}")
        page.goto(f"{elsewhere}verder")
        time.sleep(3)
    found = files_with(tmp_path / "profile", WORD)
    print(f"an ordinary form: {found}")
    assert len(found) >= 3


def by_button(page: Page) -> None:
    page.get_by_role("link", name="Snel weg").click(no_wait_after=True)


def by_keys(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def type_a_story(page: Page, site: str) -> None:
    """Five steps, the word in whatever takes letters; the last one is half typed."""
    page.goto(site)
    page.get_by_role("link", name="Ik ben een kind of jongere").click()
    page.get_by_text("Ik woon niet thuis").click()
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("textbox", name="Vertel het in je eigen woorden").press_sequentially(f"Mijn {WORD} is weg.")
    for _ in range(3):
        page.get_by_role("button", name="Verder").click()
    page.locator("[name=safe_contact]").press_sequentially(WORD)
    page.locator("[name=code_word]").press_sequentially(f"{WORD} half")


def send_and_come_back(page: Page, site: str) -> None:
    """Further: the receipt was seen, the mailbox opened, and a reply is half typed."""
    type_a_story(page, site)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Dit is jouw code")).to_be_visible()
    words = page.locator(".krh-receipt__word").all_inner_texts()
    page.get_by_role("link", name="Ik heb mijn code").click()
    page.get_by_role("link", name="Verder met je code").click()
    page.get_by_role("textbox").press_sequentially(" ".join(words))
    page.get_by_role("button", name="Open").click()
    page.locator("button[value=read]").click()
    page.get_by_role("button", name="Schrijf ons").click()
    page.locator("[name=body]").press_sequentially(f"En toen kwam {WORD}")


@pytest.mark.parametrize("leave", [by_button, by_keys])
@pytest.mark.parametrize("come_in", [type_a_story, send_and_come_back])
def test_after_the_exit_there_is_nothing(
    stage: Sites,
    playwright: Playwright,
    elsewhere: str,
    tmp_path: Path,
    come_in: Callable[[Page, str], None],
    leave: Callable[[Page], None],
) -> None:
    home = tmp_path / "profile"
    with lasting_browser(playwright, home) as context:
        answer_for_the_weather(context)
        page = context.pages[0]
        page.goto(elsewhere)
        come_in(page, stage.public)
        time.sleep(3)  # whatever a browser writes down by and by, it has by now
        leave(page)
        page.wait_for_url(EXIT)
        closed_behind_her(context, stage.public)
        for _ in range(2):
            page.go_back()
            assert not page.url.startswith(stage.public), "Back leads to us"
            assert WORD not in page.content()
        time.sleep(1)
    assert files_with(home, WORD) == []
    remembered = history(home, stage.public)
    print(f"history: {remembered}")
    assert len(remembered) <= 1
    assert not [title for _, title in remembered if TELLING.search(title)]
    assert not [url for url, _ in remembered if TELLING.search(url.removeprefix(stage.public))]


def closed_behind_her(context: BrowserContext, site: str) -> None:
    """The page left at once; a moment later the visit to the mailbox is over too."""
    for _ in range(30):
        if not context.cookies(site):
            return
        time.sleep(0.1)
    raise AssertionError("the mailbox stayed open on this device")


def answer_for_the_weather(context: BrowserContext) -> None:
    """The exit leads to another site; here that site answers without leaving this machine."""
    context.route(f"{EXIT}**", lambda route: route.fulfill(content_type="text/html", body=WEATHER))


def test_the_exit_is_quick(stage: Sites, playwright: Playwright, tmp_path: Path) -> None:
    """P2, on a processor four times slower: the page goes blank within the press itself and waits for nothing.

    The milliseconds are printed; how busy the machine is, is not the exit's doing.
    """
    with lasting_browser(playwright, tmp_path / "profile") as context:
        asked: list[Route] = []
        # The weather answers once we have heard: a page that is gone says nothing.
        context.route(f"{EXIT}**", lambda route: asked.append(route))
        page = context.pages[0]
        for leave in (by_button, by_keys):
            type_a_story(page, stage.public)
            devtools = context.new_cdp_session(page)
            devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            page.evaluate(MEASURE)
            with page.expect_console_message(lambda said: said.text.startswith("blank ")) as said:
                leave(page)
            with page.expect_navigation(url=f"{EXIT}**"):
                while not asked:
                    page.wait_for_timeout(20)
                asked.pop().fulfill(content_type="text/html", body=WEATHER)
            _, took, when = said.value.text.split()
            print(f"{leave.__name__}: blank after {float(took):.1f} ms, {when}")
            assert when == "at-once"
            devtools.detach()


# From the last press to the blank page; "at-once" is within the very task of the press, before any timer could fire.
MEASURE = """() => {
  let pressed = 0, later = false;
  ['keyup', 'click'].forEach((name) => addEventListener(name, () => {
    pressed = performance.now();
    later = false;
    setTimeout(() => { later = true; });
  }, true));
  new MutationObserver(() => {
    if (document.querySelector('.krh-blank'))
      console.log('blank', performance.now() - pressed, later ? 'later' : 'at-once');
  }).observe(document.body, { childList: true });
}"""
