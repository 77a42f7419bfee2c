"""What became of a signed report: written down, looked at and taken back, by eye, by keyboard and by axe."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.reports.followup import Dealt
from helpdesk.reports.models import Report
from helpdesk.reports.tests.test_follow_report import applied
from helpdesk.reports.tests.test_report_figures import NINE, TWELVE, shown, told
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import be
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


@BOTH
def test_written_down_and_taken_back(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = applied(), Looks(telling=False), new_page(color_scheme=colours)
    with act_as(cast.member("iris").pk):
        Report.objects.filter(pk=made.id).update(ask_on=clock.today())
    be(page, stage.desk, cast.member("iris"))
    page.goto(f"{stage.desk}/rapportages/")
    looks.at(page, "the list")
    shots(page, f"outcome-list-{colours}")
    page.locator(f'a[href="{made.at}uitkomst/"]').click()
    looks.at(page, "nothing known")
    page.get_by_role("link", name="Schrijf op wat ervan kwam").click()
    expect(page.get_by_label("Bij welke rechter of instantie?")).to_have_value("Rechtbank Den Haag")
    looks.at(page, "the form")
    shots(page, f"outcome-form-{colours}")
    page.get_by_role("radiogroup", name="Hoe liep het af?").get_by_text("deels beslist zoals gevraagd").click()
    page.get_by_role("radiogroup", name="art. 2 Proefwet").get_by_text("behandeld en gevolgd").click()
    page.get_by_label("ECLI-nummer").fill("ECLI:NL:RBDHA:2020:1")
    page.get_by_label("Wat moeten we onthouden?").fill("De rechter noemt het gesprek met haar.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("staat nog niet in onze bibliotheek")).to_be_visible()
    looks.at(page, "known")
    shots(page, f"outcome-known-{colours}")
    page.get_by_role("button", name="Neem terug").click()
    expect(page.get_by_text("Eerder opgeschreven")).to_be_visible()
    looks.at(page, "taken back")
    shots(page, f"outcome-back-{colours}")
    assert looks.wrong == []
    assert watch.strangers == []


@BOTH
def test_the_figures_are_read_by_everybody(
    stage: Sites,
    new_page: NewPage,
    watch: Watch,
    colours: Colours,
    owner_cursor: Callable[[str], Any],
) -> None:
    looks, page = Looks(telling=False), new_page(color_scheme=colours)
    be(page, stage.desk, cast.member("iris"))
    page.goto(f"{stage.desk}/rapportages/")
    page.get_by_role("link", name="Uitkomsten").click()
    expect(page.get_by_text("Er zijn nog geen cijfers.")).to_be_visible()
    looks.at(page, "nothing counted")
    reports = told(TWELVE, Dealt.FOLLOWED, 13, signal=True) + told(NINE, Dealt.NOT_FOLLOWED, 6, "objection")
    shown(owner_cursor, 2025, [*reports, *told(NINE, Dealt.FOLLOWED, 21)])
    page.reload()
    table = page.get_by_role("table").first
    names = table.get_by_role("rowheader").all_inner_texts()
    assert [name.replace("\N{NO-BREAK SPACE}", " ") for name in names] == ["art. 9 IVRK", "art. 12 IVRK"]
    expect(table.get_by_role("row").nth(2).get_by_role("cell").first).to_have_text("10 tot en met 14")
    looks.at(page, "the figures")
    shots(page, f"figures-{colours}")
    assert looks.wrong == []
    assert watch.strangers == []
