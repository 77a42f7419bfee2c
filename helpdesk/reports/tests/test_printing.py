"""A whole report on paper: what the authors wrote, what is put there, what stays inside."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from helpdesk.lib.papers.blocks import Block, Heading, Items, Paragraph, Quote, Run, Table, Terms
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import NotPrinted, as_pdf
from helpdesk.lib.papers.plain_words import text_of
from helpdesk.lib.tests.test_papers import part_of
from helpdesk.lib.tests.test_papers import text_of as printed
from helpdesk.reports.document import Node, blocks, nodes
from helpdesk.reports.manuscript import Manuscript, Part
from helpdesk.reports.printing.annexes import annexes_of
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.report import paper_of, plain_paper_of
from helpdesk.reports.tests import paper_samples as samples
from tests.tagged import heard
from tests.verapdf import broken_rules

LOOK = Look()
REPORT = samples.manuscript()


def of(*content: Node, number: str = "KRR-1", look: Look = LOOK) -> list[Block]:
    """The blocks below the title of a report of one part."""
    whole = replace(
        REPORT, front=replace(REPORT.front, number=number), parts=(Part("x", 7, "X", samples.doc(*content)),)
    )
    return list(paper_of(whole, look=look).blocks)[1:]


def words_of(*inline: object, look: Look = LOOK) -> list[Run]:
    (block,) = of(samples.paragraph(*inline), look=look)  # type: ignore[arg-type]
    assert isinstance(block, Paragraph)
    return list(block.words)


def test_a_whole_report_is_accessible_archivable_and_heard_in_its_order(tmp_path: Path) -> None:
    paper = paper_of(REPORT, look=Look(line_numbers=True, watermark="Exemplaar voor mr. A."))
    made = as_pdf(paper)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) >= 15
    assert broken_rules(made, tmp_path) == {"PDFUA_1": [], "PDFA_2_A": []}
    said = "".join("".join(words for _, words in heard(made)).split()).replace("\u00ad", "")
    at = said.rindex("10Bijlagen")  # the chapters, after the list of contents
    first = said.index("1Samenvatting", said.index("10.2Bijlagen"))
    places = [said.index(f"{part.number}{part.title}".replace(" ", ""), first) for part in REPORT.parts if part.number]
    assert places == sorted(places)
    assert at >= places[-1]


def test_every_block_that_was_written_can_be_found_again_in_word() -> None:
    body = part_of(as_docx(paper_of(REPORT, look=LOOK)), "word/document.xml")
    wanted = {
        node["attrs"]["id"]
        for part in REPORT.parts
        if part.key != "plain"
        for node in blocks(part.doc)
        if node["type"] in {"paragraph", "heading"}
    }
    assert wanted
    assert {key for key in wanted if f'w:name="blk_{key}"' not in body} == set()


def test_chapters_and_headings_have_numbers_and_a_deeper_one_has_none() -> None:
    found = of(samples.heading("Een"), samples.heading("Dieper", 2), samples.heading("Twee"))
    assert [(one.number, one.level) for one in found if isinstance(one, Heading)] == [("7.1", 2), ("", 3), ("7.2", 2)]


def test_a_fact_is_its_number_a_person_initials_a_citation_its_short_name() -> None:
    person = {"type": "person", "attrs": {"ref": samples.CHILD}}
    said = words_of(person, " ", samples.fact(2), " ", samples.citation(1))
    assert "".join(run.text for run in said) == "D. feit 3 art. 2 IVRK"
    assert said[2].to == "#fact_3"


def test_a_citation_as_a_note_has_its_state_and_its_weakness() -> None:
    (run,) = words_of("Zo is het.", samples.citation(6, "note"))
    expected = (
        "Verdrag inzake de rechten van het kind, artikel 7, geldig op 2 oktober 2026, praktijk, geen rechtsregel."
    )
    assert run == Run("Zo is het.", note=expected)


def test_a_sentence_shows_on_what_it_stands_once_and_after_its_last_word() -> None:
    mark = samples.stands_on(samples.FACTS[0], samples.FACTS[3], samples.SOURCES[0])
    strong = {"type": "strong"}
    said = words_of(
        samples.text("Niemand ", mark), samples.text("sprak", mark, strong), samples.text(" hem. ", mark), "Toch."
    )
    assert [run.note for run in said if run.note] == ["Feiten 1 en 4; art. 1 IVRK."]
    assert said[2] == Run(" hem.", note="Feiten 1 en 4; art. 1 IVRK.")
    assert "".join(run.text for run in said) == "Niemand sprak hem. Toch."


def test_notes_at_one_place_are_one() -> None:
    note = {"type": "footnote", "attrs": {"text": "Eerste."}}
    (run,) = words_of("Woord ", note, samples.citation(0, "note"))
    assert run.text == "Woord"
    assert run.note.startswith("Eerste. Verdrag")


def test_what_is_not_known_is_said_and_not_left_away() -> None:
    unknown = {"type": "citation", "attrs": {"ref": samples.AUTHOR, "as": "text"}}
    assert words_of("Zie ", unknown)[1] == Run("[bron ontbreekt]", strong=True)


def test_proposals_are_taken_or_shown_and_never_say_which_colleague_or_when() -> None:
    told = (
        "Zo: ",
        samples.text("oud", samples.change("deletion")),
        samples.text("nieuw", samples.change("insertion", "word")),
    )
    assert "".join(run.text for run in words_of(*told)) == "Zo: nieuw"
    shown = words_of(*told, look=Look(suggestions="shown"))
    assert [(run.text, run.change, run.by) for run in shown[1:]] == [
        ("oud", "removed", "Kinderrechtenhelpdesk"),
        ("nieuw", "added", "Uit Word"),
    ]
    file = as_docx(paper_of(REPORT, look=Look(suggestions="shown")))
    body = part_of(file, "word/document.xml")
    assert "<w:ins " in body
    assert samples.AUTHOR not in body
    assert "21:14" not in body


def test_comments_and_ids_of_people_leave_nowhere() -> None:
    for look in (LOOK, Look(suggestions="shown")):
        paper = paper_of(REPORT, look=look)
        told = printed(as_pdf(paper)) + text_of(paper)
        for kept in (samples.COMMENT, samples.AUTHOR, samples.CHILD, *samples.FACTS, *samples.SOURCES):
            assert kept not in told


def test_a_right_is_fact_norm_and_what_is_missing() -> None:
    (right,) = of(samples.right(0, "Zo was het.", "Zo moet het.", "Dit ontbreekt."))
    assert isinstance(right, Terms)
    assert [label for label, _ in right.rows] == ["Recht", "Feit", "Norm", "Wat ontbreekt"]


def test_the_seven_elements_have_headings_of_their_own() -> None:
    part = next(part for part in REPORT.parts if part.key == "weighing")
    found = list(paper_of(replace(REPORT, parts=(part,)), look=LOOK).blocks)
    heads = [one.text for one in found if isinstance(one, Heading) and isinstance(one.text, str)]
    assert heads[1:8] == [
        "De mening van het kind",
        "Identiteit",
        "Gezin, familie en banden",
        "Zorg, bescherming en veiligheid",
        "Kwetsbaarheid",
        "Gezondheid",
        "Onderwijs",
    ]


def test_facts_stand_in_a_table_with_source_day_and_whether_they_are_contested() -> None:
    (table,) = of(samples.generated("facts"))
    assert isinstance(table, Table)
    said = text_of(paper_of(replace(REPORT, parts=(_part(samples.generated("facts")),)), look=LOOK))
    assert len(table.rows) == 12
    assert "3 oktober 2026 Besluit van de gecertificeerde instelling, blz. 3; bijlage 3 ja, door de instelling" in said


def test_sources_stand_by_kind_with_the_words_as_they_stood() -> None:
    tables = [one for one in of(samples.generated("sources")) if isinstance(one, Table)]
    assert [one.caption for one in tables][:2] == ["Verdragen", "Toelichting van het Kinderrechtencomité"]
    assert sum(len(one.rows) for one in tables) == 20
    said = text_of(paper_of(replace(REPORT, parts=(_part(samples.generated("sources")),)), look=LOOK))
    assert "Woorden van artikel 5, zoals ze toen luidden." in said
    assert "gold niet op de dag van het besluit" in said


def test_conditions_are_never_added_up() -> None:
    found = of(samples.generated("conditions"))
    table = found[0]
    assert isinstance(table, Table)
    assert list(table.head) == ["Nr", "Voorwaarde", "Nu", "Blijft in het pleeggezin", "Gaat terug naar huis"]
    assert [row[0] for row in table.rows] == [str(number) for number in range(1, 15)], "the fourteen, and no line below"
    values = {cell for row in table.rows for cell in row[2:] if isinstance(cell, str)}
    assert values <= {"goed", "matig", "slecht", "niet bekend"}
    grounds = found[-1]
    assert isinstance(grounds, Table)
    names = {row[0]: row[1] for row in table.rows}
    assert grounds.rows
    assert all(row[1] == names[row[0]] for row in grounds.rows), "a number alone says nothing"


def test_a_draft_says_so_on_every_page_and_an_empty_chapter_too() -> None:
    draft = paper_of(samples.manuscript(number=""), look=LOOK)
    assert draft.mark == "Concept, vertrouwelijk"
    assert "Hier staat nog niets." in str(of(samples.paragraph(), number=""))
    assert "Hier staat nog niets." not in str(of(samples.paragraph()))


def test_lists_and_quotes_keep_their_shape() -> None:
    deep = samples.listed([samples.paragraph("een"), samples.listed([samples.paragraph("twee")])], ordered=True)
    quote = {"type": "blockquote", "attrs": {"who": "D."}, "content": [samples.paragraph("Naar huis.")]}
    items, said = of(deep, quote)
    assert isinstance(items, Items)
    assert items.ordered
    assert isinstance(said, Quote)
    assert said.who == "D."


def test_the_version_for_the_child_is_a_paper_of_its_own() -> None:
    assert "Wij schreven op wat jij ons vertelde." not in text_of(paper_of(REPORT, look=LOOK))
    plain = plain_paper_of(REPORT, look=LOOK)
    assert plain is not None
    assert text_of(plain) == "Wij schreven op wat jij ons vertelde."
    assert plain_paper_of(replace(REPORT, parts=()), look=LOOK) is None


def test_no_word_that_was_written_is_missing_on_paper() -> None:
    """Of what stays: what is proposed to go, and the child's own version, stand elsewhere."""
    told = " ".join(text_of(paper_of(REPORT, look=LOOK)).split())
    lost = [
        node["text"]
        for part in REPORT.parts
        if part.key != "plain"
        for node in nodes(part.doc)
        if node["type"] == "text" and not any(mark["type"] == "deletion" for mark in node.get("marks", ()))
        if " ".join(node["text"].split()) not in told
    ]
    assert lost == []


def test_the_annexes_are_one_file_with_an_index_and_a_stamp_on_every_page() -> None:
    files = {number: _scan(2 if number == 3 else 1, turned=90 * number) for number in range(1, 7)}
    made = annexes_of(REPORT, files, look=LOOK)
    with pikepdf.open(io.BytesIO(made)) as document:
        assert len(document.pages) == 1 + 7
        assert document.Root.Lang == "nl"
        assert document.docinfo.Title == "Bijlagen bij Kinderrechtenrapportage voor D., 8 jaar"
        with document.open_outline() as outline:
            assert [line.title for line in outline.root][-6:][0] == "Bijlage 1: Stuk nummer 1"
        said_of_itself = document.Root.Metadata.read_bytes()
        assert b"Bijlagen bij" in said_of_itself
        assert b"pdfuaid" not in said_of_itself, "it claims nothing for the pages of others"
        assert b"pdfaid" not in said_of_itself
    said = printed(made)
    for words in ("Bijlage 1, blz. 1 van 1", "Bijlage 3, blz. 1 van 2", "Bijlage 3, blz. 2 van 2", "Stuk nummer 6"):
        assert words in said
    assert annexes_of(REPORT, files, look=LOOK) == made


def test_an_annex_without_a_file_and_a_broken_one_are_refused() -> None:
    with pytest.raises(KeyError):
        annexes_of(REPORT, {}, look=LOOK)
    with pytest.raises(NotPrinted):
        annexes_of(REPORT, dict.fromkeys(range(1, 7), b"%PDF-no"), look=LOOK)


def test_what_others_left_in_their_margin_stays_behind() -> None:
    raw = io.BytesIO()
    with pikepdf.open(io.BytesIO(_scan(1))) as document:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="van Iris", Rect=[0, 0, 9, 9]
        )
        document.pages[0].obj["/Annots"] = pikepdf.Array([document.make_indirect(note)])
        document.save(raw)
    files = dict.fromkeys(range(1, 7), raw.getvalue())
    with pikepdf.open(io.BytesIO(annexes_of(REPORT, files, look=LOOK))) as document:
        assert not any("van Iris" in str(found.get("/Contents", "")) for found in document.objects if _is_map(found))


def _is_map(found: object) -> bool:
    return isinstance(found, pikepdf.Dictionary)


def _part(*content: Node) -> Part:
    return Part("x", 4, "X", samples.doc(*content))


def _scan(pages: int, turned: int = 0) -> bytes:
    """A scanned document, as our safe copies are."""
    drawn = [Image.new("RGB", (300, 420), "#dde8ee") for _ in range(pages)]
    out, done = io.BytesIO(), io.BytesIO()
    drawn[0].save(out, "PDF", save_all=True, append_images=drawn[1:])
    with pikepdf.open(io.BytesIO(out.getvalue())) as document:
        for page in document.pages:
            page.obj["/Rotate"] = turned % 360
        document.save(done, deterministic_id=True)
    return done.getvalue()


def test_the_sample_is_as_long_as_a_real_report() -> None:
    assert isinstance(REPORT, Manuscript)
    assert len(REPORT.citations) == 20
    assert len(REPORT.annexes) == 6
