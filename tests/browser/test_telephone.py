"""A call, written down by keyboard while one talks: kept within two seconds, called back, made a case of."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.watch import Watch
from tests.sites import Sites

HERS = "Ik mag mijn broertje nooit meer zien. Kan dat zomaar?"
OURS = "Nee. We zoeken uit wat de rechter zei en bellen morgen."


def test_a_call_is_logged_by_keyboard_alone(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    page = new_page()
    sign_in(page, stage.desk)
    keys = page.keyboard
    keys.press("t")
    page.wait_for_url("**/telefoon/")
    expect(page.get_by_role("radio", name="Kind zelf")).to_be_focused()
    keys.press("Space")
    for _ in range(2):  # on to: is it safe to talk?
        keys.press("Tab")
    for _ in range(2):  # yes, and yes: call back
        keys.press("Space")
        keys.press("Tab")
    expect(page.get_by_label("Wanneer")).to_be_focused()
    page.get_by_label("Wanneer").fill("2027-01-04")
    page.get_by_label("Codewoord").focus()
    keys.type("pinguïn")
    keys.press("Enter")  # goes on, and sends nothing
    expect(page.get_by_label("Let op bij bellen")).to_be_focused()
    keys.press("Control+'")
    keys.type(HERS)
    keys.press("Control+'")
    keys.type(OURS)
    expect(page.locator("[data-draft-status]")).to_contain_text("bewaard", timeout=3_000)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.goto(f"{stage.desk}/terugbellen/")  # as if she had closed it: nothing was sent, all of it is there
    page.get_by_role("button", name="Niet bereikt").click()
    expect(page.get_by_text("niet bereikt (Iris)")).to_be_visible()
    page.get_by_role("link", name="Kind zelf, belde").click()
    expect(page.get_by_label("Woorden van de beller")).to_have_value(HERS)
    expect(page.get_by_role("textbox", name="Codewoord")).to_have_value("pinguïn")
    page.get_by_role("button", name="Maak zaak").click()
    expect(page.locator(".krh-message--voice", has_text=HERS)).to_be_visible()
    expect(page.locator("#paneel-contact", has_text=OURS)).to_be_visible()
    page.locator("#paneel-contact").get_by_role("button", name="Haal los").click()
    expect(page.get_by_text("Losgemaakt.")).to_be_visible()
    expect(page.locator("#paneel-contact")).to_be_hidden()
