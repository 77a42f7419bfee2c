"""A report is read by a second colleague, signed, and looked at again: every page by eye, by keyboard and by axe."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from helpdesk.reports.tests.writing_scene import whole
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import be
from tests.browser.test_pages import BOTH, Colours, Looks
from tests.browser.test_texts import shots
from tests.browser.watch import Watch
from tests.sites import Sites


@BOTH
@pytest.mark.usefixtures("press")
def test_read_signed_and_looked_at_again(stage: Sites, new_page: NewPage, watch: Watch, colours: Colours) -> None:
    made, looks, page = whole(), Looks(telling=False), new_page(color_scheme=colours)
    base = made.saved("Zij is acht jaar en kan goed vertellen waar zij wil wonen.", "Niemand sprak met haar.")
    made.saved("Zij is acht jaar en kan goed vertellen waar zij wil wonen.", "In het besluit staat geen gesprek.")
    lost = json.loads(made.save("Dit schreef iemand in een ander venster.", base=base).content)["conflict"]
    at = f"{stage.desk}{made.at}"

    be(page, stage.desk, cast.member("iris"))
    page.goto(at)
    looks.at(page, "the report")
    page.get_by_role("link", name="Nalezen en tekenen").click()
    looks.at(page, "nobody asked")
    page.goto(f"{at}versies/application/{lost}/")
    looks.at(page, "compared")
    shots(page, f"report-compared-{colours}")
    page.goto(f"{at}versies/application/")
    looks.at(page, "versions")
    shots(page, f"report-versions-{colours}")
    page.goto(f"{at}nalezen/")
    page.get_by_role("button", name="Afgehandeld").click()
    page.get_by_role("link", name="Vraag een tweede lezer").click()
    page.get_by_label("Wie leest het rapport?").select_option(label=cast.member("sanne").full_name)
    page.get_by_label("Regel aan je collega").fill("Kijk vooral naar de toepassing.")
    looks.at(page, "who reads")
    shots(page, f"report-ask-{colours}")
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.get_by_text("Kijk vooral naar de toepassing.")).to_be_visible()

    be(page, stage.desk, cast.member("sanne"))
    page.goto(f"{at}nalezen/")
    page.get_by_role("textbox", name="Opmerking").fill("“Goed vertellen” is te sterk. Kan het zachter?")
    page.get_by_role("button", name="Zet de opmerking erbij").click()
    expect(page.get_by_text("Er staan nog opmerkingen open.")).to_be_visible()
    looks.at(page, "read")
    shots(page, f"report-review-{colours}")
    page.get_by_role("button", name="Klaar").click()
    page.get_by_role("button", name="Ik heb het gelezen en ben akkoord").click()
    expect(page.get_by_text("is akkoord").first).to_be_visible()
    looks.at(page, "agreed")

    be(page, stage.desk, cast.member("iris"))
    page.goto(f"{at}nalezen/")
    page.get_by_role("link", name="Teken en bevries").click()
    looks.at(page, "to be signed")
    shots(page, f"report-sign-{colours}")
    page.get_by_role("button", name="Teken en bevries").click()
    expect(page.get_by_text("Klopt.", exact=True)).to_be_visible(timeout=60_000)
    looks.at(page, "signed")
    shots(page, f"report-signed-{colours}")
    for link in ("Geef mee", "Begin een aanvulling", "Terug uit Word"):
        page.goto(f"{at}getekend/")
        page.get_by_role("link", name=link).click()
        looks.at(page, link)
        shots(page, f"report-{link.split()[0].lower()}-{colours}")
    assert looks.wrong == []
    assert watch.strangers == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
