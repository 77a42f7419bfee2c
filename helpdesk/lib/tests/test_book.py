"""A paper with a front page: what is set around the words, what it becomes in Word, what both presses are spared."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.lib.papers.blocks import (
    Block,
    Cell,
    Front,
    Heading,
    Items,
    Lines,
    NewPage,
    Paper,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    Terms,
    ToFill,
    cell_of,
    plain,
)
from helpdesk.lib.papers.data import as_data, sound
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.plain_words import text_of
from helpdesk.lib.papers.press import set_paper
from helpdesk.lib.papers.squares import squared
from helpdesk.lib.tests.test_papers import part_of
from helpdesk.lib.tests.test_papers import text_of as printed
from tests.tagged import heard
from tests.verapdf import broken_rules

LONG = "De kinderbeschermingsmaatregel vraagt een belangenafweging waarin ontwikkelingsmogelijkheden meetellen. " * 9
LISTED: list[Block] = [Paragraph(plain("Herzie:"), anchor="blk_00000003"), Items([plain("met een dag")])]
BLOCKS: tuple[Block, ...] = (
    Heading([Run("Samenvatting "), Run("en vraag", note="Een noot bij een kop.")], 1, "1", anchor="blk_00000001"),
    Paragraph(
        [Run(LONG, note="Verdrag, artikel 12."), Run(" Zie "), Run("feit 1", to="#fact_1")], anchor="blk_00000002"
    ),
    Items(
        [plain("Hoor hem."), LISTED],
        ordered=True,
    ),
    Quote([Paragraph(plain("“Naar huis.”"), anchor="blk_00000004"), Paragraph(plain("“Samen.”"))], "D., 6 november"),
    Terms([("Feit", [Paragraph(plain("Niemand sprak met hem."))]), ("Norm", "Horen moet.")], anchor="blk_00000005"),
    Heading("Zomaar een niveau te diep", 3),
    Table(
        ["Nr", Cell("Wat", 2)],
        [[[Paragraph(plain("1"), anchor="fact_1")], Cell("Twee rijen", 1, 2), "ja"], ["2"], [Cell("Te breed", 9)]],
        caption="Feiten",
        small=True,
    ),
    Paragraph(
        [
            Run("Oud", change="removed", by="Uit Word", on=date(2026, 11, 20)),
            Run("Nieuw", change="added", by="Uit Word", on=date(2026, 11, 20)),
        ]
    ),
    Lines(["Leiden,", "vandaag"]),
    NewPage(),
    ToFill("Handtekening"),
)
BOOK = Paper(
    "Rapport voor D., 8 jaar",
    BLOCKS,
    date(2026, 11, 28),
    foot="KRR-1",
    mark="Vertrouwelijk",
    front=Front("Soort", "Ondertitel", [("Kind", "D."), ("Datum", "vandaag")], "Alleen voor wie het kreeg."),
    contents="Inhoud",
    head="Lopende kop",
    watermark="Exemplaar voor mr. A.",
    line_numbers=True,
)
NOT_HEARD = ("Lopende kop", "Vertrouwelijk", "KRR-1", "Exemplaar voor mr. A.")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_paper(as_data(BOOK))


@pytest.fixture(scope="module")
def docx() -> bytes:
    return as_docx(BOOK)


def test_a_book_is_accessible_and_archivable_by_all_rules(pdf: bytes, tmp_path: Path) -> None:
    assert broken_rules(pdf, tmp_path) == {"PDFUA_1": [], "PDFA_2_A": []}


def test_the_checker_sees_what_is_wrong(pdf: bytes, tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        del document.Root.Lang
        del document.Root.Metadata
        document.save(out)
    broken = broken_rules(out.getvalue(), tmp_path)
    assert broken["PDFUA_1"]
    assert broken["PDFA_2_A"]


def test_what_is_heard_is_what_stands_there_in_that_order(pdf: bytes) -> None:
    said = " ".join("".join(words for _, words in heard(pdf)).split())
    places = [
        said.index(words)
        for words in (
            "Ondertitel",
            "Inhoud",
            "De kinderb",
            "Hoor hem.",
            "met een dag",
            "Naar huis",
            "D., 6 nov",
            "Feit",
        )
    ]
    assert places == sorted(places)
    assert "Niemand sprak met hem." in said
    for words in NOT_HEARD:
        assert words in " ".join(printed(pdf).split())
        assert words not in said, "head, foot and watermark are no part of the text"


def test_the_pdf_knows_headings_lists_quotes_notes_and_heads_of_tables(pdf: bytes) -> None:
    kinds = {kind for kind, _ in heard(pdf)}
    assert {"Title", "H1", "H2", "TOC", "L", "LI", "BlockQuote", "Note", "Table", "TH", "TD", "Link"} <= kinds
    heads = "".join(words for kind, words in heard(pdf) if kind in {"H1", "H2", "H3"})
    assert "Samenvatting" in heads


def test_the_pdf_says_its_language_its_title_and_the_day_alone(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.Lang == "nl"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert document.Root.MarkInfo.Marked
        assert document.docinfo.Title == BOOK.title
        assert "/Author" not in document.docinfo
        fonts = [font for page in document.pages for font in page.Resources.get("/Font", {}).values()]
        assert fonts
        for font in fonts:
            described = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in described or "/FontFile3" in described, "every letter comes along"


def test_long_words_are_parted_and_every_fifth_line_has_a_number(pdf: bytes) -> None:
    said = printed(pdf)
    assert re.search(r"kinderbe\S*[\u00ad\u0002\ufffe-]|ontwikkelings\S*[\u00ad\u0002\ufffe-]", said), (
        "as Dutch parts them"
    )
    without = printed(set_paper(as_data(Paper(BOOK.title, BLOCKS, BOOK.made_on, front=BOOK.front))))
    assert len(re.findall(r"^5\s*$", said, re.MULTILINE)) > len(re.findall(r"^5\s*$", without, re.MULTILINE))


def test_word_has_styles_of_its_own_for_each_kind_of_block(docx: bytes) -> None:
    used = set(re.findall(r'<w:pStyle w:val="(\w+)"', part_of(docx, "word/document.xml")))
    known = set(re.findall(r'w:styleId="(\w+)"', part_of(docx, "word/styles.xml")))
    wanted = {"Title", "Heading1", "Quote", "QuoteSource", "DefinitionTerm", "Definition", "TableHeader", "TableText"}
    assert wanted <= used
    assert used <= known, "no style that Word does not find"
    assert "FootnoteText" in part_of(docx, "word/footnotes.xml")
    assert "Verdrag, artikel 12." in part_of(docx, "word/footnotes.xml")


def test_word_has_bookmarks_numbers_of_lines_hyphens_head_foot_and_watermark(docx: bytes) -> None:
    body = part_of(docx, "word/document.xml")
    for anchor in ("blk_00000001", "blk_00000002", "blk_00000003", "blk_00000004", "blk_00000005", "fact_1"):
        assert f'w:name="{anchor}"' in body
    assert '<w:hyperlink w:anchor="fact_1"' in body
    assert "<w:lnNumType" in body
    assert "TOC \\o" in body
    assert "<w:tblHeader" in body
    assert "<w:autoHyphenation" in part_of(docx, "word/settings.xml")
    assert "Lopende kop" in part_of(docx, "word/header2.xml")
    assert "Lopende kop" not in part_of(docx, "word/header1.xml")
    assert "Exemplaar voor mr. A." in part_of(docx, "word/header1.xml")
    assert "Exemplaar voor mr. A." in part_of(docx, "word/header2.xml")
    assert "NUMPAGES" in part_of(docx, "word/footer1.xml")


def test_proposals_are_tracked_changes_with_a_day_and_no_moment(docx: bytes) -> None:
    body = part_of(docx, "word/document.xml")
    for kind in ("ins", "del"):
        assert re.search(rf'<w:{kind} w:id="\d+" w:author="Uit Word" w:date="2026-11-20T00:00:00Z"', body)
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', body)
    assert len(numbers) == len(set(numbers)) == 2


def test_the_word_file_says_nothing_of_who_made_it_and_when(docx: bytes) -> None:
    assert "creator" not in part_of(docx, "docProps/core.xml")
    assert "TotalTime" not in part_of(docx, "docProps/app.xml")
    packed = zipfile.ZipFile(io.BytesIO(docx))
    assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not any(b"example.com" in packed.read(name) for name in packed.namelist())


def test_the_same_book_gives_the_same_bytes(pdf: bytes, docx: bytes) -> None:
    assert set_paper(as_data(BOOK)) == pdf
    assert as_docx(BOOK) == docx


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_it_and_keeps_bookmarks_notes_and_styles(docx: bytes, tmp_path: Path) -> None:
    """As a lawyer's own program does: opened, saved as Word again."""
    (tmp_path / "boek.docx").write_bytes(docx)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(tmp_path / "uit"),
    ]
    subprocess.run([*command, str(tmp_path / "boek.docx")], check=True, capture_output=True, timeout=120)
    back = (tmp_path / "uit" / "boek.docx").read_bytes()
    body = part_of(back, "word/document.xml")
    for anchor in ("blk_00000001", "blk_00000002", "blk_00000003", "blk_00000004"):
        assert f'w:name="{anchor}"' in body
    assert "Verdrag, artikel 12." in part_of(back, "word/footnotes.xml")
    assert 'w:val="Heading1"' in body
    assert 'w:val="Quote"' in body
    assert "<w:ins " in body
    assert "<w:del " in body


def test_a_heading_skips_no_level_and_an_empty_one_is_none() -> None:
    blocks = [Heading("Diep", 3), Heading(" ", 1), Heading("Dieper", 3), Heading("Hoog", 1), Heading("Diep", 3)]
    found = sound(Paper("Een", blocks, BOOK.made_on)).blocks
    assert [one.level for one in found if isinstance(one, Heading)] == [1, 2, 1, 2]


def test_what_leads_nowhere_is_no_link_and_an_anchor_stands_once() -> None:
    words = [
        Run("nergens", to="#weg"),
        Run("hier", to="#a"),
        Run("js", to="javascript:alert(1)"),
        Run("uit", to="http://a"),
    ]
    found = sound(Paper("Een", [Paragraph(words, anchor="a"), Paragraph(plain("b"), anchor="a")], BOOK.made_on)).blocks
    assert isinstance(found[0], Paragraph)
    assert [run.to for run in found[0].words] == ["", "#a", "", "http://a"]
    assert [one.anchor for one in found] == ["a", ""]


def test_a_table_becomes_square_and_keeps_its_words() -> None:
    table = squared(Table(["a"], [["1", "2", "3"], [Cell("x", 3, 9)], ["y"]], (1, 2)))
    assert len(table.head) == 3
    told = text_of(Paper("T", [table], BOOK.made_on))
    assert [word for word in ("a", "1", "2", "3", "x", "y") if word not in told] == []


WIDE = Table(
    ["Nr", Cell("Voorwaarde voor de ontwikkeling van het kind", 1, 2), Cell("Wat er verwacht wordt", 2)],
    [["", "Blijft", "Terug"], ["1", "adequate verzorging", "goed", "matig"]],
)


def test_a_cell_of_the_head_over_two_rows_keeps_both_and_takes_them_into_the_head() -> None:
    table = squared(WIDE)
    assert table.deep == 2
    assert [[cell_of(one).said for one in row] for row in table.rows] == [
        ["", "Blijft", "Terug"],
        ["1", "adequate verzorging", "goed", "matig"],
    ]
    made = set_paper(as_data(Paper("Een", [table], BOOK.made_on)))
    said = [(kind, words) for kind, words in heard(made) if words.strip()]
    under = next(kind for kind, words in said if words == "Blijft")
    assert under == next(kind for kind, words in said if words == "Nr")
    assert 2 in row_spans(made)
    word = part_of(as_docx(Paper("Een", [WIDE], BOOK.made_on)), "word/document.xml")
    assert word.count("<w:tblHeader") == 2
    assert 'w:vMerge w:val="restart"' in word


def row_spans(pdf: bytes) -> list[int]:
    """Over how many rows the cells go that say so."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        maps = [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/A" in one]
        told = [found for one in maps for found in (one.A if isinstance(one.A, pikepdf.Array) else [one.A])]
        return [int(str(one.RowSpan)) for one in told if isinstance(one, pikepdf.Dictionary) and "/RowSpan" in one]


def test_a_head_that_would_fill_the_page_is_cut_and_nothing_moves_into_its_place() -> None:
    table = squared(Table([Cell("Te diep", 1, 6), "A"], [[one] for one in "bcdef"] + [["g", "h"]]))
    assert table.deep == 1
    assert [cell_of(one).down for one in table.head] == [1, 1]
    assert [[cell_of(one).said for one in row] for row in table.rows] == [*(["", one] for one in "bcdef"), ["g", "h"]]


def words_in(rows: Sequence[Sequence[Rich | Cell]]) -> list[str]:
    return sorted(str(cell_of(one).said) for row in rows for one in row if cell_of(one).said)


def places(table: Table) -> list[list[int]]:
    """The columns that are taken in each row, by a cell of its own or by one from above."""
    rows = [table.head, *table.rows]
    found: list[list[int]] = [[] for _ in rows]
    for at, row in enumerate(rows):
        column = 0
        for cell in map(cell_of, row):
            while column in found[at]:
                column += 1
            for below in range(at, min(at + cell.down, len(rows))):
                found[below] += range(column, column + cell.across)
    return found


CELLS = st.builds(Cell, st.sampled_from(["a", "b", ""]), st.integers(1, 4), st.integers(1, 4))
ROWS = st.lists(CELLS, min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(ROWS, st.lists(ROWS, max_size=4))
def test_no_table_stops_the_press_or_loses_a_cell(head: list[Cell], rows: list[list[Cell]]) -> None:
    table = squared(Table(head, rows))
    assert words_in([table.head, *table.rows]) == words_in([head, *rows])
    assert all(len(columns) == len(set(columns)) for columns in places(table)), "no place is of two cells"
    assert set_paper(as_data(Paper("Een", [table], BOOK.made_on))).startswith(b"%PDF")


@settings(max_examples=5, deadline=None)
@given(ROWS, st.lists(ROWS, max_size=4))
def test_no_table_stops_word(head: list[Cell], rows: list[list[Cell]]) -> None:
    assert as_docx(Paper("Een", [Table(head, rows)], BOOK.made_on))


@pytest.mark.parametrize("text", ["\x00\x0b", "\ud800", "￿ en <w:p>", "&amp; ]]>"])
def test_no_sign_breaks_the_word_file(text: str) -> None:
    made = as_docx(Paper(text or "x", [Paragraph([Run(text, note=text)]), Heading(text)], BOOK.made_on, contents=text))
    assert zipfile.ZipFile(io.BytesIO(made)).testzip() is None
    assert ElementTree.fromstring(part_of(made, "word/document.xml")) is not None


def test_what_is_empty_stops_neither_press() -> None:
    nothing: list[Block] = []
    blocks: list[Block] = [
        *(Paragraph([]), Quote([]), Items([[], nothing]), Terms([("", nothing)]), Lines([""]), ToFill("")),
        Table([Cell(nothing)], [[Cell([])], []]),
        Table([], []),
    ]
    paper = Paper("Een", blocks, BOOK.made_on, front=Front(), contents="Inhoud", line_numbers=True)
    assert set_paper(as_data(paper)).startswith(b"%PDF")
    assert as_docx(paper)


def test_its_words_alone() -> None:
    told = text_of(BOOK).split("\n")
    assert told[0] == "1 Samenvatting en vraag Een noot bij een kop."
    assert "met een dag" in told
    assert "D., 6 november" in told
    assert "Feit Niemand sprak met hem." in told
    assert "Feiten" in told
