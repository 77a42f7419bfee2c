"""What one can do with words in the report editor: shape, paste, ground, remark, propose; by keyboard, for all eyes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.report_desk import FACT, IRIS, LAW, MADE, MO, Desk, all_of, said, serving, words
from tests.browser.test_pages import Looks
from tests.browser.test_report_editor import FIRST, at_end, kept, opened, until
from tests.browser.watch import NOTHING, Watch, kept_by

COLOURS = pytest.mark.parametrize("colours", ["light", "dark"])
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color:red}</style></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<h1 style='mso-style:x'>De zorgen<o:p></o:p></h1>
<p class=MsoNormal style='color:red' onclick='alert(1)'>Er zijn <b style='mso-bidi-font-weight:normal'>drie</b> zorgen
<span style='font-style:italic'>nu</span>.<a style='mso-footnote-id:ftn1'
 href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·
</span><![endif]>School</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>Groep 5</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>· </span>Thuis</p>
<p class=MsoNormal>Eerst dit:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<i> </i></span>Praten</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2. </span>Wonen</p>
<table border=1 style='border:none'><tr><td width=100 style='width:1cm'><p class=MsoNormal>Wat</p></td><td>Wie</td></tr>
</table>
<p><img src="https://example.org/x.png"><a href="https://example.org">link</a><script>alert(1)</script></p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
 style='mso-footnote-id:ftn1' href="#_ftnref1"><sup>[1]</sup></a> Besluit, blz. 3.</p></div></div>
<!--EndFragment--></body></html>"""
PASTE = """(node, html) => { const data = new DataTransfer(); data.setData("text/html", html);
  node.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""


@pytest.fixture
def desk() -> Iterator[Desk]:
    """One chapter with one sentence."""
    with serving(Desk(words(FIRST))) as made:
        yield made


def paste(page: Page, html: str) -> None:
    page.get_by_role("textbox").evaluate(PASTE, html)


def chosen(page: Page, text: str) -> None:
    """Select these words, which stand at the end of the text, by the keys."""
    page.keyboard.press("Control+End")
    for _ in text:
        page.keyboard.press("Shift+ArrowLeft")


def test_what_comes_from_word_keeps_its_shape_and_nothing_else(new_page: NewPage, desk: Desk, watch: Watch) -> None:
    desk.doc = words("")
    page = opened(new_page, desk)
    paste(page, WORD)
    kept(page)
    assert said(all_of(desk.doc, "heading")[0]) == "De zorgen"
    assert [node["text"] for node in all_of(desk.doc, "strong")] == ["drie"]
    assert [node["text"] for node in all_of(desk.doc, "em")] == ["nu"]
    assert [note["attrs"]["text"] for note in all_of(desk.doc, "footnote")] == ["Besluit, blz. 3."]
    outer = all_of(desk.doc, "bullet_list")[0]
    assert [said(item).split() for item in outer["content"]] == [["School", "Groep", "5"], ["Thuis"]]
    assert len(all_of(desk.doc, "bullet_list")) == 2
    assert [said(item) for item in all_of(desk.doc, "ordered_list")[0]["content"]] == ["Praten", "Wonen"]
    assert [said(cell).strip() for cell in all_of(desk.doc, "table_cell")] == ["Wat", "Wie"]
    flat = str(desk.doc)
    for gone in ("example.org", "alert", "Mso", "color", "[1]", "·"):
        assert gone not in flat, gone
    assert desk.refused == []
    assert watch.complaints == []
    assert watch.strangers == []


def test_a_ref_of_elsewhere_and_remarks_do_not_come_along(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    other = "99999999-9999-4999-8999-999999999999"
    paste(
        page,
        f'<p data-pm-slice="0 0 []">A<span data-atom="fact" data-ref="{other}"></span>'
        f'<span data-comment="{other}">b</span>'
        f'<del data-id="x" data-by="{MO}" data-at="y">weg</del><span data-atom="fact" data-ref="{FACT}"></span></p>',
    )
    kept(page)
    assert [node["attrs"]["ref"] for node in all_of(desk.doc, "fact")] == [FACT]
    assert all_of(desk.doc, "comment") == []
    assert "weg" not in desk.text


def test_a_chapter_by_keyboard_alone(new_page: NewPage, desk: Desk, watch: Watch) -> None:
    page = opened(new_page, desk)
    keys = page.keyboard
    keys.press("Enter")
    keys.press("Control+Alt+1")
    keys.type("Kop")
    keys.press("Enter")
    keys.press("Control+b")
    keys.type("vet")
    keys.press("Control+b")
    keys.type(" en ")
    keys.press("Control+i")
    keys.type("schuin")
    keys.press("Control+i")
    keys.press("Control+Alt+f")
    expect(page.get_by_role("dialog", name="Voetnoot")).to_be_visible()
    keys.type("Blz. 3.")
    keys.press("Control+Enter")
    expect(page.get_by_role("textbox", name="Tekst van")).to_be_focused()
    keys.press("Enter")
    keys.type("- een")
    keys.press("Enter")
    keys.type("twee")
    keys.press("Tab")
    keys.press("Enter")
    keys.press("Enter")
    keys.press("Enter")
    keys.press("Alt+F10")  # to the bar, over to the table, and back
    expect(page.get_by_role("toolbar", name="Opmaak").locator(":focus")).to_have_count(1)
    for _ in range(20):
        if page.evaluate("document.activeElement.textContent") == "Tabel":
            break
        keys.press("ArrowRight")
    keys.press("Enter")
    keys.type("cel")
    keys.press("Tab")
    keys.type("cel twee")
    keys.press("Alt+F10")
    expect(page.get_by_role("group", name="Tabel")).to_be_visible()
    keys.press("End")
    keys.press("Escape")
    expect(page.get_by_role("textbox", name="Tekst van")).to_be_focused()
    keys.type("!")
    keys.press("Control+s")
    kept(page)
    until(page, lambda: "cel twee!" in desk.text)
    assert said(all_of(desk.doc, "heading")[0]) == "Kop"
    assert [node["text"] for node in all_of(desk.doc, "strong")] == ["vet"]
    assert [node["text"] for node in all_of(desk.doc, "em")] == ["schuin"]
    assert all_of(desk.doc, "footnote")[0]["attrs"]["text"] == "Blz. 3."
    assert len(all_of(desk.doc, "bullet_list")) == 2
    assert [said(cell) for cell in all_of(desk.doc, "table_header")] == ["cel", "cel twee!", ""]
    ids = [
        node["attrs"]["id"]
        for kind in ("paragraph", "heading", "table", "bullet_list")
        for node in all_of(desk.doc, kind)
    ]
    assert all(re.fullmatch("[0-9a-f]{8}", one) for one in ids)
    assert len(set(ids)) == len(ids)
    assert desk.refused == []
    assert watch.complaints == []
    assert kept_by(page) == NOTHING


def test_undo_and_redo(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.keyboard.type(" Weg.")
    page.keyboard.press("Control+z")
    expect(page.get_by_role("textbox")).not_to_contain_text("Weg.")
    page.keyboard.press("Control+Shift+z")
    expect(page.get_by_role("textbox")).to_contain_text("Weg.")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    kept(page)
    assert desk.text == FIRST + " Weg."


def test_a_sentence_stands_on_a_fact_or_is_a_gap(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    margin = page.get_by_role("complementary", name="Feiten, bronnen en opmerkingen")
    gap = margin.locator(".krh-source--gap")
    expect(gap).to_have_count(1)
    expect(gap).to_have_class(re.compile("krh-source--on"))  # the cursor is in it
    gap.get_by_role("button", name="Kies feit").click()
    page.get_by_role("dialog", name="Kies een feit").get_by_role("button", name="Geen verslag van een gesprek.").click()
    expect(gap).to_have_count(0)
    expect(margin.get_by_role("button", name="1 · Feit · niet betwist")).to_be_visible()
    expect(page.get_by_role("button", name="1, staat op een feit")).to_be_visible()
    kept(page)
    ground = all_of(desk.doc, "stands_on")[0]
    assert ground["text"] == FIRST
    assert ground["marks"] == [{"type": "stands_on", "attrs": {"refs": FACT}}]
    margin.get_by_role("button", name="Haal weg").click()
    expect(gap).to_have_count(1)


def test_a_source_is_found_and_stands_where_the_cursor_is(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.get_by_role("button", name="Bron", exact=True).click()
    dialog = page.get_by_role("dialog", name="Zoek een bron")
    page.keyboard.type("onzin")
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("Niets gevonden.")).to_be_visible()
    dialog.get_by_role("searchbox").fill("art. 9 IVRK")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("button", name="art. 9 IVRK nagelezen")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    kept(page)
    assert [node["attrs"] for node in all_of(desk.doc, "citation")] == [{"ref": MADE, "as": "text"}]
    assert all("9" not in path for path in desk.asked)  # what was looked for is in no address
    chosen(page, "x")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Shift+End")
    page.get_by_role("button", name="Standpunt", exact=True).click()
    until(page, lambda: bool(all_of(desk.doc, "position")))


def test_a_remark_is_made_answered_and_done(new_page: NewPage, desk: Desk) -> None:
    page = opened(new_page, desk)
    page.keyboard.press("Control+Alt+m")
    page.keyboard.type("Staat dit")
    page.keyboard.press("Escape")  # what was typed is there when one comes back
    page.get_by_role("button", name="Opmerking", exact=True).click()
    expect(page.get_by_label("Je opmerking")).to_have_value("Staat dit")
    page.get_by_label("Je opmerking").press("End")
    page.keyboard.type(" ergens?")
    page.get_by_role("button", name="Klaar", exact=True).click()
    card = page.locator(".krh-source--remark")
    expect(card.get_by_text("Staat dit ergens?")).to_be_visible()
    until(page, lambda: bool(all_of(desk.doc, "comment")))
    assert all_of(desk.doc, "comment")[0]["text"] == FIRST
    card.get_by_role("button", name="Antwoord").click()
    page.keyboard.type("Ja, blz. 3.")
    page.keyboard.press("Control+Enter")
    expect(card.get_by_text("Ja, blz. 3.")).to_be_visible()
    card.get_by_role("button", name="Klaar").click()
    expect(page.get_by_text("Klaar (1)")).to_be_visible()
    assert desk.comments[0]["done"]


def test_proposals_leave_the_text_and_are_taken_over_or_left(new_page: NewPage, desk: Desk) -> None:
    desk.doc = words("Zijn wens moet gevolgd worden")
    page = opened(new_page, desk)
    page.get_by_role("button", name="Voorstellen").click()
    chosen(page, "gevolgd worden")
    page.keyboard.type("meegewogen zijn")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Delete")
    page.keyboard.press("Delete")
    kept(page)
    until(page, lambda: len(all_of(desk.doc, "deletion")) == 2)
    assert [node["text"] for node in all_of(desk.doc, "deletion")] == ["Zi", "gevolgd worden"]
    assert [node["text"] for node in all_of(desk.doc, "insertion")] == ["meegewogen zijn"]
    assert {mark["attrs"]["by"] for node in all_of(desk.doc, "insertion") for mark in node["marks"]} == {IRIS}
    assert set(desk.modes) == {"suggest"}
    page.keyboard.press("Control+b")
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+b")
    expect(page.get_by_text("In een voorstel kun je alleen woorden toevoegen of weghalen.")).to_be_visible()
    cards = page.locator(".krh-source--remark")
    expect(cards).to_have_count(2)
    cards.filter(has_text="Erbij: meegewogen zijn").get_by_role("button", name="Neem over").click()
    cards.filter(has_text="Weg: Zi").get_by_role("button", name="Haal terug").click()
    expect(cards).to_have_count(0)
    until(page, lambda: not all_of(desk.doc, "insertion") and not all_of(desk.doc, "deletion"))
    assert desk.text == "Zijn wens moet meegewogen zijn"
    assert desk.modes[-1] == "write"


def test_what_came_back_from_word_is_taken_over_all_at_once(new_page: NewPage, desk: Desk) -> None:
    def mark(kind: str, number: str) -> dict[str, Any]:
        return {"type": kind, "attrs": {"id": number, "by": "word", "at": "2026-11-28T10:00:00Z"}}

    doc = words("", "Blijft.")
    doc["content"][0]["content"] = [
        {"type": "text", "text": "Oud", "marks": [mark("deletion", "a")]},
        {"type": "text", "text": "Nieuw", "marks": [mark("insertion", "a")]},
        {"type": "hard_break", "marks": [mark("insertion", "b")]},
        {"type": "text", "text": "Alinea", "marks": [mark("insertion", "b")]},
    ]
    desk.doc = doc
    page = opened(new_page, desk)
    expect(page.get_by_text("Uit Word stelt voor")).to_have_count(2)
    page.get_by_role("button", name="Neem alles over").click()
    kept(page)
    assert desk.text.split("\n") == ["Nieuw", "Alinea", "Blijft."]
    page.keyboard.press("Control+z")
    expect(page.get_by_text("Uit Word stelt voor")).to_have_count(2)


def test_a_second_reader_can_only_propose(new_page: NewPage) -> None:
    doc = words("Tekst.")
    with serving(Desk(doc), editor_mode="suggest") as desk:
        page = opened(new_page, desk)
        expect(page.get_by_role("button", name="Voorstellen")).to_have_count(0)
        page.keyboard.type(" Meer")
        page.keyboard.press("Enter")
        page.keyboard.press("Backspace")
        page.keyboard.press("Backspace")
        kept(page)
        assert [node["text"] for node in all_of(desk.doc, "insertion")] == [" Mee"]
        assert set(desk.modes) == {"suggest"}
        assert "/deel/pak/" not in desk.asked
        expect(page.get_by_role("button", name="Neem over")).to_have_count(0)
        page.get_by_role("button", name="Haal terug").click()
        until(page, lambda: desk.text == "Tekst.")


def rich() -> dict[str, Any]:
    """Something of everything."""

    def text(words: str, *marks: dict[str, Any]) -> dict[str, Any]:
        return {"type": "text", "text": words, **({"marks": list(marks)} if marks else {})}

    def block(kind: str, *content: dict[str, Any], **attrs: Any) -> dict[str, Any]:
        return {"type": kind, **({"attrs": attrs} if attrs else {}), "content": list(content)}

    def line(*content: dict[str, Any]) -> dict[str, Any]:
        return block("paragraph", *content, id="")

    def cell(kind: str, words: str) -> dict[str, Any]:
        return block(kind, line(text(words)), colspan=1, rowspan=1, colwidth=None)

    by = {"id": "s1", "by": MO, "at": "2026-11-28T10:00:00Z"}
    return block(
        "doc",
        block("heading", text("Gehoord worden"), id="", level=1),
        line(
            text("Niemand sprak met hem.", {"type": "stands_on", "attrs": {"refs": f"{FACT} {LAW}"}}),
            text(" Dat is "),
            text("niet goed", {"type": "deletion", "attrs": by}),
            text("fout", {"type": "insertion", "attrs": by}),
            text(". Wij vinden dat erg.", {"type": "position"}),
            {"type": "citation", "attrs": {"ref": LAW, "as": "note"}},
            {"type": "fact", "attrs": {"ref": FACT}},
            {"type": "footnote", "attrs": {"text": "Blz. 3."}},
        ),
        block("blockquote", line(text("Ik wil naar huis.")), id="", who="D."),
        block("bullet_list", block("list_item", line(text("Eén zorg."))), id=""),
        block(
            "table",
            block("table_row", cell("table_header", "Zorg"), cell("table_header", "Nu")),
            block("table_row", cell("table_cell", "School"), cell("table_cell", "Goed")),
            id="",
        ),
        block(
            "right",
            *(block(f"right_{side}", line(text("Woorden."))) for side in ("fact", "norm", "gap")),
            id="",
            citation=LAW,
        ),
        block("element", line(text("Woorden.")), id="", key="views"),
        {"type": "generated", "attrs": {"id": "", "what": "facts"}},
        line(text("Slot.")),
    )


@COLOURS
def test_everybody_can_read_it_at_every_width(new_page: NewPage, desk: Desk, colours: str, watch: Watch) -> None:
    desk.doc = rich()
    desk.comments = [
        {"id": MADE, "by": "Mo Bakker", "mine": False, "at": "", "text": "Wie?", "done": False, "answers": []}
    ]
    looks, page = Looks(telling=False), opened(new_page, desk, color_scheme=colours)
    looks.at(page, "the editor")
    page.set_viewport_size({"width": 320, "height": 720})
    sheet, margin = page.locator(".krh-sheet").bounding_box(), page.locator(".krh-margin").bounding_box()
    assert sheet is not None
    assert margin is not None
    assert margin["y"] >= sheet["y"] + sheet["height"]
    page.set_viewport_size({"width": 1280, "height": 720})
    for name in ("Feit", "Bron", "Blok", "Opmerking"):
        page.get_by_role("button", name=name, exact=True).click()
        expect(page.locator("dialog[open]")).to_be_visible()
        looks.at(page, name)
        page.keyboard.press("Escape")
    at_end(page)
    desk.somebody_saves(words("Anders."))
    page.keyboard.type(" Meer.")
    expect(page.get_by_role("dialog", name="Twee teksten")).to_be_visible()
    looks.at(page, "two texts")
    page.get_by_role("button", name="Bewaar zo").click()
    kept(page)
    assert looks.wrong == []
    assert desk.refused == []
    assert [line for line in watch.complaints if "409" not in line] == []  # which a browser says of such an answer


def test_the_page_itself_holds_no_word_of_the_text_and_says_what_needs_script(new_page: NewPage, desk: Desk) -> None:
    page = new_page(java_script_enabled=False).request.get(desk.address).text()
    assert FIRST not in page
    assert "<noscript><p" in page
    assert "Schrijven kan alleen met script aan. Lezen kan zonder." in page


def test_who_comes_in_by_script_loses_no_first_letter(new_page: NewPage, desk: Desk) -> None:
    desk.doc = {**rich(), "content": [block for block in rich()["content"] if block["type"] == "right"]}
    page = opened(new_page, desk)
    page.keyboard.type(" En meteen door.")
    until(page, lambda: desk.text.endswith("Woorden. En meteen door."))
