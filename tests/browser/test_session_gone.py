"""A session ends while somebody writes: the words stay in the page, one signs in again over it, and goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.sessions import end_sessions
from helpdesk.teams.models import Ended
from tests import cast
from tests.browser import jurist
from tests.browser.conftest import NewPage
from tests.browser.watch import NOTHING, Watch, kept_by
from tests.sites import Sites

STALE = {"401", "403"}  # said by the browser for each answer that sends somebody to the sign-in
BEGUN, REST = "Ja, dat mag je vragen.", " Een rechter luistert naar je vanaf twaalf jaar."


def sends(page: Page) -> None:
    page.get_by_role("button", name="Verstuur", exact=True).click()


def types_on(page: Page) -> None:
    """Drafts are kept by themselves; that is when it shows."""
    page.keyboard.type("!")
    page.keyboard.press("Backspace")


@pytest.mark.parametrize("notice", [types_on, sends])
def test_the_text_is_still_there(stage: Sites, new_page: NewPage, watch: Watch, notice: Callable[[Page], None]) -> None:
    case = cast.taken()
    page = new_page()
    jurist.sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    box = page.get_by_label("Antwoord aan de vrager")
    box.click()
    page.keyboard.type(BEGUN)
    expect(page.get_by_text("Concept bewaard")).to_be_visible(timeout=4000)
    end_sessions(actor=Actor.worker("test"), member=cast.member("iris"), because=Ended.BY_ADMIN)
    page.keyboard.type(REST)
    notice(page)
    dialog = page.get_by_role("dialog", name="Je bent afgemeld")
    expect(dialog).to_be_visible()
    assert box.input_value() == BEGUN + REST
    page.get_by_role("button", name="Ik ben aangemeld").click()
    expect(page.get_by_text("Je bent nog niet aangemeld.")).to_be_visible()

    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Meld je aan").click()
    opened.value.get_by_role("button", name="Iris de Wit").click()
    expect(opened.value.locator("header.krh-desk-head")).to_be_visible()
    opened.value.close()
    page.get_by_role("button", name="Ik ben aangemeld").click()
    expect(dialog).to_be_hidden()
    assert box.input_value() == BEGUN + REST
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.locator(".krh-message", has_text=BEGUN + REST)).to_be_visible()
    assert kept_by(page) == NOTHING
    assert [line for line in watch.complaints if not STALE & set(line.split())] == []


def test_a_draft_waits_for_who_comes_back(stage: Sites, new_page: NewPage) -> None:
    """The page itself is gone too: what was kept every other second is there, sealed in the case, for her alone."""
    case = cast.taken()
    page = new_page()
    jurist.sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    page.get_by_label("Antwoord aan de vrager").press_sequentially(BEGUN)
    expect(page.get_by_text("Concept bewaard")).to_be_visible(timeout=4000)
    page.context.close()
    again, sanne = new_page(), new_page()
    jurist.sign_in(again, stage.desk)
    again.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(again.get_by_label("Antwoord aan de vrager")).to_have_value(BEGUN)
    jurist.sign_in(sanne, stage.desk, "Sanne Oud")
    sanne.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(sanne.get_by_label("Antwoord aan de vrager")).to_have_value("")


def test_offline_nothing_is_lost(stage: Sites, new_page: NewPage) -> None:
    case = cast.taken()
    page = new_page()
    jurist.sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    box = page.get_by_label("Antwoord aan de vrager")
    page.context.set_offline(True)
    box.press_sequentially(BEGUN)
    expect(page.get_by_text("Nog niet bewaard")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Concept bewaard")).to_be_visible(timeout=10_000)
    assert box.input_value() == BEGUN
