"""What a lawyer reads of sources and annexes: no words in a source's mouth, papers on A4, nothing torn apart."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from helpdesk.cases.panels.page import CasePage
from helpdesk.counsel.tests.scene import given
from helpdesk.lib import clock
from helpdesk.lib.papers.blocks import Front, Heading, Paper, Table, Terms, paragraphs
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.papers.picture import page_of
from helpdesk.reports.citing import offers
from helpdesk.reports.pieces import enclosable, in_full
from helpdesk.reports.printing.inline import note_of
from helpdesk.reports.printing.words import words_in
from helpdesk.reports.tests.scene import DECIDED, scene
from tests import cast

AS_CITED = ("GC 14", "gc14, par. 52", "General Comment nr. 14", "Algemeen Commentaar no. 14 § 52")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", AS_CITED)
def test_a_general_comment_is_found_as_everybody_cites_it(typed: str) -> None:
    (one,) = offers(typed, DECIDED)
    assert (one.label, one.work, one.address) == ("GC 14", "CRC/C/GC/14", "")
    assert offers("GC 99", DECIDED) == []


@pytest.mark.django_db
def test_of_what_we_have_only_a_title_nothing_is_quoted() -> None:
    made = scene()
    made.cite("artikel=12", "BWBV0002508")
    (line,) = made.manuscript.citations
    assert (line.short, line.quote, line.source, line.sure) == ("art. 12 IVRK", "", "", "title")
    assert "praktijk" not in note_of(line, words_in("nl")), "the Convention is no practice"
    (one,) = offers("art. 12 IVRK", DECIDED)
    assert one.text == "Gehoord worden", "whoever chooses sees which article it is"


@pytest.mark.django_db
def test_a_letter_that_was_given_is_an_annex_once_on_paper_with_its_pages() -> None:
    made = scene()
    paper, _word = given(made.case)
    with cast.opened("iris", made.case) as file:
        (piece,) = enclosable(CasePage(file))
    assert (piece.id, piece.label) == (str(paper.pk), f"Klacht: Bezoek, {in_full(clock.today())}")
    made.post("bijlagen/", piece=piece.key, title="")
    (annex,) = made.manuscript.annexes
    assert (annex.title, annex.pages) == ("Klacht: Bezoek", 1)


@pytest.mark.parametrize("size", [(8, 8), (4000, 3000), (600, 9000)])
def test_a_picture_stands_whole_on_a4(size: tuple[int, int]) -> None:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    with pikepdf.open(io.BytesIO(page_of(out.getvalue()))) as document:
        (page,) = document.pages
        sides = sorted(round(float(side)) for side in page.mediabox[2:])
    assert sides == pytest.approx([595, 842], abs=1)


def test_a_right_and_a_short_row_stay_on_one_page() -> None:
    right = Terms([("Recht", "art. 12"), ("Feit", "Begin. " * 30), ("Wat ontbreekt", "Alles.")])
    for lines in range(6, 12):
        filling = [*paragraphs("\n\n".join(["Een regel om de bladzijde te vullen. " * 4] * lines * 2))]
        pages = _pages(Paper("Proef", [*filling, right], date(2026, 11, 28)))
        assert [("art. 12" in page) == ("Alles." in page) for page in pages] == [True] * len(pages)
    table = Table(["Nr", "Bron"], [[str(row), f"begin{row} " + "woorden " * 40 + f"eind{row}"] for row in range(30)])
    pages = _pages(Paper("Proef", [table], date(2026, 11, 28)))
    assert len(pages) > 1
    assert all((f"begin{row} " in page) == (f"eind{row}\n" in f"{page}\n") for row in range(30) for page in pages)


def test_a_long_row_begins_where_it_stands_and_goes_on() -> None:
    table = Table(["Nr", "Bron", "Stand"], [["1", "woorden " * 1500, "geldig"]], caption="Wetten")
    first, *more = _pages(Paper("Proef", [table], date(2026, 11, 28)))
    assert first.count("woorden") > 100
    assert sum(page.count("woorden") for page in more) > 1000


def _pages(paper: Paper) -> list[str]:
    return [page.get_textpage().get_text_bounded().replace("\r", "") for page in pypdfium2.PdfDocument(as_pdf(paper))]


def test_below_a_full_list_of_contents_word_has_no_empty_page() -> None:
    paper = Paper("Proef", [Heading("Eerste", 1)], date(2026, 11, 28), contents="Inhoud", front=Front())
    with zipfile.ZipFile(io.BytesIO(as_docx(paper))) as packed:
        body = packed.read("word/document.xml").decode()
    lines = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", body, re.DOTALL)
    (last,) = (place for place, one in enumerate(lines) if 'w:val="TOC1"' in one)
    assert 'fldCharType="end"' in lines[last]
    assert 'w:type="page"' in lines[last + 1]
    assert 'w:line="20" w:lineRule="exact"' in lines[last + 1]
