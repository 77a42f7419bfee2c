"""Somebody asks for a closed case; the lead's page that is open anywhere says so within one poll."""

from __future__ import annotations

from playwright.sync_api import expect

from helpdesk.desk.tests.test_glass_limits import asks
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.test_texts import shots
from tests.sites import Sites


def test_an_open_page_tells_the_lead_within_a_minute(stage: Sites, new_page: NewPage) -> None:
    case, page = cast.taken(), new_page()
    page.clock.install()
    sign_in(page, stage.desk, "Sanne Oud")
    bar = page.locator(".krh-glass")
    expect(bar).to_have_count(0)
    asks("farah", case.code)
    expect(bar).to_have_count(0)
    page.clock.fast_forward("00:31")
    expect(bar).to_contain_text("1 collega vraagt toegang tot een zaak en wacht op jou.")
    looks = Looks(telling=False)
    looks.at(page, "the bar")
    shots(page, "glass-bar")
    page.emulate_media(color_scheme="dark")
    looks.at(page, "the bar, dark")
    shots(page, "glass-bar-dark")
    bar.get_by_role("link", name="Beslis").click()
    expect(page.get_by_role("heading", name="Toegang vragen")).to_be_visible()
    assert looks.wrong == []
