"""What a jurist does to mediate: begin, write down what each wants, propose, agree, ask, end."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from helpdesk.lib import clock
from tests.browser.test_pages import Looks
from tests.browser.test_texts import shots

MOTHER, WORKER = "Ouder met gezag M.I.", "Werkt bij een instelling J.B."


def save(page: Page, said: str) -> None:
    """Press the one button of the form, and wait until the page says what was done."""
    page.locator("#doe").click()
    expect(page.locator(".krh-toasts", has_text=said)).to_be_visible()


def pill(page: Page, label: str) -> None:
    """Press the words, as a person does."""
    page.locator(".krh-pills__label", has_text=label).first.click()


def promise(page: Page, what: str) -> Locator:
    """The card of one promise."""
    return page.locator("#afspraken .krh-promise", has_text=what)


def begin(page: Page, looks: Looks) -> None:
    """From the case: what it is about, and what the child wants herself."""
    panel = page.locator("#bemiddeling")
    expect(panel).to_contain_text("Begin hier.")
    panel.get_by_role("link", name="Begin").click()
    page.get_by_label("Waarover bemiddel je?").fill("Bezoek aan haar broertje")
    page.get_by_label("Wat moet het voor het kind opleveren?").fill("Elke week samen.")
    page.get_by_label("Wat wil het kind zelf").fill("Ik mis hem. Ik wil gewoon met hem spelen.")
    expect(page.locator("[data-draft-status]")).to_contain_text("bewaard")
    for one in page.locator("input[name=parties]").all():
        expect(one).not_to_be_checked()  # with whom is a choice
        one.check()
    looks.at(page, "begin")
    shots(page, "talks-begin")
    save(page, "De bemiddeling loopt.")


def positions(page: Page, looks: Looks) -> None:
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


def a_proposal(page: Page, text: str, answer: str) -> None:
    """Put to both; the mother says yes, the worker what is said here."""
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


def promises(page: Page, looks: Looks) -> None:
    """Two by day: the worker keeps hers, the mother does not."""
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


def information(page: Page, looks: Looks) -> None:
    """Asked of the worker by mail, and what came back."""
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


def end(page: Page, looks: Looks) -> None:
    """It worked in part, and a complaint follows."""
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Bemiddeling afsluiten")).to_be_visible()
    pill(page, "Deels gelukt")
    page.get_by_label("Wat bracht het het kind?").fill("Zij ziet haar broertje weer, nog niet elke week.")
    pill(page, "Een klacht")
    looks.at(page, "end")
    save(page, "De bemiddeling is afgesloten.")
