"""What comes out of a printer: of an ordinary page one sentence, of a letter the letter; and a press that stops it."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Party
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.consent import Agreed, Band, Consent
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast
from tests.browser.asker import come_back, come_back_without_script
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.watch import Watch
from tests.sites import Sites

WORDS = "De zitting is op maandag."


def with_a_lawyer(receipt: Receipt) -> Case:
    """A case in which the child agreed that her lawyer is told how it goes."""
    case = cast.taken(receipt=receipt)
    with cast.opened("iris", case, to="record-consent") as file:
        told, by = dict.fromkeys((Subject.CONTACT, Subject.PROGRESS), Choice.YES), {Channel.POST: Choice.YES}
        lawyer = Person(Part.LAWYER, name="Noor de Wit", address="Gracht 2\nLeiden", told=told, channels=by)
        party = actions.add_party(file=file, person=lawyer)
        actions.record_consent(
            file=file,
            agreed=Consent(
                party=str(party.pk),
                purpose="De zitting",
                subjects=frozenset({Subject.PROGRESS}),
                agreed=frozenset({Agreed.CHILD}),
                band=Band.FROM_12,
                explained="Wat de advocaat hoort.",
                language="Nederlands",
                limits=True,
                expires_on=clock.today() + timedelta(days=14),
                text="1/12-15",
            ),
        )
    return case


def test_paper_and_the_end_of_sharing(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    receipt = Receipt.new()
    case = with_a_lawyer(receipt)
    page, case_url = new_page(), f"{stage.desk}/zaak/{case.code}/"
    sign_in(page, stage.desk)
    page.goto(case_url)
    page.emulate_media(media="print")
    expect(page.get_by_text("Deze pagina drukken we zo niet af.")).to_be_visible()
    expect(page.locator("#inhoud")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".krh-threads__head", has_text="advocaat").click()
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
    come_back_without_script(child, stage.public, list(receipt.words))
    child.get_by_role("button", name="Wat weten jullie van mij?").click()
    expect(child.get_by_text("De advocaat")).to_be_visible()
    child.get_by_role("button", name="Ik wil dit niet meer").click()
    expect(child.get_by_text("Dit delen we vanaf nu niet meer.")).to_be_visible()
    page.goto(letter)
    expect(page.get_by_text("Er is geen toestemming om met de advocaat te delen")).to_be_visible()
    page.goto(case_url)
    expect(page.get_by_text("De vrager wil dit niet meer:")).to_be_visible()


@BOTH
def test_the_pages_are_in_order(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    receipt = Receipt.new()
    case = with_a_lawyer(receipt)
    looks, page, case_url = Looks(telling=False), new_page(color_scheme=colours), f"{stage.desk}/zaak/{case.code}/"
    sign_in(page, stage.desk)
    with cast.opened("iris", case, to="write-letter") as file:
        party = file.open(Party.objects.filter(case=file.case))[0].pk
        letter = actions.write_letter(file=file, party_id=party, text=WORDS, subjects=[Subject.PROGRESS]).pk
        actions.flag_contact(file=file, kind="repeat", reason="Belt elk uur.", until=clock.today(), party=party)
    pages = ["", "toestemming/", "waarschuwing/", "druk-af/", f"brief/{letter}/", f"persoon/{party}/brief/"]
    for address in (*(f"{case_url}{path}" for path in pages), f"{stage.desk}/telefoon/?zaak={case.code}&bellen"):
        page.goto(address)
        expect(page.locator("#inhoud")).to_be_visible()
        looks.at(page, address)
    page.goto(f"{case_url}druk-af/")
    page.get_by_text("Voor het dossier, alleen voor ons").click()
    page.locator("[name=aware]").check()
    page.get_by_role("button", name="Maak het klaar").click()
    expect(page.get_by_text("Vertrouwelijk. Alleen voor de helpdesk.")).to_be_visible()
    looks.at(page, "the file on paper")
    child = new_page(color_scheme=colours)
    come_back(child, stage.public, list(receipt.words))
    child.locator("button[value=case]").first.click()
    expect(child.get_by_text("De advocaat")).to_be_visible()
    looks.at(child, "what she agreed to")
    child.get_by_role("button", name="Ik wil dit niet meer").click()
    expect(child.get_by_role("button", name="Toch wel, zet het terug")).to_be_visible()
    looks.at(child, "ended")
    assert looks.wrong == []
    assert watch.strangers == []
