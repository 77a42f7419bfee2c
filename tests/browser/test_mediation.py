"""A mediation from its first question to its end, in a real browser, by hand and by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import scene
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites

MOTHER, WORKER = "Ouder met gezag M.I.", "Werkt bij een instelling J.B."


def save(page: Page, said: str) -> None:
    """Press the one button of the form, and wait until the page says what was done."""
    page.locator("#doe").click()
    expect(page.locator(".krh-toasts", has_text=said)).to_be_visible()


def pill(page: Page, label: str) -> None:
    page.locator(".krh-pills__label", has_text=label).first.click()


def promise(page: Page, what: str) -> Locator:
    return page.locator("#afspraken .krh-promise", has_text=what)


@pytest.mark.parametrize("colours", ["light"])
def test_from_the_first_question_to_the_end(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks = scene(start=False), Looks(telling=False)
    page = new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    panel = page.locator("#bemiddeling")
    expect(panel).to_contain_text("Begin hier.")
    panel.get_by_role("link", name="Begin").click()
    page.get_by_label("Waarover bemiddel je?").fill("Bezoek aan haar broertje")
    page.get_by_label("Wat moet het voor het kind opleveren?").fill("Elke week samen.")
    page.get_by_label("Wat wil het kind zelf").fill("Ik mis hem. Ik wil gewoon met hem spelen.")
    expect(page.locator("[data-draft-status]")).to_contain_text("bewaard")
    looks.at(page, "begin")
    shots(page, "talks-begin")
    save(page, "De bemiddeling loopt.")
    looks.at(page, "just begun")
    shots(page, "talks-empty")
    begun = page.url
    _positions(page, looks)
    _a_proposal(page, "Elke dag na school bij jullie.", "Zegt nee")
    _a_proposal(page, "Elke woensdag een uur op het wijkcentrum.", "Zegt ja")
    looks.at(page, "two proposals")
    _promises(page, looks)
    _information(page, looks)
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    expect(page.locator("#bemiddeling")).to_contain_text("Een afspraak is niet nagekomen")
    looks.at(page, "the case")
    page.goto(begun)
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Bemiddeling afsluiten")).to_be_visible()
    pill(page, "Deels gelukt")
    page.get_by_label("Wat bracht het het kind?").fill("Zij ziet haar broertje weer, nog niet elke week.")
    pill(page, "Een klacht")
    looks.at(page, "end")
    save(page, "De bemiddeling is afgesloten.")
    expect(page.locator(".krh-talks__aim")).to_contain_text("nog niet elke week")
    expect(page.get_by_role("link", name="Verder praten")).to_be_visible()
    page.locator("#verloop summary").click()
    looks.at(page, "ended")
    shots(page, "talks-ended")
    page.get_by_role("button", name="Schrijf aan het kind").click()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(
        "We hebben voor je gepraat. Het ging over: Bezoek aan haar broertje.\n\nDit is afgesproken:\n"
        "- De instelling: Regelt een ruimte. Dat is gebeurd.\n"
        "- Je ouder: Brengt haar broertje. Dat is nog niet gebeurd. We vragen hoe dat kan.\n\n"
        "Wat vind je ervan? Schrijf het terug als je wilt. Je hoeft niet."
    )
    assert looks.wrong == []
    assert looks.pages >= 9
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def _positions(page: Page, looks: Looks) -> None:
    """One by the keyboard, one from the card."""
    page.keyboard.press("s")
    expect(page.get_by_role("heading", name="Wat wil deze persoon?")).to_be_visible()
    page.get_by_label("Wie?").select_option(label=WORKER)
    page.get_by_label("Wat wil deze persoon, en waarom?").fill("Geen bezoek zolang er geen ruimte is.")
    looks.at(page, "a position")
    save(page, "Opgeschreven.")
    page.locator(".krh-side", has_text="M.I.").get_by_role("link", name="Schrijf op").click()
    expect(page.get_by_label("Wie?")).to_have_value(
        page.locator("option", has_text=MOTHER).get_attribute("value") or ""
    )
    page.get_by_label("Wat wil deze persoon, en waarom?").fill("Zij wil dat ze elkaar zien.")
    save(page, "Opgeschreven.")
    expect(page.locator(".krh-side__says")).to_have_count(2)


def _a_proposal(page: Page, text: str, answer: str) -> None:
    page.keyboard.press("v")
    expect(page.get_by_role("heading", name="Voorstel", exact=True)).to_be_visible()
    for who in (MOTHER, WORKER):
        pill(page, who)
    page.get_by_label("Het voorstel", exact=True).fill(text)
    save(page, "Het voorstel staat erbij.")
    for who in (MOTHER, WORKER):
        put = page.locator(".krh-proposal", has_text=text)
        put.get_by_role("link", name=f"Antwoord {who}", exact=True).click()
        pill(page, answer if who == WORKER else "Zegt ja")
        save(page, "Het antwoord staat erbij.")


def _promises(page: Page, looks: Looks) -> None:
    page.get_by_role("link", name="Maak er afspraken van").click()
    expect(page.get_by_label("Wat is er afgesproken?")).to_have_value("Elke woensdag een uur op het wijkcentrum.")
    day = (clock.today() + timedelta(days=7)).isoformat()
    for number, (who, what) in enumerate(((WORKER, "Regelt een ruimte"), (MOTHER, "Brengt haar broertje"))):
        page.locator(f"#id_who_{number}").select_option(label=who)
        page.locator(f"#id_what_{number}").fill(what)
        page.locator(f"#id_by_{number}").fill(day)
    looks.at(page, "an agreement")
    shots(page, "talks-agreement")
    save(page, "De afspraken staan erbij.")
    for what, mark, how in (
        ("Regelt een ruimte", "Nagekomen", "De zaal is gehuurd."),
        ("Brengt haar broertje", "Niet nagekomen", "Zij stond er alleen."),
    ):
        promise(page, what).get_by_role("link").first.click()
        page.locator(".krh-pills__label").filter(has_text=mark).first.click()
        page.get_by_label("Hoe weet je dat?").fill(how)
        save(page, "Opgeschreven hoe het met de afspraak staat.")
    expect(promise(page, "Regelt een ruimte")).to_contain_text("Nagekomen · vandaag")
    broken = promise(page, "Brengt haar broertje")
    expect(broken).to_contain_text("Wat nu?")
    expect(broken.get_by_role("link", name="Bel")).to_be_visible()


def _information(page: Page, looks: Looks) -> None:
    page.keyboard.press("i")
    page.get_by_label("Aan wie?").select_option(label=WORKER)
    page.get_by_label("Wat vraag je?").fill("Kunt u zeggen wanneer de zaal vrij is?")
    page.get_by_label("Binnen hoeveel werkdagen?").fill("5")
    looks.at(page, "a question for information")
    shots(page, "talks-ask")
    save(page, "Gevraagd.")
    asked = page.locator("#informatie .krh-promise")
    expect(asked).to_contain_text("wacht op antwoord")
    looks.at(page, "what waits")
    shots(page, "talks-full")
    asked.get_by_role("link", name="Antwoord").click()
    page.get_by_label("Wat kreeg je te horen?").fill("Elke woensdag van drie tot vier.")
    save(page, "Opgeschreven.")
    expect(page.locator("#informatie .krh-promise")).to_contain_text("antwoord is er")


@BOTH
def test_the_page_in_light_and_dark(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = scene(), Looks(telling=False), new_page(color_scheme=colours)
    long = "Zeepaardje" * 12
    made.do("standpunt", party=made.worker, text=f"Geen bezoek. {long}")
    made.do("standpunt", party=made.mother, text="Zij wil dat ze elkaar zien, liefst thuis.")
    made.propose(text=f"Elke woensdag een uur. {long}", until=(clock.today() - timedelta(days=0)).isoformat())
    past = (clock.today() - timedelta(days=2)).isoformat()
    made.agree((made.worker, "Regelt een ruimte", past), ("us", "Belt de school", "2027-01-04"))
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}{made.url}")
    expect(page.locator("#afspraken")).to_contain_text("Dag voorbij: nagekomen?")
    looks.at(page, colours)
    shots(page, f"talks-{colours}")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    expect(page.locator("#taken")).to_contain_text("Dag voorbij: nagekomen? Regelt een ruimte")
    shots(page, f"talks-case-{colours}")
    page.locator("#taken").get_by_role("link", name="Regelt een ruimte").click()
    expect(page.get_by_role("heading", name="Bezoek aan haar broertje")).to_be_visible()
    looks.at(page, "from the task")
    assert looks.wrong == []
    assert watch.strangers == []
