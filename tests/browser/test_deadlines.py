"""From a decision letter to its last day, its second reader, its calendar and its end; and a sick day that surfaces."""

from __future__ import annotations

import urllib.request
from datetime import date, timedelta

from icalendar import Calendar
from playwright.sync_api import Page, expect

from helpdesk.deadlines.actions import remind
from helpdesk.deadlines.tests.scene import Scene, scene, soon
from helpdesk.lib import clock
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import be, sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


def from_the_letter(page: Page, looks: Looks, sent: date) -> None:
    """The form, the steps with their articles, and only then it is set. By key from the case."""
    expect(page.locator("#termijnen")).to_contain_text("Is er een besluit of een brief met een laatste dag?")
    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="Zet een termijn")).to_be_visible()
    looks.at(page, "the questions")
    page.get_by_label("Welke termijn?").select_option("AWB-01")
    page.get_by_label("Vanaf welke dag telt hij?").fill(sent.isoformat())
    page.get_by_label("Voor wie geldt het?").fill("het kind")
    page.get_by_role("button", name="Reken uit").click()
    answer = page.locator("#uitkomst")
    expect(answer).to_contain_text("Laatste dag:")
    expect(answer).to_contain_text("6:8")
    looks.at(page, "the answer")
    shots(page, "deadline-reckoned")
    page.get_by_role("button", name="Zet vast").click()
    expect(page.locator("#termijnen")).to_contain_text("nog niet nagelezen")


def calendar_of(page: Page, desk: str, looks: Looks) -> str:
    """Make the address; a calendar program asks there without any session."""
    page.goto(f"{desk}/termijnen/")
    page.get_by_role("link", name="In je agenda").click()
    looks.at(page, "no address yet")
    page.get_by_role("button", name="Maak een adres").click()
    address = page.locator("#adres").inner_text()
    looks.at(page, "the address")
    return address


def fetched(address: str) -> list[str]:
    with urllib.request.urlopen(address) as answer:
        found = Calendar.from_ical(answer.read())
    return sorted(f"{event['SUMMARY']} {event['STATUS']}" for event in found.walk("VEVENT"))


def test_from_the_letter_to_the_end(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    case, looks, page = cast.taken(), Looks(telling=False), new_page()
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/")
    from_the_letter(page, looks, clock.today() - timedelta(days=35))
    looks.at(page, "the case")
    shots(page, "deadline-case")
    page.locator("#termijnen").get_by_role("link", name="Bezwaar").click()
    expect(page.get_by_text("Jij zette hem vast, dus een collega leest hem na.")).to_be_visible()
    mine = page.url
    address = calendar_of(page, stage.desk, looks)
    assert fetched(address) == ["Termijn: laatste dag CONFIRMED", "Termijn: veilige dag CONFIRMED"]
    be(page, stage.desk, cast.member("sanne"))
    page.goto(mine)
    page.get_by_role("button", name="Ik kom op dezelfde dag").click()
    expect(page.locator(".krh-case-head")).to_contain_text("nagelezen")
    looks.at(page, "read by a second colleague")
    shots(page, "deadline-page")
    assert remind() >= 1
    be(page, stage.desk, cast.member("iris"))
    expect(page.locator(".krh-pressing")).to_contain_text("Bezwaar")
    page.locator(".krh-pressing").get_by_role("link", name="Bezwaar").click()
    page.get_by_role("link", name="Rond af").click()
    page.get_by_text("Gehaald", exact=True).click()
    page.get_by_label("Hoe weet je dat?").fill("Ingediend, de ontvangst zit bij de stukken.")
    looks.at(page, "the end")
    page.get_by_role("button", name="Rond af").click()
    expect(page.locator("#termijnen")).to_contain_text("Gehaald")
    page.goto(stage.desk)
    expect(page.locator("#lijst")).to_be_visible()
    expect(page.locator(".krh-pressing")).to_have_count(0)
    assert fetched(address) == ["Termijn: laatste dag CANCELLED", "Termijn: veilige dag CANCELLED"]
    assert looks.wrong == []
    assert looks.pages >= 7
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_what_nobody_took_over_on_a_sick_day_surfaces(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    made, looks, page = scene(), Looks(telling=False), new_page()
    made.by_hand(soon(4))
    be(page, stage.desk, cast.member("sanne"))
    expect(page.locator("#lijst")).to_be_visible()
    expect(page.locator(".krh-pressing")).to_have_count(0)  # the control: an ordinary day
    page.goto(f"{stage.desk}/aanmelden/afwezig/")
    page.get_by_label("Wie is er niet?").select_option(label=cast.member("iris").full_name)
    looks.at(page, "who is away")
    shots(page, "deadline-away")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("[role=status]", has_text="Bewaard.")).to_be_visible()
    page.goto(stage.desk)
    on_top = page.locator(".krh-pressing")
    expect(on_top).to_contain_text("Zonder eigenaar vandaag.")
    expect(on_top).to_contain_text(made.case.code)
    looks.at(page, "a sick day")
    shots(page, "deadline-sick-day")
    on_top.get_by_role("button", name="Neem over").click()
    expect(page.locator("[role=status]", has_text="Deze termijn is nu van jou.")).to_be_visible()
    expect(page.locator(".krh-pressing")).not_to_contain_text("Zonder eigenaar")
    assert looks.wrong == []
    assert watch.strangers == []


def some(count: int = 3) -> Scene:
    made = scene()
    made.by_hand(soon(1), what=f"Reactie aan de school {'Zeepaardje' * 6}")
    for number in range(count):
        made.by_hand(soon(4 + number), what=f"Stuk {number}", owner="sanne")
    made.set(clock.today() - timedelta(days=20))
    return made


@BOTH
def test_the_pages_in_light_and_dark(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = some(), Looks(telling=False), new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    expect(page.locator(".krh-pressing")).to_be_visible()
    looks.at(page, "worklist")
    shots(page, f"deadline-worklist-{colours}")
    page.keyboard.press("g")
    page.keyboard.press("d")
    expect(page.get_by_role("heading", name="Termijnen", exact=True)).to_be_visible()
    looks.at(page, "list")
    shots(page, f"deadline-list-{colours}")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.goto(f"{stage.desk}/termijnen/maand/")
    expect(page.locator(".krh-month__mark").first).to_be_visible()
    looks.at(page, "month")
    shots(page, f"deadline-month-{colours}")
    pages = (f"{made.at}{one}/" for one in made.ids)
    for path in (*pages, f"{made.at}met-de-hand/", f"{made.at}procedure/", f"/zaak/{made.case.code}/"):
        page.goto(f"{stage.desk}{path}")
        looks.at(page, path)
    shots(page, f"deadline-case-{colours}")
    page.goto(f"{stage.desk}{made.url}")
    shots(page, f"deadline-page-{colours}")
    assert looks.wrong == []
    assert watch.strangers == []


def test_without_a_script(stage: Sites, new_page: NewPage) -> None:
    case, page = cast.taken(), new_page(java_script_enabled=False)
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/zaak/{case.code}/termijnen/")
    page.get_by_label("Welke termijn?").select_option("VW-06")  # the law has no number
    page.get_by_label("Vanaf welke dag telt hij?").fill(clock.today().isoformat())
    page.get_by_role("button", name="Reken uit").click()
    expect(page.get_by_text("De wet noemt hier geen aantal dagen.")).to_be_visible()
    page.get_by_role("button", name="Leg een dag met de hand vast").click()
    expect(page.get_by_label("Waar staat dat?")).to_have_value("Vreemdelingenwet 2000 69(7)")
