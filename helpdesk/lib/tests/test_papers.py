"""One text, as a PDF that is kept and listened to, and as a Word file that somebody goes on with."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.lib.papers.blocks import (
    Heading,
    Items,
    Lines,
    NewPage,
    Paper,
    Paragraph,
    Quote,
    Run,
    Table,
    ToFill,
    paragraphs,
    plain,
)
from helpdesk.lib.papers.data import as_data
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.papers.press import set_paper

DAY = date(2026, 4, 24)
PAPER = Paper(
    "Klacht over een beslissing",
    [
        Lines(["Klachtencommissie", "Postbus 1", "2300 AA Leiden"]),
        Heading("Wat er gebeurde"),
        Paragraph(
            [Run("De brief kwam te laat", note="Brief van 1 april."), Run(" en dat is "), Run("erg", strong=True)]
        ),
        Quote(plain('Ik wil naar huis #read("/etc/passwd")')),
        Items([plain("de brief"), plain("het besluit")], ordered=True),
        Table(["Nr", "Stuk"], [["1", "Brief"], ["2", "Besluit"]], [1, 4]),
        NewPage(),
        ToFill("Handtekening"),
    ],
    DAY,
    foot="Kinderrechtenhelpdesk",
    mark="Vertrouwelijk",
)


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def part_of(docx: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(docx)).read(name).decode()


def test_a_pdf_is_archivable_and_accessible_and_says_what_it_is() -> None:
    made = as_pdf(PAPER)
    assert b"<pdfuaid:part>1" in made
    assert b"<pdfaid:part>2" in made
    assert b"<pdfaid:conformance>A" in made
    assert b"Klacht over een beslissing" in made  # the title, in the metadata
    assert b"/Lang" in made
    assert len(pypdfium2.PdfDocument(made)) == 2


def test_all_words_stand_on_the_paper_and_none_of_them_is_code() -> None:
    said = text_of(as_pdf(PAPER))
    for words in ("De brief kwam te laat", "Brief van 1 april.", "erg", "Besluit", "Handtekening", "Vertrouwelijk"):
        assert words in said
    assert '#read("/etc/passwd")' in said
    assert "root:" not in said


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert as_pdf(PAPER) == as_pdf(PAPER)
    assert as_docx(PAPER) == as_docx(PAPER)


def test_a_sign_that_no_font_has_is_written_out() -> None:
    said = text_of(as_pdf(Paper("Een", paragraphs("Ik ben 😢 en 👩‍👧 ook. ❤️"), DAY)))
    assert "Ik ben [crying face] en [woman][girl] ook." in " ".join(said.split())


def test_other_scripts_are_printed() -> None:
    as_pdf(Paper("Een", paragraphs("Олена їде. مرحبا. ሰላም. Şükrü, Łódź."), DAY))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_no_text_stops_the_press(text: str) -> None:
    assert set_paper(as_data(Paper("Een", [Paragraph(plain(text))], DAY))).startswith(b"%PDF")


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert [one.words[0].text for one in paragraphs("een\ntwee\n\n \n drie ")] == ["een\ntwee", "drie"]
    assert paragraphs("") == []


def test_a_word_file_has_real_headings_a_footnote_a_language_and_no_author() -> None:
    made = as_docx(PAPER)
    body = part_of(made, "word/document.xml")
    assert 'w:val="Heading1"' in body
    assert 'w:val="Heading2"' in body
    assert "<w:footnoteReference" in body
    assert "Brief van 1 april." in part_of(made, "word/footnotes.xml")
    assert "<w:tblHeader" in body
    assert 'w:w="11906"' in body
    about = part_of(made, "docProps/core.xml")
    assert "<dc:title>Klacht over een beslissing</dc:title>" in about
    assert "creator" not in about
    assert "nl-NL" in part_of(made, "word/styles.xml")


@pytest.mark.parametrize("title", ["Een & twee", "<b>", 'Met "aanhaling"'])
def test_a_title_with_signs_of_its_own_keeps_them(title: str) -> None:
    assert zipfile.ZipFile(io.BytesIO(as_docx(Paper(title, [], DAY)))).testzip() is None
    assert text_of(as_pdf(Paper(title, [], DAY))).startswith(title)
