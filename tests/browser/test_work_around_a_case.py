"""A jurist's days around one case, from the child's question to the answer to her complaint about us.

One story through the pages. Only the clock is moved, the worker sends the mail that is due, and a second child asked on
the Friday before Koningsdag.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from playwright.sync_api import Locator, Page, expect

from helpdesk.cases import actions
from helpdesk.cases.tests.referring import GOES, by_the_worker
from helpdesk.lib import clock
from helpdesk.lib.files.safe import office_program
from helpdesk.teams.models import Member, Membership, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import joined
from tests import cast
from tests.browser import asker, complaining, jurist, on_paper, reading_along, referring, talking
from tests.browser.conftest import NewPage
from tests.browser.referring import Eyes
from tests.browser.test_question_to_answer import OwnerCursor, let_it_leave
from tests.browser.watch import Watch
from tests.crash.post_office import Sink
from tests.sites import Sites

HERE = ZoneInfo("Europe/Amsterdam")
STORY = f"{cast.STORY} De Kade pakt elke avond mijn telefoon af. Mijn broertje zie ik nooit."
TOO_HARD, MENDED = "Je moet een klacht indienen.", "Je mag een klacht indienen. Wij helpen je."
ACCEPTED = "Bo belt haar dinsdag, zegt Zandloper."
HAPPENED = "Elke avond om acht uur neemt de groepsleider mijn telefoon in. Niemand zei waarom."
HOW = "Vraag op vrijdag 24 april (gesloten); maandag 27 april is Koningsdag; 2 werkdagen: woensdag 29 april."


@dataclass
class Days:
    """Who is in the story: the child in her browser, the desk in its own, and what both look like."""

    sites: Sites
    new_page: NewPage
    child: Page
    desk: Page
    public: Eyes
    inside: Eyes
    sink: Sink
    words: list[str]
    code: str = ""

    @property
    def case(self) -> str:
        return f"{self.sites.desk}/zaak/{self.code}/"

    def at_the_case(self, who: str = "Iris de Wit") -> Page:
        """Somebody sits down at the desk and opens the case."""
        reading_along.opened_by(self.desk, self.sites.desk, who, self.code)
        return self.desk

    def look(self, page: Page, name: str) -> None:
        (self.public if page is self.child else self.inside).at(page, f"week {name}")


def test_a_jurists_days_around_one_case(
    stage: Sites, new_page: NewPage, watch: Watch, sink: Sink, owner_cursor: OwnerCursor, tmp_path: Path
) -> None:
    petra = lead_of_another_team()
    eyes = Eyes("light", telling=True), Eyes("light")
    days = Days(stage, new_page, new_page(), new_page(accept_downloads=True), *eyes, sink, [])

    a_child_asks_and_iris_takes_it(days)
    a_second_reader_stops_her_first_answer(days)
    jeugdstem_accepts_through_its_link(days)
    she_did_not_turn_up_elsewhere(days)
    a_letter_of_complaint_on_paper(days, tmp_path)
    talks_with_the_institution(days)
    a_promise_that_broke_over_koningsdag(days, petra)
    the_case_is_closed(days)
    let_it_leave(owner_cursor)
    time.sleep(
        settings.UNDO_SECONDS
    )  # for her nothing has happened that can still be taken back; the site has its own clock
    she_asks_to_look_once_more(days)
    she_complains_about_us_and_petra_answers(days, petra)

    assert days.public.wrong + days.inside.wrong == []
    assert watch.strangers == []
    expected = "422|inline style" if referring.SHOTS else "422"  # a refusal; a camera hides the caret with a style
    assert [said for said in watch.complaints if not re.search(expected, said)] == []


def lead_of_another_team() -> Member:
    """Petra leads the team that had nothing to do with it."""
    petra = joined("Petra Zwart", Role.LEAD)
    Membership.objects.create(member=petra, team=Team.objects.get(slug="migratie"))
    return petra


def a_child_asks_and_iris_takes_it(days: Days) -> None:
    days.words[:] = asker.ask(days.child, days.sites.public, STORY)
    days.look(days.child, "receipt")
    jurist.route(days.desk, days.sites.desk)
    jurist.sign_in(days.desk, days.sites.desk)
    days.desk.locator(".krh-row__link").first.click()
    jurist.take(days.desk)
    days.code = days.desk.url.rstrip("/").rpartition("/")[2]
    days.look(days.desk, "the case is hers")


def a_second_reader_stops_her_first_answer(days: Days) -> None:
    iris_is_guided(days, "Laat bij Iris meelezen")
    page = days.at_the_case()
    expect(page.get_by_role("button", name="Verstuur", exact=True)).to_have_count(0)
    reading_along.asked_to_read(page, TOO_HARD, "Is dit goed zo?")
    days.at_the_case("Sanne Oud")
    days.look(page, "a text to read")
    reading_along.sent_back(page, "‘Moet’ is te streng.")
    days.at_the_case()
    expect(page.get_by_text("‘Moet’ is te streng.")).to_be_visible()
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(TOO_HARD)
    days.look(page, "remarks beside the text")
    reading_along.asked_to_read(page, MENDED)
    days.at_the_case("Sanne Oud")
    reading_along.agreed_with(page, MENDED)
    expect(page.locator("#paneel-gesprek")).not_to_contain_text(TOO_HARD)
    iris_is_guided(days, "Iris verstuurt weer zelf")


def iris_is_guided(days: Days, button: str) -> None:
    """Her lead decides whether somebody reads what she sends."""
    days.desk.context.clear_cookies()
    jurist.sign_in(days.desk, days.sites.desk, "Sanne Oud")
    days.desk.get_by_role("link", name="Te laat").click()
    days.desk.get_by_role("link", name="Wie wordt begeleid").click()
    days.desk.get_by_role("button", name=button).click()
    expect(days.desk.get_by_role("button", name=button)).to_have_count(0)


def card(page: Page, purpose: str) -> Locator:
    return page.locator(".krh-referral", has_text=purpose)


def tells_the_child(page: Page, words: str) -> None:
    """Send the letter that lies ready since a referral was planned."""
    expect(page.get_by_label("Antwoord aan de vrager")).to_have_value(re.compile(words))
    page.get_by_role("button", name="Verstuur", exact=True).click()
    expect(page.locator("#paneel-gesprek .krh-message", has_text=words)).to_be_visible()


def jeugdstem_accepts_through_its_link(days: Days) -> None:
    """Nothing leaves without the child's yes; with it a link leaves, and its code by telephone."""
    page, purpose = days.at_the_case(), "Iemand die meegaat naar het gesprek"
    referring.planned_by_hand(page, days.inside)
    tells_the_child(page, "Jeugdstem")
    card(page, purpose).get_by_role("link", name="Stuur").click()
    page.get_by_role("button", name="Stuur de link").click()
    expect(page.locator(".krh-errors")).to_contain_text("Er is geen toestemming")
    days.look(page, "refused without consent")
    page.get_by_role("link", name="Schrijf de toestemming op").click()
    referring.consented(page, "Hulp van Jeugdstem", "story")
    card(page, purpose).get_by_role("link", name="Stuur").click()
    page.get_by_role("button", name="Stuur de link").click()
    expect(card(page, purpose)).to_contain_text("Doorgegeven")

    by_the_worker()
    (mail,) = days.sink.got
    body = message_from_bytes(mail, policy=policy.default).get_body(("plain",))
    found = re.search(r"/bericht/([^/\s]+)/", body.get_content() if body else "")
    assert found, "no link in the mail"
    assert not [word for word in (GOES, "Zeepaardje", days.code) if word in mail.decode()]
    page.goto(days.case)
    code = page.locator("#paneel-draden p", has_text="Code, alleen per telefoon:").locator("b").inner_text()

    outside = days.new_page()
    referring.opened_link(outside, days.sites.public, found[1], code)
    expect(outside.get_by_text(GOES)).to_be_visible()
    expect(outside.get_by_text("De Kade")).to_have_count(0)
    days.look(outside, "receiver")
    referring.accepted(outside, ACCEPTED)
    days.look(outside, "receiver answered")

    page.goto(days.sites.desk)
    expect(page.get_by_text("Antwoord van Jeugdstem")).to_be_visible()
    page.goto(days.case)
    expect(card(page, purpose)).to_contain_text(ACCEPTED)
    days.look(page, "accepted")
    card(page, purpose).get_by_role("button", name="Gezien").click()
    expect(card(page, purpose)).not_to_contain_text("Nieuw antwoord")


def she_did_not_turn_up_elsewhere(days: Days) -> None:
    """She would call herself, with our letter in hand, and did not."""
    page = days.at_the_case()
    page.goto(f"{days.case}verwijzing/")
    referring.planned_for_herself(page)
    tells_the_child(page, "0800-0432")
    card(page, "Even praten").get_by_role("link", name="Hoe staat het?").click()
    referring.missed(page, days.inside)


def a_letter_of_complaint_on_paper(days: Days, into: Path) -> None:
    """Begun with the child's own words; what comes down opens in Word and prints."""
    page = days.at_the_case()
    page.get_by_role("link", name="Klachtbrief maken").click()
    expect(page.get_by_label("In eigen woorden")).to_have_value(STORY)
    jurist.choose(page, "route", "instelling")
    page.get_by_label("Naam van de instelling").fill("De Kade")
    page.get_by_role("textbox", name="Klacht over").fill("mijn telefoon")
    page.get_by_label("Wat er gebeurde").fill(HAPPENED)
    days.look(page, "letter of complaint")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".krh-letter")).to_contain_text(HAPPENED)
    days.look(page, "letter of complaint, how it reads")
    page.get_by_role("link", name="Meegeven…").click()
    days.look(page, "who gets the letter")
    page.get_by_role("button", name="Geef mee").click()
    expect(page.locator("#meegegeven .krh-file")).to_have_count(2)
    pdf, docx = (on_paper.downloaded(page, ending, into) for ending in (".pdf", ".docx"))
    # Where LibreOffice is not installed, the letter is not opened in it, and the PDF alone is looked at.
    for paper in (pdf, on_paper.printed(docx)) if office_program() else (pdf,):
        letter = on_paper.drawn(paper)
        assert len(letter.pictures) >= 1
        assert letter.least_ink > 1_000, "a blank page"
        for words in ("De Kade", STORY, HAPPENED):
            assert words in letter.text, (paper.name, words)


def talks_with_the_institution(days: Days) -> None:
    """Positions, two proposals, an agreement of two promises: one kept, one broken. Nobody hears what he must not."""
    page = days.at_the_case()
    for part, name, email in (("parent", "Maryam el Idrissi", "moeder"), ("worker", "Jan Brugman", "jb")):
        page.goto(days.case)
        jurist.put_around(page, part=part, name=name, email=f"{email}@example.net", interest="unknown", knows=True)
    talking.begin(page, days.inside)
    talks = page.url
    asked_without_consent(page)
    days.look(page, "asked without consent")
    page.goto(f"{days.case}toestemming/")
    page.get_by_label("Wie?", exact=True).select_option(label=talking.WORKER)
    referring.consented(page, "bezoek", "contact", "progress")
    page.goto(talks)
    talking.positions(page, days.inside)
    talking.a_proposal(page, "Elke dag na school bij jullie.", "Zegt nee")
    talking.a_proposal(page, "Elke woensdag een uur op het wijkcentrum.", "Zegt ja")
    talking.promises(page, days.inside)
    talking.information(page, days.inside)
    days.look(page, "talks")

    page.goto(days.case)
    thread = page.locator("#paneel-draden details", has_text="J.B.")
    expect(thread).to_contain_text("Kunt u zeggen wanneer de zaal vrij is?")
    expect(thread).not_to_contain_text(MENDED)
    expect(page.locator("#paneel-gesprek")).not_to_contain_text("wanneer de zaal vrij is")
    expect(page.locator("#bemiddeling")).to_contain_text("Een afspraak is niet nagekomen")
    days.look(page, "two threads")
    page.goto(talks)
    talking.end(page, days.inside)


def asked_without_consent(page: Page) -> None:
    page.keyboard.press("i")
    page.get_by_label("Aan wie?").select_option(label=talking.WORKER)
    page.get_by_label("Wat vraag je?").fill("Zij mist haar broertje.")
    page.get_by_label("Binnen hoeveel werkdagen?").fill("5")
    page.locator("#doe").click()
    expect(page.locator(".krh-errors")).to_contain_text("Er is geen toestemming")


def a_promise_that_broke_over_koningsdag(days: Days, petra: Member) -> None:
    """Another child. Weekend and holiday do not count; then her lead sees it, and later every lead its code."""
    with clock.at(on("2026-04-24", 18)):
        other = cast.taken(theme="jeugdhulp")
    for day, told in (("04-25", 0), ("04-27", 0), ("04-29", 0), ("04-30", 1), ("05-01", 0), ("05-04", 1)):
        with clock.at(on(f"2026-{day}", 23)):
            assert actions.escalate() == told, day
    page = days.desk
    page.context.clear_cookies()
    jurist.sign_in(page, days.sites.desk, "Sanne Oud")
    page.get_by_role("link", name="Te laat").click()
    late = page.locator(f"#laat-{other.code}")
    expect(late).to_contain_text("Beloofd: wo 29 apr")
    expect(late).to_contain_text("Iris de Wit heeft de zaak.")
    days.look(page, "late")
    late.locator("[data-row]").click()
    expect(page.locator("#hoe-beloofd")).to_contain_text(HOW)
    jurist.be(page, days.sites.desk, petra)
    page.get_by_role("link", name="Te laat").click()
    expect(page.locator("main")).to_contain_text(other.code)
    expect(page.locator("main")).not_to_contain_text("Iris")
    days.look(page, "late in another team")


def on(day: str, hour: int) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=HERE)


def the_case_is_closed(days: Days) -> None:
    page = days.at_the_case()
    page.goto(f"{days.case}afsluiten/")
    expect(page.get_by_label("Initiatief nemen, contact met instelling en bemiddelen")).to_be_checked()  # it happened
    for field, value in (("help_kinds", "informatie"), ("outcome", "opgelost"), ("rights", "12"), ("signal", "no")):
        jurist.choose(page, field, value)
    page.get_by_label("Minuten werk").fill("240")
    days.look(page, "closing")
    page.get_by_role("button", name="Sluit af").click()
    expect(page.locator("[name=weet]")).to_be_visible()  # what was still to be done
    days.look(page, "closing with tasks")
    page.locator("[name=weet]").check()
    page.get_by_role("button", name="Sluit af").click()
    expect(page.locator("[role=status]", has_text="Afgesloten.")).to_be_visible()
    page.goto(days.case)
    expect(page.locator("#belofte")).to_contain_text("Afloop")
    days.look(page, "closed")


def she_asks_to_look_once_more(days: Days) -> None:
    child = days.child
    asker.come_back(child, days.sites.public, days.words)
    expect(child.get_by_text(MENDED)).to_be_visible()
    expect(child.get_by_text("wanneer de zaal vrij is")).to_have_count(0)
    days.look(child, "her letter")
    for words in ("Jeugdstem", "0800-0432"):
        child.locator("button[value=next]").click()
        expect(child.locator(".krh-message--letter")).to_contain_text(words)
    complaining.asked_again(child, "De Kade neemt mijn telefoon nog steeds af.", days.look)
    page = days.at_the_case()
    expect(page.locator(".krh-message--how", has_text="nog steeds af")).to_be_visible()
    expect(page.get_by_label("Antwoord aan de vrager")).to_be_visible()
    page.goto(days.sites.desk)
    expect(page.get_by_text("Vrager vraagt om nog een keer te kijken.")).to_be_visible()
    days.look(page, "looked at once more")


def she_complains_about_us_and_petra_answers(days: Days, petra: Member) -> None:
    """It is not for the team that helped, not even as a code."""
    words = complaining.complained(days.child, days.look)
    page = days.desk
    for who in ("Sanne Oud", "Mo Bakker"):
        page.context.clear_cookies()
        jurist.sign_in(page, days.sites.desk, who)
        page.goto(f"{days.sites.desk}/triage/")
        expect(page.locator("main")).to_be_visible()
        expect(page.locator(".krh-queue__item")).to_have_count(0)
    jurist.be(page, days.sites.desk, petra)
    complaining.answered(page, days.sites.desk, days.look)
    asker.come_back(days.child, days.sites.public, words)
    complaining.read_our_answer(days.child)
    days.look(days.child, "our answer")
