"""A passkey in a real browser, with a virtual authenticator: make it, sign in and step up with it, under our policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from playwright.sync_api import Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from devtools.browser import find_browser
from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.invitations import invite
from helpdesk.teams.actions.teams import load_teams
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import PASSWORD, joined

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@contextmanager
def browser_page(complaints: list[str]) -> Iterator[Page]:
    """A page with a passkey device in it that says yes; complaints of the browser (CSP, scripts) are collected."""
    found = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.executable, args=list(found.arguments), env=dict(found.environment)
        )
        page = browser.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        yield page
        browser.close()


def test_from_invitation_to_one_touch(live_server: LiveServer) -> None:
    cache.clear()
    load_teams()
    token = invite(actor=Actor.worker("test"), by=None, email="bas@werk.example", role=Role.ADMIN)
    complaints: list[str] = []
    with browser_page(complaints) as page:
        page.goto(f"{live_server.url}/aanmelden/uitnodiging/{token}/")
        page.get_by_label("Voor- en achternaam").fill("Bas Smit")
        page.get_by_label("Voornaam", exact=True).fill("Bas")
        page.get_by_role("button", name="Ga verder").click()
        expect(page.get_by_role("heading", name="Maak een passkey")).to_be_visible()
        page.get_by_role("button", name="Maak de passkey").click()
        expect(page.get_by_role("heading", name="Je herstelcodes")).to_be_visible()
        assert page.locator(".krh-codes li").count() == 10
        page.get_by_role("link", name="Ik heb ze bewaard").click()
        expect(page.get_by_role("heading", name="Medewerkers")).to_be_visible()
        page.goto(f"{live_server.url}/aanmelden/uit/")
        page.get_by_role("button", name="Meld af").click()
        expect(page.get_by_role("heading", name="Meld je aan")).to_be_visible()
        page.get_by_role("button", name="Met je passkey").click()
        expect(page.get_by_role("heading", name="Medewerkers")).to_be_visible()
        page.goto(f"{live_server.url}/aanmelden/medewerkers/uitnodigen/")
        expect(page.get_by_role("heading", name="Bevestig dat jij het bent")).to_be_visible()
        page.get_by_role("button", name="Met je passkey").click()
        expect(page.get_by_role("heading", name="Nodig een collega uit")).to_be_visible()
    assert complaints == []
    held = Authenticator.objects.get(type="webauthn")
    assert held.user.email == "bas@werk.example"
    assert not Member.objects.get().has_usable_password()
    assert held.last_used_at is not None


def test_a_passkey_is_the_second_lock_beside_a_password(live_server: LiveServer) -> None:
    cache.clear()
    joined("Iris de Wit", Role.JURIST, ["jeugdhulp"], PASSWORD)
    complaints: list[str] = []
    with browser_page(complaints) as page:

        def sign_in() -> None:
            page.goto(f"{live_server.url}/aanmelden/")
            page.get_by_label("E-mailadres van je werk").fill("iris.de.wit@werk.example")
            page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
            page.get_by_role("button", name="Met je wachtwoord").click()

        sign_in()
        page.get_by_role("link", name="Maak een passkey").click()
        page.get_by_role("button", name="Maak de passkey").click()
        page.get_by_role("link", name="Ik heb ze bewaard").click()
        page.goto(f"{live_server.url}/aanmelden/uit/")
        page.get_by_role("button", name="Meld af").click()
        sign_in()
        expect(page.get_by_role("heading", name="Nu je tweede slot")).to_be_visible()
        page.get_by_role("button", name="Met je passkey").click()
        expect(page.get_by_role("heading", name="Nu je tweede slot")).to_be_hidden()
        page.goto(f"{live_server.url}/aanmelden/account/")
        expect(page.get_by_role("heading", name="Iris de Wit")).to_be_visible()
    assert complaints == []


def test_a_device_without_our_key_says_so_in_words(live_server: LiveServer) -> None:
    complaints: list[str] = []
    with browser_page(complaints) as page:
        page.goto(f"{live_server.url}/aanmelden/")
        page.get_by_role("button", name="Met je passkey").click()
        expect(page.get_by_text("Dat lukte niet. Probeer het nog eens")).to_be_visible()
    assert complaints == []
