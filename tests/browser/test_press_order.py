"""A report waits for the press: the page says so, brings her on by itself, and without script after a reload."""

from __future__ import annotations

from playwright.sync_api import expect

from devtools import serving
from helpdesk.reports.tests.test_press_order import order_of, ready
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import be
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.database import testbed
from tests.sites import Sites


@BOTH
def test_it_waits_is_taken_back_and_arrives_by_itself(
    stage: Sites, new_page: NewPage, watch: Watch, colours: Colours
) -> None:
    made, looks, page = ready(), Looks(telling=False), new_page(color_scheme=colours)
    at = f"{stage.desk}{made.at}"
    be(page, stage.desk, cast.member("iris"))
    page.goto(f"{at}teken/")
    page.get_by_role("button", name="Teken en bevries").click()
    expect(page.get_by_text("Het rapport is zo aan de beurt.")).to_be_visible()
    looks.at(page, "waiting")
    shots(page, f"press-waiting-{colours}")
    page.get_by_role("link", name="Terug naar de rapportage").click()
    expect(page.get_by_text("het rapport wordt gemaakt.")).to_be_visible()
    looks.at(page, "the report meanwhile")
    shots(page, f"press-report-{colours}")
    page.goto(f"{stage.desk}/zaak/{made.case.code}/")
    expect(page.locator("#paneel-rapportages")).to_contain_text("wordt gemaakt")
    page.goto(f"{at}nalezen/")
    page.get_by_role("link", name="Kijk hoe ver het is").click()
    page.get_by_role("button", name="Neem de opdracht terug").click()
    expect(page.get_by_text("Teruggenomen. Er is niets veranderd.")).to_be_visible()
    expect(page.get_by_text("het rapport wordt gemaakt.")).to_have_count(0)

    page.goto(f"{at}teken/")
    page.get_by_role("button", name="Teken en bevries").click()
    expect(page.get_by_text("Het rapport is zo aan de beurt.")).to_be_visible()
    with serving.serving(serving.press(testbed().environment("desk"))):
        expect(page.get_by_text("Klopt.", exact=True)).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Getekend en bevroren.")).to_be_visible()
    assert looks.wrong == []
    assert watch.strangers == []


def test_without_script_and_refused(stage: Sites, new_page: NewPage) -> None:
    made, looks, page = ready(), Looks(telling=False), new_page(java_script_enabled=False)
    at = f"{stage.desk}{made.at}"
    be(page, stage.desk, cast.member("iris"))
    page.goto(f"{at}teken/")
    page.get_by_role("button", name="Teken en bevries").click()
    expect(page.get_by_text("Het rapport is zo aan de beurt.")).to_be_visible()
    made.saved("Nog een woord.")
    with serving.serving(serving.press(testbed().environment("desk"))):
        for _ in range(200):
            if order_of(made).state == "refused":
                break
            page.wait_for_timeout(100)
    page.get_by_role("link", name="Kijk opnieuw").click()
    expect(page.get_by_text("Het rapport is niet getekend.")).to_be_visible()
    with_script = new_page()
    be(with_script, stage.desk, cast.member("iris"))
    with_script.goto(page.url)
    looks.at(with_script, "refused")
    shots(with_script, "press-refused")
    with_script.get_by_role("button", name="Gezien").click()
    expect(with_script.get_by_text("is niet gelukt.")).to_have_count(0)
    assert looks.wrong == []
