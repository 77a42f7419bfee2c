"""A second reader, broken promises and a list of steps in a real browser: what a team does in an ordinary week."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from helpdesk.cases import actions
from helpdesk.cases.models import Message
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.reading_along import agreed_with, asked_to_read, opened_by, pictures, sent_back
from tests.browser.test_pages import Looks
from tests.browser.watch import Watch
from tests.sites import Sites

FRIDAY = datetime(2026, 4, 24, 18, tzinfo=ZoneInfo("Europe/Amsterdam"))  # the Monday after it is Koningsdag
FIRST, MENDED = "Je moet naar de rechter.", "Je mag naar de rechter. Wij helpen je."


def test_a_second_reader_stops_a_message_and_then_lets_it_go(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    case, looks, page = cast.taken(receipt=Receipt.new()), Looks(telling=False), new_page()
    iris = cast.member("iris")
    iris.guided = True
    iris.save()
    opened_by(page, stage.desk, "Iris de Wit", case.code)
    expect(page.get_by_role("button", name="Verstuur", exact=True)).to_have_count(0)
    looks.at(page, "a rule asks for a reader")
    pictures(page, "composer-reader")
    asked_to_read(page, FIRST, "Is dit goed zo?")

    page.context.clear_cookies()
    sign_in(page, stage.desk, "Sanne Oud")
    expect(page.get_by_text("een collega wacht op je")).to_be_visible()
    looks.at(page, "the list with a text to read")
    pictures(page, "worklist-read")
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    looks.at(page, "a text to read")
    pictures(page, "case-to-read")
    sent_back(page, "‘Moet’ is te streng.")

    opened_by(page, stage.desk, "Iris de Wit", case.code)
    expect(page.get_by_text("‘Moet’ is te streng.")).to_be_visible()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(FIRST)
    looks.at(page, "remarks beside the text")
    pictures(page, "case-remarks")
    asked_to_read(page, MENDED)

    opened_by(page, stage.desk, "Sanne Oud", case.code)
    agreed_with(page, MENDED)
    with cast.opened("iris", case) as file:
        ours = [row.content for row in file.open(Message.objects.filter(case=file.case))]
    assert [one["text"] for one in ours if one["by"] == str(cast.member("iris").pk)] == [MENDED]
    assert looks.wrong == []
    assert watch.strangers == []


def test_a_broken_promise_stands_with_the_lead_who_promises_anew(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    with clock.at(FRIDAY):
        case = cast.taken(receipt=Receipt.new())
    assert actions.escalate() == 2
    looks, page = Looks(telling=False), new_page()
    sign_in(page, stage.desk, "Sanne Oud")
    page.get_by_role("link", name="Te laat").click()
    expect(page.get_by_text("Iris de Wit heeft de zaak.")).to_be_visible()
    looks.at(page, "broken promises")
    pictures(page, "late")
    page.get_by_role("link", name="Beloof een nieuwe dag").click()
    page.get_by_label("Waarom lukt het niet?").fill("Wij wachten op stukken van de rechtbank.")
    looks.at(page, "a new day")
    pictures(page, "renew")
    page.get_by_role("button", name="Beloof deze dag").click()
    expect(page.get_by_text("Nieuwe dag, gekozen door Sanne Oud")).to_be_visible()
    assert page.get_by_label("Antwoord aan de vrager").input_value().startswith("Ons antwoord duurt langer")
    pictures(page, "case-renewed")
    page.goto(f"{stage.desk}/te-laat/")
    expect(page.get_by_text("Geen belofte is voorbij.")).to_be_visible()
    page.get_by_role("link", name="Wie wordt begeleid").click()
    page.get_by_role("button", name="Laat bij Iris meelezen").click()
    expect(page.get_by_text("wordt begeleid", exact=True)).to_be_visible()
    looks.at(page, "who is guided")
    pictures(page, "guided")
    with cast.opened("iris", case):
        assert cast.acts(case).count("escalate") == 2
    assert looks.wrong == []
    assert watch.strangers == []


def test_a_list_of_steps_is_looked_at_added_and_taken_away(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    case, looks, page = cast.taken(theme="jeugdhulp"), Looks(telling=False), new_page()
    opened_by(page, stage.desk, "Iris de Wit", case.code)
    page.get_by_role("link", name="Lijst toevoegen").click()
    looks.at(page, "which list")
    pictures(page, "pick-list")
    page.get_by_role("link", name="Uithuisplaatsing").click()
    page.get_by_label("Dag van de zitting").fill("2027-03-17")
    page.get_by_role("button", name="Reken de dagen uit").click()
    expect(page.get_by_text("De dagen zijn opnieuw uitgerekend.")).to_be_visible()
    looks.at(page, "steps with days")
    pictures(page, "steps")
    page.get_by_label("Vraag de beschikking op").uncheck()
    page.get_by_role("button", name="Zet erbij").click()
    expect(page.locator("#paneel-taken li")).to_have_count(8)
    pictures(page, "case-steps")
    page.get_by_role("button", name="Haal de lijst Uithuisplaatsing weg").click()
    expect(page.locator("#paneel-taken").get_by_text("Geen taken.")).to_be_visible()
    assert looks.wrong == []
    assert watch.strangers == []
