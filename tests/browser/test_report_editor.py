"""Writing in the report editor, alone, in a real browser under the desk's policy: what is typed arrives, as typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.report_desk import Desk, said, serving, words
from tests.browser.watch import NOTHING, Watch, kept_by

FIRST = "D. is acht jaar en kan goed vertellen waar hij wil wonen."
KEPT = re.compile("Versleuteld bewaard")


@pytest.fixture
def desk() -> Iterator[Desk]:
    """One chapter with one sentence."""
    with serving(Desk(words(FIRST))) as made:
        yield made


def opened(new_page: NewPage, desk: Desk, **options: object) -> Page:
    """The page with the text in it, and the cursor at its end."""
    page = new_page(**options)
    page.goto(desk.address)
    at_end(page)
    return page


def at_end(page: Page) -> None:
    sheet = page.get_by_role("textbox", name="Tekst van 7. Toepassing op dit kind")
    expect(sheet).to_be_visible()
    sheet.focus()
    page.keyboard.press("Control+End")


def kept(page: Page) -> None:
    expect(page.get_by_text(KEPT)).to_be_visible()


def until(page: Page, what: Callable[[], bool]) -> None:
    """Wait for the server, as one waits for a page."""
    for _ in range(200):
        if what():
            return
        page.wait_for_timeout(25)
    raise AssertionError("it did not come")


def test_what_is_typed_arrives_and_nothing_stays_in_the_browser(new_page: NewPage, desk: Desk, watch: Watch) -> None:
    page = opened(new_page, desk)
    page.keyboard.type(" Hij wil naar huis.")
    kept(page)
    assert desk.text == FIRST + " Hij wil naar huis."
    assert set(desk.modes) == {"write"}
    assert kept_by(page) == NOTHING
    assert watch.complaints == []
    assert watch.strangers == []


def test_a_page_closed_in_mid_sentence_has_the_sentence(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.keyboard.type(" Hij wil weten wanneer hij naar")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("about:blank")  # within the pause of the keys: what is not kept goes along with the page
    again = opened(new_page, desk)
    expect(again.get_by_role("textbox")).to_contain_text("Hij wil weten wanneer hij naar")


def test_who_types_without_a_pause_is_kept_too(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.clock.install()
    for _ in range(8):  # never longer than a second between two words
        page.keyboard.type(" en")
        page.clock.run_for(1000)
    until(page, lambda: desk.version > 1)
    assert desk.text.startswith(FIRST + " en en en")


def test_leaving_warns_only_while_something_is_not_kept(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    asked: list[str] = []

    def goes(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", goes)
    page.keyboard.type(" Wel.")
    kept(page)
    page.reload()
    at_end(page)
    assert asked == []
    desk.down = True
    page.keyboard.type(" Niet.")
    expect(page.get_by_text("Niet bewaard, probeert opnieuw")).to_be_visible()
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_ten_minutes_without_a_line_lose_nothing(new_page: NewPage, desk: Desk, watch: Watch) -> None:
    page = opened(new_page, desk)
    page.clock.install()
    page.context.set_offline(True)
    page.keyboard.type(" Dit typte ik")
    page.clock.run_for(3000)
    expect(page.get_by_text("Geen verbinding. Je tekst staat hier")).to_be_visible()
    page.keyboard.type(" zonder lijn.")
    page.clock.fast_forward(600_000)
    assert desk.text == FIRST
    assert kept_by(page) == NOTHING
    page.context.set_offline(False)
    page.clock.run_for(2000)
    until(page, lambda: desk.version > 1)
    page.clock.run_for(2000)
    until(page, lambda: desk.text == FIRST + " Dit typte ik zonder lijn.")
    kept(page)
    assert desk.kept == []
    assert [line for line in watch.complaints if "ERR_INTERNET_DISCONNECTED" not in line] == []


def test_an_answer_that_got_lost_is_not_somebody_elses_text(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    desk.answers_lost = 1
    page.keyboard.type(" Eén.")
    expect(page.get_by_text("Niet bewaard, probeert opnieuw")).to_be_visible()
    page.keyboard.type(" Twee.")
    kept(page)
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert desk.text == FIRST + " Eén. Twee."
    assert desk.kept == []
    assert desk.version == 3


def test_two_who_write_at_once_see_both_texts_and_choose(new_page: NewPage, desk: Desk) -> None:
    desk.doc = words(FIRST, "De school is blij met hem.", "Slot.")
    page = opened(new_page, desk)
    desk.somebody_saves(words(FIRST + " Mo schreef dit.", "De school is blij met hem.", "Slot van Mo."))
    page.keyboard.type(" Iris schreef dit.")
    dialog = page.get_by_role("dialog", name="Twee teksten")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_text("Mo Bakker bewaarde dit hoofdstuk terwijl jij schreef.")).to_be_visible()
    assert said(desk.kept[0]["doc"]).endswith("Slot. Iris schreef dit.")
    pieces = dialog.get_by_role("group")
    expect(pieces).to_have_count(2)
    # Where only Mo wrote hers stands; where both wrote, both stay until somebody chooses.
    expect(pieces.nth(0).get_by_role("radio", name="Tekst van Mo Bakker")).to_be_checked()
    expect(pieces.nth(1).get_by_role("radio", name="Allebei")).to_be_checked()
    dialog.get_by_role("button", name="Bewaar zo").click()
    kept(page)
    assert desk.text.split("\n") == [
        FIRST + " Mo schreef dit.",
        "De school is blij met hem.",
        "Slot van Mo.",
        "Slot. Iris schreef dit.",
    ]


def test_one_is_offline_for_ten_minutes_while_the_other_writes(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.clock.install()
    page.context.set_offline(True)
    page.keyboard.type(" Iris zonder lijn.")
    page.clock.run_for(3000)
    expect(page.get_by_text("Geen verbinding.")).to_be_visible()
    desk.somebody_saves(words(FIRST + " Mo met lijn."))
    page.clock.fast_forward(600_000)
    page.context.set_offline(False)
    page.clock.run_for(2000)
    dialog = page.get_by_role("dialog", name="Twee teksten")
    expect(dialog).to_be_visible()
    assert desk.text == FIRST + " Mo met lijn."  # nothing was overwritten
    assert said(desk.kept[0]["doc"]) == FIRST + " Iris zonder lijn."  # and nothing is lost
    dialog.get_by_role("button", name="Bewaar zo").click()
    until(page, lambda: desk.text.split("\n") == [FIRST + " Mo met lijn.", FIRST + " Iris zonder lijn."])


def test_a_conflict_can_wait_and_mine_can_stay(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    desk.somebody_saves(words("Heel anders."))
    page.keyboard.type(" Meer.")
    dialog = page.get_by_role("dialog", name="Twee teksten")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    at_end(page)
    page.keyboard.type(" Nog meer.")
    page.get_by_role("button", name="Vergelijk").click()
    dialog.get_by_role("button", name="Overal mijn tekst").click()
    dialog.get_by_role("button", name="Bewaar zo").click()
    kept(page)
    assert desk.text == FIRST + " Meer. Nog meer."


def test_who_comes_to_a_chapter_that_is_held_can_read_it(new_page: NewPage, desk: Desk) -> None:
    desk.held_by = {"name": "Mo Bakker", "mine": False, "since": ""}
    page = opened(new_page, desk)
    expect(page.get_by_text("Mo Bakker schrijft nu in dit hoofdstuk. Je kunt lezen.")).to_be_visible()
    page.keyboard.type("Niets")
    expect(page.get_by_role("textbox")).to_have_text(re.compile("^" + re.escape(FIRST)))
    desk.held_by = None
    page.get_by_role("button", name="Neem het hoofdstuk over").click()
    kept(page)
    at_end(page)
    page.keyboard.type(" Nu wel.")
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    kept(page)
    assert desk.text == FIRST + " Nu wel."


def test_words_typed_while_another_took_the_chapter_are_kept_apart(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    desk.held_by = {"name": "Mo Bakker", "mine": False, "since": ""}
    page.keyboard.type(" Te laat.")
    expect(page.get_by_text("Wat jij schreef, is apart bewaard en staat hier nog.")).to_be_visible()
    assert said(desk.kept[0]["doc"]) == FIRST + " Te laat."
    expect(page.get_by_role("textbox")).to_contain_text("Te laat.")
    desk.held_by = None
    page.get_by_role("button", name="Neem het hoofdstuk over").click()
    kept(page)
    assert desk.text == FIRST + " Te laat."


def test_signing_in_again_happens_over_the_page(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    desk.signed_in = False
    page.keyboard.type(" Ik schreef door.")
    dialog = page.get_by_role("dialog", name="Je bent afgemeld")
    expect(dialog).to_be_visible()
    desk.signed_in = True
    page.get_by_role("button", name="Ik ben aangemeld").click()
    expect(dialog).to_be_hidden()
    kept(page)
    assert desk.text == FIRST + " Ik schreef door."
    assert kept_by(page) == NOTHING


def test_a_frozen_chapter_is_read_only(new_page: NewPage, desk: Desk) -> None:
    desk.frozen = True
    page = opened(new_page, desk)
    expect(page.get_by_text("Bevroren. Deze tekst verandert niet meer.")).to_be_visible()
    page.keyboard.type("Niets")
    expect(page.get_by_role("textbox")).to_have_attribute("aria-readonly", "true")
    expect(page.get_by_role("textbox")).to_have_text(re.compile("^" + re.escape(FIRST)))
    assert desk.saves == {}
