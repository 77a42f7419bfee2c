"""What stands around a report that was signed, and what is missing in one that was not: looked at in both colours."""

from __future__ import annotations

from playwright.sync_api import expect

from helpdesk.reports.tests.test_sign_report import signed
from helpdesk.reports.tests.writing_scene import whole
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites

SIGNED = ("", "getekend/", "geef/", "aanvulling/", "terug-uit-word/", "nalezen/", "uitkomst/", "versies/summary/")


@BOTH
def test_every_page_of_a_signed_report(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = signed(), Looks(telling=False), new_page(color_scheme=colours)
    sign_in(page, stage.desk)
    compared = f"versies/summary/{made.versions('summary')[-1]['id']}/"
    for path in (*SIGNED, compared):
        page.goto(f"{stage.desk}{made.at}{path}")
        looks.at(page, path)
        shots(page, f"signed-{path.split('/')[0] or 'page'}{'-one' if path == compared else ''}-{colours}")
    page.goto(f"{stage.desk}{made.at}aanvulling/")
    page.get_by_label("Waarom").fill("Er kwam een nieuw besluit.")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("navigation", name="Hoofdstukken")).to_be_visible()
    looks.at(page, "the supplement")
    shots(page, f"signed-supplement-{colours}")
    assert looks.wrong == []
    assert watch.strangers == []


def test_from_a_chapter_to_the_line_that_says_what_is_missing(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    made, page = whole(), new_page()
    made.saved("Mariam de Boer zag het.", part="summary")
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}{made.at}")
    outline = page.get_by_role("navigation", name="Hoofdstukken")
    expect(outline.get_by_role("link", name="er is iets te herstellen")).to_have_count(1)
    shots(page, "gap-page")
    link = outline.get_by_role("link", name="Eén punt te herstellen")
    link.focus()
    page.keyboard.press("Enter")
    line = page.locator("li:target")
    expect(line).to_contain_text("Mariam de Boer")
    expect(line).to_be_in_viewport()
    shots(page, "gap-review")
    line.get_by_role("link", name="Naar het hoofdstuk").click()
    expect(page.get_by_role("heading", name="Kinderrechtenrapportage")).to_be_visible()
    assert watch.strangers == []
