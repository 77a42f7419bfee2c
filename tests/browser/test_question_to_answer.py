"""The main job, for real: a child asks and gets a code, a jurist answers, the child reads it. With script, without, and
with the keyboard alone. Nothing complains, nothing goes to another machine, nothing is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, NamedTuple

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.browser import asker, jurist
from tests.browser.conftest import NewPage
from tests.browser.watch import NOTHING, Watch, Weight, kept_by
from tests.sites import Sites

OwnerCursor = Callable[[str], AbstractContextManager[psycopg.Cursor]]
STORY = "Ik woon sinds de zomer in een pleeggezin. Mag ik zelf zeggen bij wie ik wil wonen?"
ANSWER = "Ja. Vanaf twaalf jaar moet de rechter naar je luisteren."


class Way(NamedTuple):
    """One way to use the sites."""

    ask: Callable[[Page, str, str], list[str]]
    answer: Callable[[Page, str, str], None]
    come_back: Callable[[Page, str, list[str]], None]
    options: dict[str, Any]


WAYS = {
    "with script": Way(asker.ask, jurist.answer, asker.come_back, {}),
    "without script": Way(
        asker.ask_without_script, jurist.answer, asker.come_back_without_script, {"java_script_enabled": False}
    ),
    "by keyboard": Way(asker.ask_by_keyboard, jurist.answer_by_keyboard, asker.come_back_by_keyboard, {}),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_child_asks_and_reads_the_answer(
    stage: Sites, new_page: NewPage, watch: Watch, owner_cursor: OwnerCursor, way: Way
) -> None:
    child, desk = new_page(**way.options), new_page(**way.options)
    words = way.ask(child, stage.public, STORY)
    assert child.context.cookies() == []
    assert watch.cookies == [], "a cookie before the receipt"
    child.goto("about:blank")
    way.answer(desk, stage.desk, ANSWER)

    way.come_back(child, stage.public, words)
    expect(child.get_by_role("heading", name="Er is nog geen antwoord")).to_be_visible()
    let_it_leave(owner_cursor)
    way.come_back(child, stage.public, words)
    expect(child.get_by_text(ANSWER)).to_be_visible()
    expect(child.get_by_text("Iris")).not_to_have_count(0)
    assert STORY not in child.content(), "whoever finds the code would read her question"

    for page in (child, desk):
        assert kept_by(page) == NOTHING
    assert [cookie["name"] for cookie in child.context.cookies()] == ["visit"]
    assert watch.strangers == []
    assert watch.complaints == []


def let_it_leave(owner_cursor: OwnerCursor) -> None:
    """The minute in which an answer can be taken back goes by."""
    with owner_cursor("default") as cursor:
        for table in ("cases_letter", "cases_message"):
            cursor.execute(f"UPDATE {table} SET visible_at = visible_at - interval '2 minutes'")


def test_from_the_landing_to_the_receipt_it_weighs_little(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    """At most 12 requests and 60 kB with an empty cache, everything that the line carried counted."""
    page = new_page()
    weight = Weight(page)
    asker.ask(page, stage.public, STORY)
    print(f"{weight.count} requests, {weight.bytes} bytes: {weight.urls} {weight.sizes}")
    assert 0 < weight.count <= 12
    assert 10_000 < weight.bytes <= 60 * 1024
    assert kept_by(page) == NOTHING


def test_a_server_in_trouble_leaves_the_text_where_it_is(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    """The last step fails twice (no answer, then 503); nothing typed is lost and the third press is good."""
    page, fails = new_page(), ["abort", "503"]

    def in_trouble(route: Any) -> None:
        if route.request.method != "POST" or not fails:
            route.fallback()
        elif fails.pop(0) == "abort":
            route.abort("connectionrefused")
        else:
            route.fulfill(status=503, body="<main>later</main>")

    page.route("**/vraag/*", in_trouble)
    page.route("**/vraag/", in_trouble)
    page.goto(f"{stage.public}/vraag/?wie=kind")
    page.get_by_role("button", name="Sla over").click()
    page.get_by_role("textbox", name="Vertel het in je eigen woorden").fill(STORY)
    for _ in range(3):
        page.get_by_role("button", name="Verder").click()
    send = page.get_by_role("button", name="Verstuur")
    for left in (1, 0):
        send.click()
        expect(page.get_by_text("Je tekst staat er nog")).to_be_visible()
        assert len(fails) == left
        assert page.locator("[name=story]").input_value() == STORY
    send.click()
    asker.receipt(page)
    assert watch.strangers == []
