"""The lawyer's place in a real browser: a jurist invites and shares, the lawyer collects without script and answers."""

from __future__ import annotations

import re
from base64 import b32decode
from uuid import UUID

from playwright.sync_api import Page, expect

from helpdesk.counsel.models import Seat
from helpdesk.counsel.tests.scene import PURPOSE, Scene, given
from helpdesk.lib import clock, totp
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.referring import Eyes
from tests.browser.test_pages import BOTH, Colours
from tests.browser.watch import Watch
from tests.sites import Sites


@BOTH
def test_from_invitation_to_answer(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    scene, eyes = Scene.of(cast.taken()), Eyes(colours)
    given(scene.case)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    at = f"{stage.desk}/zaak/{scene.case.code}/"
    page.goto(at)
    page.locator("#advocaat").get_by_role("link", name="Nodig uit").click()
    expect(page.get_by_role("heading", name="Nodig de advocaat uit")).to_be_visible()
    page.get_by_role("button", name="Nodig uit").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "invite with errors")
    page.get_by_label("Nummer als advocaat").fill("A12345")
    page.locator("label", has_text="Ik heb het nummer zelf opgezocht").click()
    page.get_by_label("Waarvoor?").fill(PURPOSE)
    page.get_by_role("button", name="Nodig uit").click()
    expect(page.get_by_role("heading", name="Advocaat M.B.")).to_be_visible()
    eyes.at(page, "invited")
    with cast.opened("iris", scene.case):
        scene.seat = UUID(str(Seat.objects.get(case=scene.case).pk))
    page.get_by_role("link", name="Leg een stuk klaar").click()
    page.get_by_role("button", name="Leg klaar").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "share with errors")
    page.locator("label.krh-check__label").first.click()
    page.get_by_role("button", name="Leg klaar").click()
    expect(page.get_by_text("Nog niet opgehaald")).to_be_visible()

    hers = new_page(color_scheme=colours, java_script_enabled=False)
    page_of_hers = f"{stage.public}/ophalen/{scene.halves()[0]}/"
    collected(hers, page_of_hers, scene.halves()[1])

    page.goto(stage.desk)
    expect(page.locator(".krh-row", has_text="Advocaat antwoordde")).to_be_visible()
    eyes.at(page, "worklist with an answer")
    page.goto(f"{at}advocaat/{scene.seat}/")
    expect(page.get_by_text(re.compile("^ ?Opgehaald"))).to_be_visible()
    expect(page.get_by_text("De advocaat antwoordde.")).to_be_visible()
    eyes.at(page, "she answered")
    page.get_by_role("button", name="Gezien").press("Enter")
    expect(page.get_by_text("Het staat niet meer op de werklijst.")).to_be_visible()
    expect(page.get_by_text("Gebruikt: ja.")).to_be_visible()
    eyes.at(page, "what she fetched")
    page.goto(at)
    expect(page.locator("#advocaat")).to_contain_text("Advocaat M.B.")
    eyes.at(page, "case with a lawyer")
    page.goto(f"{at}advocaat/{scene.seat}/antwoord/")
    expect(page.get_by_role("heading", name="Wat kwam ervan?")).to_be_visible()
    eyes.at(page, "write down her answer")
    page.goto(f"{at}advocaat/{scene.seat}/intrekken/")
    eyes.at(page, "about to revoke")
    page.get_by_label("Waarom trek je de toegang in?").fill("Zij staat het kind niet meer bij.")
    page.get_by_role("button", name="Trek in").click()
    expect(page.get_by_text("De toegang is ingetrokken.")).to_be_visible()
    eyes.at(page, "revoked")
    hers.get_by_role("button", name="Kijk of er iets nieuws is").click()
    expect(hers.locator(".krh-errors")).to_contain_text("U kunt hier niet meer verder.")
    assert eyes.wrong == []
    assert eyes.pages >= 8
    assert watch.strangers == []


def collected(page: Page, url: str, code: str) -> None:
    """Without script: code, app, one file, where it was filed, the answer."""
    secret = first_time(page, url, code)
    page.get_by_label("De zes cijfers in uw app").fill(totp.figures(secret, totp.step_at(clock.now())))
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", name="Stukken voor u")).to_be_visible()
    with page.expect_download() as found:
        page.get_by_role("button", name="Haal op").click()
    assert found.value.suggested_filename
    page.get_by_role("button", name="Kijk of er iets nieuws is").click()
    expect(page.get_by_text("U haalde dit op:")).to_be_visible()
    page.get_by_label("Bij welke rechter of instantie?").fill("Rechtbank Den Haag")
    page.get_by_role("button", name="Stuur", exact=True).click()
    expect(page.get_by_text("We weten nu waar het ligt.")).to_be_visible()
    page.locator("#id_used_0 + label").click()
    page.get_by_role("button", name="Stuur het antwoord").click()
    expect(page.get_by_text("Uw antwoord is bij ons.")).to_be_visible()


def first_time(page: Page, url: str, code: str) -> bytes:
    """Link and code; the secret as somebody types it who has no camera."""
    page.goto(url)
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", name="Koppel eerst een app")).to_be_visible()
    page.get_by_text("Lukt het niet met de camera?").click()
    letters = page.locator("details b").inner_text()
    return b32decode(letters.replace(" ", ""))


@BOTH
def test_her_pages(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    """With script, for the eyes: they bring some of their own."""
    scene, eyes = Scene.of(cast.taken()).invite(), Eyes(colours)
    scene.share()
    token, code = scene.halves()
    page = new_page(color_scheme=colours)
    page.goto(f"{stage.public}/ophalen/{token}/")
    expect(page.get_by_role("textbox")).to_be_visible()
    eyes.at(page, "her code")
    page.get_by_role("textbox").fill("appel appel appel appel appel appel")
    page.get_by_role("button", name="Open").press("Enter")
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "wrong words")
    secret = first_time(page, f"{stage.public}/ophalen/{token}/", code)
    eyes.at(page, "her app, the first time")
    page.get_by_label("De zes cijfers in uw app").fill("12")
    page.get_by_role("button", name="Verder").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "wrong figures")
    page.get_by_label("De zes cijfers in uw app").fill(totp.figures(secret, totp.step_at(clock.now())))
    page.get_by_role("button", name="Verder").click()
    expect(page.get_by_role("heading", name="Stukken voor u")).to_be_visible()
    eyes.at(page, "what lies ready")
    page.get_by_role("button", name="Stuur het antwoord").click()
    expect(page.locator(".krh-errors")).to_be_visible()
    eyes.at(page, "her answer with errors")
    with page.expect_download():
        page.get_by_role("button", name="Haal op").first.press("Enter")
    page.get_by_role("button", name="Kijk of er iets nieuws is").press("Enter")
    expect(page.get_by_text("U haalde dit op:")).to_be_visible()
    eyes.at(page, "collected")
    expect(page.get_by_role("button", name="Haal nog een keer op")).to_be_visible()
    stopped_and_back(stage, new_page(color_scheme=colours), scene, eyes)
    page.get_by_label("Bij welke rechter of instantie?").fill("Rechtbank Den Haag")
    page.get_by_role("button", name="Stuur", exact=True).press("Enter")
    expect(page.get_by_text("We weten nu waar het ligt.")).to_be_visible()
    eyes.at(page, "filed")
    page.locator("#id_used_0").press("Space")
    page.get_by_role("button", name="Stuur het antwoord").press("Enter")
    expect(page.get_by_text("Uw antwoord is bij ons.")).to_be_visible()
    eyes.at(page, "answered")
    scene.revoke()
    page.get_by_role("button", name="Kijk of er iets nieuws is").press("Enter")
    expect(page.locator(".krh-errors")).to_contain_text("U kunt hier niet meer verder.")
    eyes.at(page, "her place is shut")
    assert eyes.wrong == []
    assert eyes.pages == 12
    assert watch.strangers == []


def stopped_and_back(stage: Sites, page: Page, scene: Scene, eyes: Eyes) -> None:
    """A jurist sees when she will be reminded, says no, and takes that back; by keyboard."""
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{scene.case.code}/advocaat/{scene.seat}/")
    expect(page.get_by_text("een vriendelijke e-mail met dezelfde link")).to_be_visible()
    eyes.at(page, "she will be reminded")
    page.get_by_role("button", name="Niet herinneren").press("Enter")
    expect(page.get_by_text("We herinneren haar niet: Iris de Wit")).to_be_visible()
    eyes.at(page, "she will not be reminded")
    page.get_by_role("button", name="Herinner haar toch").press("Enter")
    expect(page.get_by_role("button", name="Niet herinneren")).to_be_visible()
