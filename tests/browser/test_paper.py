"""What comes out of a printer: of an ordinary page one sentence, of a letter the letter; and a press that stops it."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Page, expect

from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.watch import Watch
from tests.sites import Sites

WORDS = "De zitting is op maandag."


def add_lawyer(page: Page, case_url: str) -> None:
    page.goto(f"{case_url}persoon/")
    page.get_by_label("Wie is dit voor het kind?").select_option("lawyer")
    page.locator("[name=name]").fill("Noor de Wit")
    page.locator("[name=address]").fill("Gracht 2\n2311 AB Leiden")
    for name in ("told_contact", "told_progress", "by_post"):
        page.locator(f"label[for={page.locator(f'[name={name}][value=yes]').get_attribute('id')}]").click()
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.locator("#paneel-omheen", has_text="Advocaat")).to_be_visible()


def record_consent(page: Page, case_url: str) -> None:
    page.goto(f"{case_url}toestemming/")
    page.locator("[name=party]").select_option(index=1)
    page.get_by_label("Waarvoor?").fill("De zitting")
    page.get_by_text("Hoe het met de zaak gaat").click()
    page.locator("label", has_text="Kind").first.click()
    page.get_by_label("Wat heb je uitgelegd?").fill("Wat de advocaat hoort.")
    page.get_by_label("In welke taal?").fill("Nederlands")
    for name in ("read_aloud", "limits"):
        page.locator(f"[name={name}]").check()
    page.get_by_label("Tot en met").fill((clock.today() + timedelta(days=14)).isoformat())
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#paneel-toestemming", has_text="De zitting")).to_be_visible()


def test_paper_and_the_end_of_sharing(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    page, case_url = new_page(), f"{stage.desk}/zaak/{case.code}/"
    sign_in(page, stage.desk)
    add_lawyer(page, case_url)
    record_consent(page, case_url)
    page.emulate_media(media="print")
    expect(page.get_by_text("Deze pagina drukken we zo niet af.")).to_be_visible()
    expect(page.locator("#inhoud")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Brief Advocaat").click()
    page.locator("[name=text]").fill(WORDS)
    page.get_by_role("button", name="Maak de brief").click()
    expect(page.locator(".krh-paper__sheet", has_text=WORDS)).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".krh-paper__sheet", has_text=WORDS)).to_be_visible()
    expect(page.locator(".krh-paper__bar")).to_be_hidden()
    page.emulate_media(media="screen")
    letter = page.url
    child = new_page(java_script_enabled=False)
    child.goto(f"{stage.public}/code/")
    child.locator("[name=code]").fill(" ".join(receipt.words))
    child.locator("main button[type=submit]").first.click()
    child.get_by_role("button", name="Ja, laat maar zien").click()
    child.get_by_role("button", name="Wat weten jullie van mij?").click()
    expect(child.get_by_text("De advocaat")).to_be_visible()
    child.get_by_role("button", name="Ik wil dit niet meer").click()
    expect(child.get_by_text("Dit delen we vanaf nu niet meer.")).to_be_visible()
    page.goto(letter)
    expect(page.get_by_text("Er is geen toestemming om met de advocaat te delen")).to_be_visible()
    page.goto(case_url)
    expect(page.get_by_text("De vrager wil dit niet meer:")).to_be_visible()
