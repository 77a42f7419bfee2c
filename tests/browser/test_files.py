"""A photo is sent beside a question and seen at the desk: without its place and device, with nothing from outside."""

from __future__ import annotations

import io
import time

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from helpdesk.lib.tests.test_files import TELLING, photo
from tests.browser.asker import WAIT, receipt
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.watch import NOTHING, Watch, kept_by
from tests.sites import Sites

STORY = "Mijn voogd stuurde dit. Mag dat?"
PHOTO: FilePayload = {"name": "mijn-straat.jpg", "mimeType": "image/jpeg", "buffer": photo(size=(640, 480))}
TOO_WIDE = """[...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.className)"""
BROKEN: FilePayload = {"name": "kapot.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff\x00"}


def ask_with(page: Page, site: str, *files: FilePayload, script: bool) -> None:
    """As the asker does, with files at the story."""

    def on() -> None:
        if script:
            page.get_by_role("button", name="Verder").click()

    page.goto(f"{site}/vraag/?wie=kind")
    page.get_by_text("Ik woon niet thuis, of krijg hulp").click()
    on()
    page.get_by_role("textbox", name="Vertel het in je eigen woorden").fill(STORY)
    page.locator("#bestanden").set_input_files(list(files))
    on()
    page.get_by_text("Nee, nu niet").click()
    on()
    if script:
        page.get_by_role("button", name="Sla over").click()
    else:
        time.sleep(WAIT)
    page.get_by_role("button", name="Verstuur").click()
    receipt(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_a_photo_arrives_without_its_place_and_device(
    stage: Sites, new_page: NewPage, watch: Watch, *, script: bool
) -> None:
    assert [word for word in TELLING if word in PHOTO["buffer"]], "the control: it tells much"
    child, desk = new_page(java_script_enabled=script), new_page(java_script_enabled=script)
    ask_with(child, stage.public, PHOTO, BROKEN, script=script)
    expect(child.get_by_text("mijn-straat.jpg is er. Onze jurist kan het bekijken.")).to_be_visible()
    expect(child.get_by_text("kapot.jpg kunnen we niet openen.")).to_be_visible()
    assert kept_by(child) == NOTHING
    child.goto("about:blank")

    drawn: list[str] = []
    desk.on("request", lambda request: drawn.append(request.url) if request.url.endswith("/kopie/") else None)
    sign_in(desk, stage.desk, "Mo Bakker")
    desk.goto(f"{stage.desk}/triage/")
    desk.locator(".krh-queue__item").first.click()
    expect(desk.locator("#paneel-bestanden").get_by_text("kapot.jpg")).to_be_visible()
    assert drawn == [], "nothing is drawn before somebody chose to look"
    desk.get_by_role("link", name="mijn-straat.jpg").click()
    shown = desk.locator(".krh-file__image")
    expect(shown).to_be_visible()
    shown.evaluate("image => image.decode()")
    assert shown.evaluate("image => image.naturalWidth") == 640
    with Image.open(io.BytesIO(_copy(desk, str(shown.get_attribute("src")), stage.desk))) as copy:
        assert dict(copy.getexif()) == {}
    assert drawn, "the control: that is how a copy is asked for"
    assert kept_by(desk) == NOTHING
    assert watch.strangers == []
    assert watch.complaints == []


def _copy(page: Page, path: str, site: str) -> bytes:
    answer = page.request.get(f"{site}{path}")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in answer.headers["cache-control"]
    data = answer.body()
    assert not [word for word in TELLING if word in data]
    return data


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_field_fits_and_goes_where_pictures_may_be_illegal(
    stage: Sites, new_page: NewPage, watch: Watch, tmp_path_factory: pytest.TempPathFactory, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{stage.public}/vraag/?wie=kind")
    field, instead = page.locator("#bestanden"), page.locator(".krh-files__no")
    page.get_by_text("Ik woon niet thuis, of krijg hulp").click()
    page.get_by_role("button", name="Verder").click()
    expect(field).to_be_hidden()
    page.get_by_text("Ik wil een foto of brief meesturen").click()
    expect(field).to_be_visible()
    expect(page.get_by_text("Wij halen plaats en toestel eruit.")).to_be_visible()
    expect(instead).to_be_hidden()
    page.screenshot(path=tmp_path_factory.getbasetemp() / f"field-{width}.png", full_page=True)
    assert page.evaluate(TOO_WIDE) == []
    page.get_by_role("button", name="Terug").click()
    page.locator("[name=theme][value=uitbuiting] + label").click()
    page.get_by_role("button", name="Verder").click()
    expect(field).to_be_hidden()
    expect(instead).to_contain_text("Stuur geen beelden; wij helpen zonder.")
    page.screenshot(path=tmp_path_factory.getbasetemp() / f"instead-{width}.png", full_page=True)
    assert watch.complaints == []
