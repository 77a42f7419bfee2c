"""A jurist pastes a text, sees where each reference leads, and takes a citation along on the clipboard."""

from __future__ import annotations

from playwright.sync_api import expect

from helpdesk.library.actions import import_source, load_own_lists
from helpdesk.library.tests.law import law
from helpdesk.library.tests.test_import_source import made
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_library import ARTICLES, looked_at
from tests.browser.test_pages import Looks
from tests.browser.watch import Watch
from tests.sites import Sites

TEXT = (
    "Volgens artikel 2, eerste lid, van de Proefwet telt een kind mee, zie ook art. 3 lid 1 IVRK en art. 99 Proefwet. "
    "Anders: HR 21 september 2012, ECLI:NL:HR:2012:BW5328, r.o. 3.4."
)


def test_a_jurist_looks_up_citations(stage: Sites, new_page: NewPage, watch: Watch) -> None:
    load_own_lists()
    import_source(made(law("2020-01-01", ARTICLES)))
    page, looks = new_page(), Looks(telling=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sign_in(page, stage.desk)
    page.goto(f"{stage.desk}/bronnen/")
    page.get_by_role("link", name="Verwijzingen opzoeken").click()
    expect(page.get_by_role("heading", name="Verwijzingen opzoeken")).to_be_visible()
    looked_at(page, looks, "look-up-empty")
    page.get_by_label("Tekst met verwijzingen").fill(TEXT)
    page.get_by_role("button", name="Zoek op").click()
    expect(page.get_by_role("heading", name="4 verwijzingen gevonden")).to_be_visible()
    expect(page.get_by_text("art. 99 Proefwet staat niet in de versie van")).to_be_visible()
    looked_at(page, looks, "look-up")
    assert page.url.endswith("/bronnen/verwijzing/")
    page.get_by_role("button", name="JuriConnect: jci1.3:c:BWBR0000001&artikel=2").click()
    expect(page.get_by_text("Gekopieerd")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("jci1.3:c:BWBR0000001&artikel=2&lid=1")
    page.get_by_role("link", name="art. 2 lid 1 Proefwet").click()
    expect(page.get_by_text("Een kind telt mee.")).to_be_visible()
    assert looks.wrong == []
    assert watch.strangers == []
