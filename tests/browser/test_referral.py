"""Referrals in a real browser: one that the receiving body accepts through its link, one to which she did not come."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from helpdesk.cases.models import Referral
from helpdesk.cases.tests.referring import GOES, agreed, halves, leave
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.referring import Eyes, accepted, missed, opened_link, planned_by_hand, planned_for_herself
from tests.browser.test_pages import BOTH, Colours
from tests.browser.watch import Watch
from tests.sites import Sites

WORDS = "Bo belt haar dinsdag, zegt Zandloper."


@BOTH
def test_accepted_through_the_link(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    case, eyes = cast.taken(asker="kind"), Eyes(colours)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    planned_by_hand(page, eyes)
    with cast.opened("iris", case):
        referral = Referral.objects.get(case=case)
    card = page.locator(f"#verwijzing-{referral.pk}")
    expect(card).to_contain_text("Er is geen toestemming")
    eyes.at(page, "case planned")
    card.get_by_role("link", name="Stuur").click()
    page.get_by_role("button", name="Stuur de link").click()
    expect(page.locator(".krh-errors")).to_contain_text("Er is geen toestemming")
    eyes.at(page, "refused without consent")
    agreed(case, referral)
    page.goto(f"{stage.desk}/zaak/{case.code}/verwijzing/{referral.pk}/doorgeven/")
    eyes.at(page, "about to send")
    page.get_by_role("button", name="Stuur de link").click()
    expect(card).to_contain_text("Doorgegeven")
    leave(case)
    token, code = halves(case)

    outside = new_page(color_scheme=colours, java_script_enabled=False)
    opened_link(outside, stage.public, token, code)
    expect(outside.get_by_text(GOES)).to_be_visible()
    outside.locator("label", has_text="We kunnen dit niet aannemen").click()
    outside.get_by_role("button", name="Stuur het antwoord").click()
    expect(outside.locator(".krh-errors")).to_be_visible()
    looked_at(stage, new_page, eyes, token, code)
    accepted(outside, WORDS)

    again = new_page(color_scheme=colours)
    opened_link(again, stage.public, token, code)
    expect(again.get_by_text("U heeft al geantwoord")).to_be_visible()
    eyes.at(again, "receiver answered before")

    page.goto(stage.desk)
    expect(page.get_by_text("Antwoord van Jeugdstem")).to_be_visible()
    eyes.at(page, "worklist")
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    expect(card).to_contain_text("Nieuw antwoord")
    expect(card).to_contain_text(WORDS)
    eyes.at(page, "case answered")
    card.get_by_role("button", name="Gezien").click()
    expect(card).not_to_contain_text("Nieuw antwoord")
    assert eyes.wrong == []
    assert eyes.pages >= 9
    assert watch.strangers == []


def looked_at(stage: Sites, new_page: NewPage, eyes: Eyes, token: str, code: str) -> None:
    """The same page with script, for the eyes: they bring some of their own."""
    page = new_page(color_scheme=eyes.colours)
    opened_link(page, stage.public, token, code)
    expect(page.get_by_text(GOES)).to_be_visible()
    eyes.at(page, "receiver")
    page.locator("label", has_text="We kunnen dit niet aannemen").click()
    page.get_by_role("button", name="Stuur het antwoord").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "receiver with errors")


@pytest.mark.parametrize("colours", ["light"])
def test_she_did_not_come(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    case, eyes = cast.taken(asker="kind"), Eyes(colours)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/verwijzing/")
    planned_for_herself(page)
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(re.compile("0800-0432"))
    page.get_by_role("link", name="Hoe staat het?").click()
    missed(page, eyes)
    page.goto(f"{stage.desk}/zaak/{case.code}/doorverwijzen/")
    expect(page.get_by_label("Welke verwijzing was de laatste?")).to_be_visible()
    assert eyes.wrong == []
    assert watch.strangers == []
