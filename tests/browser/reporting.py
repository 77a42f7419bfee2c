"""What a jurist does in her browser to write a report: facts, sources, chapters, and what sentences stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from playwright.sync_api import Locator, Page, expect

from tests.browser.report_text import ELEMENTS, RIGHTS, WRITTEN

PASTE = """(node, html) => { const data = new DataTransfer(); data.setData("text/html", html);
  node.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
KEPT = re.compile("Versleuteld bewaard")


@dataclass(frozen=True)
class Fact:
    """One fact as it is typed; where it comes from is chosen by the words of the list."""

    text: str
    source: str
    page: str = ""
    day: str = ""
    contested_by: str = ""


def begun(page: Page, case_url: str) -> str:
    """From the case; the address of the report."""
    page.goto(case_url)
    page.locator("#rapportages").get_by_role("link", name="Begin").click()
    page.get_by_text("Beroep bij de rechtbank", exact=True).click()
    page.get_by_label("Titel").fill("Terug naar huis")
    page.get_by_label("Leeftijd, zoals die voorop staat").fill("8 jaar")
    page.get_by_label("Bij wie loopt het?").fill("Rechtbank Den Haag")
    page.get_by_label("Dag van het besluit").fill("2026-10-02")
    page.get_by_label("De vraag").fill("Stonden de belangen van dit kind voorop toen werd besloten waar zij woont?")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("navigation", name="Hoofdstukken")).to_be_visible()
    return page.url.partition("?")[0]


def facts(page: Page, at: str, told: Sequence[Fact]) -> None:
    """One after the other, as a jurist goes through her papers."""
    page.goto(f"{at}feiten/nieuw/")
    for fact in told:
        expect(page.get_by_label("Het feit")).to_have_value("")
        page.get_by_label("Het feit").fill(fact.text)
        choose(page.get_by_label("Waar komt het vandaan?"), fact.source)
        page.get_by_label("Bladzijde").fill(fact.page)
        page.get_by_label("Wanneer was het?").fill(fact.day)
        page.get_by_text("Ja, betwist" if fact.contested_by else "Nee, niet betwist", exact=True).click()
        if fact.contested_by:
            page.locator("label.krh-pills__label", has_text=fact.contested_by).click()
        page.get_by_role("button", name="Bewaar, en nog een").click()
        expect(page.get_by_text("Het feit staat erbij.")).to_be_visible()
        page.goto(f"{at}feiten/nieuw/")
    page.goto(f"{at}feiten/")
    expect(page.get_by_text(f"Feit {len(told)}", exact=True)).to_be_visible()


def choose(field: Locator, begin: str) -> None:
    """The option that begins so."""
    option = field.locator("option", has_text=begin).first
    field.select_option(value=option.get_attribute("value"))


def cited(page: Page, at: str, typed: Iterable[str]) -> None:
    """Searched for and cited on the page of sources."""
    for words in typed:
        page.goto(f"{at}bronnen/")
        page.get_by_label("Artikel, uitspraak of woorden").fill(words)
        page.locator("#zoek-bron").click()
        page.get_by_role("button", name=re.compile("^Citeer ")).first.click()
        expect(page.get_by_text("De bron staat erbij.")).to_be_visible()


def chapter(page: Page, at: str, key: str) -> Locator:
    """Open it; its text."""
    page.goto(f"{at}?hoofdstuk={key}")
    sheet = page.get_by_role("textbox", name="Tekst van")
    expect(sheet).to_be_visible()
    return sheet


def kept(page: Page) -> None:
    """Everything is with the server."""
    page.keyboard.press("Control+s")
    expect(page.get_by_text(KEPT)).to_be_visible()


def paste(sheet: Locator, paragraphs: Iterable[str]) -> None:
    """Paragraphs from elsewhere, where the cursor is."""
    sheet.evaluate(PASTE, "".join(f"<p>{escape(one)}</p>" for one in paragraphs))


def write(page: Page, at: str, key: str) -> Locator:
    """All pieces of one chapter, each under its heading: the first words typed, the rest pasted."""
    sheet = chapter(page, at, key)
    for heading, paragraphs in WRITTEN.get(key, ()):
        place = sheet.locator("p").first
        if heading:
            title = sheet.get_by_role("heading", name=heading, exact=True)
            place = title.locator("xpath=following-sibling::*[1]")
        place.click()
        paste(sheet, paragraphs)
        expect(sheet).to_contain_text(paragraphs[-1][-40:])
    if key == "weighing":
        for name, words in ELEMENTS.items():
            sheet.locator(f".krh-box--element[data-label*='{name}'] p").click()
            page.keyboard.insert_text(words)
    kept(page)
    return sheet


def rights(page: Page, at: str) -> None:
    """Of each right which provision, the fact, the norm and what lies between; the first stands there already."""
    sheet = chapter(page, at, "application")
    for number, (article, *sides) in enumerate(RIGHTS):
        if number:
            sheet.locator("p").last.click()
            page.keyboard.press("Control+End")
            bar(page, "Blok")
            page.get_by_role("dialog", name="Kies een blok").get_by_role("button", name=re.compile("^Recht")).click()
        box = sheet.locator(".krh-box--right").nth(number)
        box.get_by_role("button", name="Kies bepaling").click()
        find(page, "Welke bepaling", article)
        for side, words in enumerate(sides):
            box.locator("p").nth(side).click()
            page.keyboard.insert_text(words)
        expect(box).to_contain_text(f"Recht: {article}")
    kept(page)


def find(page: Page, title: str, words: str, *, note: bool = False) -> None:
    """In the dialog that looks for a source."""
    dialog = page.get_by_role("dialog", name=title)
    dialog.get_by_role("searchbox").fill(words)
    dialog.get_by_role("searchbox").press("Enter")
    expect(dialog.locator(".krh-choices__one").first).to_be_visible()
    if note:
        dialog.get_by_label("Als voetnoot").check()
    dialog.locator(".krh-choices__one").first.click()
    expect(dialog).to_be_hidden()


def bar(page: Page, name: str) -> None:
    """Press a button of the bar."""
    page.get_by_role("toolbar", name="Opmaak").get_by_role("button", name=name, exact=True).click()


def behind(page: Page, words: str) -> None:
    """The cursor behind the last word of the paragraph that says so."""
    place = page.get_by_role("textbox", name="Tekst van").locator("p", has_text=words).last
    place.scroll_into_view_if_needed()
    box = place.bounding_box()
    assert box is not None
    place.click(position={"x": box["width"] - 3, "y": box["height"] - 6})
    page.keyboard.press("End")


def sources_in(page: Page, ends: str, typed: Sequence[str]) -> None:
    """Sources behind the last words of a paragraph, as footnotes but for the first."""
    behind(page, ends)
    for number, words in enumerate(typed):
        if not number:
            page.keyboard.insert_text(" Zie ")
        bar(page, "Bron")
        find(page, "Zoek een bron", words, note=bool(number))
    page.keyboard.insert_text(".")


def grounded(page: Page, numbers: Sequence[int], *, most: int) -> int:
    """Go through the gaps in the margin: each sentence gets a fact in turn, every third is our own view."""
    cards = page.get_by_role("complementary", name="Feiten, bronnen en opmerkingen").locator(".krh-source--gap")
    before = cards.count()
    for turn in range(min(before, most)):
        left = cards.count()
        card = cards.first
        card.locator(".krh-source__lead").click()
        if turn % 3 == 2:
            card.get_by_role("button", name="Ons standpunt").click()
        else:
            card.get_by_role("button", name="Kies feit").click()
            dialog = page.get_by_role("dialog", name="Kies een feit")
            dialog.get_by_role("button", name=re.compile(rf"Feit {numbers[turn % len(numbers)]}\b")).click()
        expect(cards).to_have_count(left - 1)
    kept(page)
    return before
