"""The public faces in a real browser: axe, no sideways scrolling, help in sight, steps, exit, cover, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.sites import Sites

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/en/",
    "/vraag/?wie=kind",
    "/vraag/?wie=ouder",
    "/vraag/",
    "/code/",
    "/veilig/",
    "/contact/",
    "/bewaren/",
)
MORE = ("/klacht/", "/steun/", "/toegankelijkheid/", "/niet-hier/")
HELPLINES = 6


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 568})
    yield context
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_no_page_breaks_a_rule_of_axe(sites: Sites, browser: Browser, width: int, scheme: str) -> None:
    # axe adds its own script, which our policy would stop.
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light", bypass_csp=True
    )
    page = context.new_page()
    for path in PAGES + MORE:
        page.goto(sites.public + path)
        found = Axe().run(page)
        assert found.violations_count == 0, (path, found.generate_report())
    context.close()


def test_no_page_scrolls_sideways(sites: Sites, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    for path in PAGES + MORE:
        page.goto(sites.public + path)
        for width in (320, 360, 414, 600, 768, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
    context.close()


@pytest.mark.parametrize("path", ["/", "/en/", "/veilig/", "/contact/"])
def test_six_numbers_are_in_sight_without_scrolling(sites: Sites, phone: BrowserContext, path: str) -> None:
    page = phone.new_page()
    page.goto(sites.public + path)
    numbers = page.locator(".krh-help li")
    assert numbers.count() == HELPLINES
    box = numbers.last.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 568
    assert page.locator("a[href^='tel:']").count() == 0


def _to_the_story(page: Page, site: str) -> None:
    page.goto(site + "/vraag/?wie=kind")
    expect(page).to_have_title("Vraag 2 van 6")
    page.locator("[data-next]").click()


def test_one_primary_button_is_in_sight_at_every_step(sites: Sites, phone: BrowserContext) -> None:
    page = phone.new_page()
    _to_the_story(page, sites.public)
    page.locator("[data-next]").click()
    expect(page.locator("[data-missing]")).to_be_visible()
    page.locator("[name=story]").fill("Mag dit?")
    for number in range(3, 7):
        expect(page).to_have_title(f"Vraag {number} van 6")
        assert page.locator(".krh-button--primary:visible").count() == 1
        if number < 6:
            page.locator("[data-next]").click()


def test_another_asker_gets_other_words_and_keeps_the_story(sites: Sites, phone: BrowserContext) -> None:
    page = phone.new_page()
    _to_the_story(page, sites.public)
    page.locator("[name=story]").fill("Mag dit?")
    for _ in range(2):
        page.locator("[data-back]").click()
    page.locator("label[for=id_asker_1]").click()
    page.locator("[data-next]").click()
    expect(page).to_have_title("Vraag 2 van 7")
    expect(page.locator("[name=story]")).to_have_value("Mag dit?")
    expect(page.locator("#q-verhaal")).to_have_text("Vertel wat er speelt")


def test_danger_in_the_story_or_the_answer_brings_the_numbers(sites: Sites, phone: BrowserContext) -> None:
    page = phone.new_page()
    _to_the_story(page, sites.public)
    page.locator("[name=story]").fill("Hij slaat me")
    expect(page.locator("[data-danger-help]")).to_be_visible()
    page.locator("[data-next]").click()
    page.locator("label[for=id_danger_0]").click()
    expect(page.locator(".krh-choices__reveal .krh-help")).to_be_visible()


def test_three_times_shift_leaves_no_way_back(sites: Sites, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**://www.knmi.nl/**", lambda route: route.fulfill(body="<title>Weer</title>", content_type="text/html"))
    page.goto(sites.public + "/")
    page.locator(".krh-choice--lead").click()
    page.locator("[data-next]").click()
    page.locator("[name=story]").press_sequentially("Hallo Daar")
    assert page.locator(".krh-exit").get_attribute("data-count") is None
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**://www.knmi.nl/**")
    page.go_back()
    assert not page.url.startswith(sites.public)
    context.close()


def test_a_page_out_of_sight_or_left_alone_is_covered(sites: Sites, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    _to_the_story(page, sites.public)
    page.locator("[name=story]").fill("geheim")
    page.clock.fast_forward(200_000)
    page.clock.run_for(6_000)
    expect(page.locator(".krh-cover")).to_be_visible()
    expect(page.locator("[name=story]")).not_to_be_visible()
    page.locator(".krh-cover").click()
    expect(page.locator("[name=story]")).to_have_value("geheim")
    page.clock.fast_forward(900_000)
    page.clock.run_for(6_000)
    page.wait_for_url(sites.public + "/")
    context.close()


def test_a_server_in_trouble_loses_nothing(sites: Sites, phone: BrowserContext) -> None:
    page = phone.new_page()
    _to_the_story(page, sites.public)
    page.locator("[name=story]").fill("Mag dit?")
    for _ in range(3):
        page.locator("[data-next]").click()
    page.route("**/vraag/", lambda route: route.abort())
    page.locator("[data-last]").click()
    expect(page.locator("[data-failed]")).to_be_visible(timeout=20_000)
    expect(page.locator("[name=story]")).to_have_value("Mag dit?")
    page.unroute("**/vraag/")
    page.locator("[data-last]").click()
    expect(page.locator(".krh-receipt")).to_be_visible(timeout=20_000)
    expect(page).to_have_title("Je code")


def test_without_script_it_is_one_page_with_everything(sites: Sites, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(sites.public + "/vraag/?wie=kind")
    assert page.locator("[data-step]:visible").count() == 6
    assert page.locator(".krh-button--primary:visible").count() == 1
    page.locator("label[for=id_danger_0]").click()
    expect(page.locator(".krh-choices__reveal")).to_be_visible()
    context.close()
