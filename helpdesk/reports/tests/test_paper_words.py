"""Our own words on paper: one table per language with the same keys, and no Dutch label in a report in English."""

from __future__ import annotations

import io
import re
import string
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image

from helpdesk.directory import reference
from helpdesk.lib.papers.blocks import Paper
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.pdf import as_pdf
from helpdesk.lib.papers.plain_words import text_of
from helpdesk.lib.tests.test_papers import part_of
from helpdesk.lib.tests.test_papers import text_of as printed
from helpdesk.people.roles import PART_LABELS
from helpdesk.reports.document import ELEMENTS, GENERATED
from helpdesk.reports.manuscript import Annex, CitationLine, Conditions, FactLine, Manuscript, Outcome, Part
from helpdesk.reports.outline import OUTLINES, outline, outlines
from helpdesk.reports.printing.annexes import annexes_of
from helpdesk.reports.printing.inline import GROUPS
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.report import paper_of, plain_paper_of
from helpdesk.reports.printing.words import LANGUAGES, words_in
from helpdesk.reports.tests import paper_samples as samples
from helpdesk.teams.roles import Role

DUTCH, ENGLISH = words_in("nl"), words_in("en")


def keys(language: str) -> Iterator[tuple[str, str]]:
    for group, said in words_in(language).table.items():
        for name, words in said.items():
            yield f"{group}.{name}", words


def fields(words: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(words) if name}


def test_every_key_stands_in_both_languages_with_the_same_gaps() -> None:
    dutch, english = dict(keys("nl")), dict(keys("en"))
    assert set(dutch) == set(english)
    assert len(dutch) > 100, "a control"
    for key, words in dutch.items():
        assert fields(words) == fields(english[key]), key
        assert bool(words) == bool(english[key]), key


def test_only_names_and_words_that_are_the_same_in_both_are_the_same() -> None:
    english = dict(keys("en"))
    same = {key for key, words in keys("nl") if words and english[key] == words}
    assert same == {"by.ours", "missing.other", "roles.intake"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_house_knows_has_words(language: str) -> None:
    table = words_in(language).table
    assert set(table["people"]) == {str(part) for part in PART_LABELS}
    assert set(table["roles"]) == {str(role) for role in Role}
    assert set(table["groups"]) == set(GROUPS)
    assert set(table["elements"]) == set(ELEMENTS)
    assert all(f"{one}.none" in dict(keys(language)) for one in GENERATED)
    assert all(one.name_en for one in reference.conditions())


def test_dutch_words_of_people_are_those_of_the_desk() -> None:
    assert {key: words.lower() for key, words in PART_LABELS.items()} == DUTCH.table["people"]


def test_every_outline_is_whole_in_english() -> None:
    data = tomllib.loads(OUTLINES.read_text("utf-8"))
    assert all("title_en" in part for part in data["parts"])
    for key in outlines():
        dutch, english = outline(key), outline(key, "en")
        assert dutch.on_paper == dutch.label == english.label
        assert english.on_paper != dutch.on_paper
        for ours, theirs in zip(dutch.sections, english.sections, strict=True):
            assert (theirs.key, theirs.number, theirs.purpose) == (ours.key, ours.number, ours.purpose)
            assert len(theirs.begins) == len(ours.begins)
            for one, other in zip(ours.begins, theirs.begins, strict=True):
                assert one.startswith("# ") == other.startswith("# "), one
                assert (one != other) == one.startswith("# "), f"{one} in English"


# A report of which all that somebody typed is English.
LINE = "The decision does not say whether anybody spoke with the child before it was taken. "


def english() -> Manuscript:
    front = replace(
        samples.manuscript().front,
        title="Children's rights report for D., 8 years",
        child="D., 8 years",
        procedure=outline("echr", "en").on_paper,
        before="the Court",
        for_whom="Lawyer M.B.",
        writer="legal adviser, Kinderrechtenhelpdesk",
        reader="legal adviser, Kinderrechtenhelpdesk",
        question="May D. go home?",
        privacy=ENGLISH("paper.initials"),
        language="en",
    )
    facts = tuple(
        FactLine(ref, at, LINE, "mother", None, contested=said, contested_by="guardian", annex=at % 2)
        for at, (ref, said) in enumerate(zip(samples.FACTS, ("yes", "no", "unknown"), strict=False), start=1)
    )
    sure = ("verified", "unofficial", "title", "practice", "uncertain", "verified")
    sources = tuple(
        CitationLine(ref, f"Source {at}", f"Source {at}", group, LINE, "", "0" * 64, at != 2, doubt)
        for at, (ref, group, doubt) in enumerate(zip(samples.SOURCES, GROUPS, sure, strict=False), start=1)
    )
    names = {one.number: one.name_en for one in reference.conditions()}
    levels = dict(zip(names, ("good", "moderate", "poor", "unknown") * 4, strict=False))
    home = Outcome("home", "Goes home", levels, {2: "Report of the school."})
    weighed = Conditions(names, levels, {1: "Report of the doctor."}, (home,))
    begun = {one.key: one for one in outline("echr", "en").sections}
    unknown = {"type": "citation", "attrs": {"ref": samples.AUTHOR, "as": "text"}}
    told = {
        "frame": samples.doc(*begun["frame"].document()["content"], samples.paragraph(LINE, unknown)),
        "facts": begun["facts"].document(),
        "weighing": samples.doc(
            *({"type": "element", "attrs": {"key": key}, "content": [samples.paragraph(LINE)]} for key in ELEMENTS),
            samples.generated("conditions"),
        ),
        "application": samples.doc(
            samples.right(0, LINE, LINE, LINE),
            samples.paragraph(
                samples.text(LINE, samples.stands_on(samples.FACTS[0], samples.FACTS[1], samples.SOURCES[1])),
                samples.fact(2),
                samples.citation(3, "note"),
            ),
        ),
        "annexes": begun["annexes"].document(),
        "plain": samples.doc(samples.paragraph("We wrote down what you told us.")),
    }
    parts = tuple(Part(one.key, one.number, one.title, told[one.key]) for one in begun.values() if one.key in told)
    annex = Annex(1, "Decision", samples.manuscript().front.on, 1, "ab" * 32)
    return Manuscript(front, parts, facts, sources, {}, weighed, (annex,))


def dutch_labels() -> set[str]:
    """Each label whose Dutch is not English too, without its gaps, and the words of the outline."""
    english = {words.lower() for _, words in keys("en")}
    labels = {part.strip(" ,;.") for _, words in keys("nl") if words.lower() not in english for part in _around(words)}
    for key in outlines():
        for section in outline(key).sections:
            labels |= {section.title, *(line[2:] for line in section.begins if line.startswith("# "))}
    return {one for one in labels if len(one) > 1 and one.lower() not in english}


def _around(words: str) -> list[str]:
    return [said for said, *_ in string.Formatter().parse(words)]


def dutch_in(said: str) -> set[str]:
    flat = " ".join(said.replace("\u00ad", "").replace("\ufffe", "").split()).lower()
    return {one for one in dutch_labels() if re.search(rf"(?<!\w){re.escape(one.lower())}(?!\w)", flat)}


def word_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        xml = [packed.read(name).decode() for name in packed.namelist() if name.startswith(("word/", "docProps/"))]
    return " ".join(" ".join(re.findall(r"<(?:w:t|dc:title|w:instrText)[^>]*>([^<]*)<", one)) for one in xml)


def papers(made: Manuscript) -> list[Paper]:
    plain = plain_paper_of(made, look=Look())
    assert plain is not None
    return [paper_of(made, look=Look(suggestions="shown", watermark=ENGLISH("paper.for_asker", day="1"))), plain]


@pytest.mark.parametrize("number", ["", "KRR-2026-0007"])
def test_no_dutch_label_stands_in_a_report_in_english(number: str) -> None:
    made = english()
    made = replace(made, front=replace(made.front, number=number))
    for paper in papers(made):
        for said in (printed(as_pdf(paper)), word_of(as_docx(paper)), text_of(paper)):
            assert len(said) > 20, "a control"
            assert dutch_in(said) == set()
    assert "[source missing]" in text_of(papers(made)[0])
    assert "Facts 1 and 2; Source 2." in text_of(papers(made)[0])


def test_a_dutch_report_is_full_of_them() -> None:
    found = dutch_in(printed(as_pdf(paper_of(samples.manuscript(), look=Look()))))
    assert {"Inhoud", "Samenvatting", "Tweede lezer", "Van wie of waaruit", "niet bekend", "Betwist"} <= found


def test_the_annexes_have_english_stamps() -> None:
    scan = io.BytesIO()
    Image.new("RGB", (300, 420), "#dde8ee").save(scan, "PDF")
    made = annexes_of(english(), {1: scan.getvalue()}, look=Look())
    said = printed(made)
    assert "Annex 1, page 1 of 1" in said
    with pikepdf.open(io.BytesIO(made)) as document, document.open_outline() as bookmarks:
        titles = [str(line.title) for line in bookmarks.root]
        assert document.Root.Lang == "en"
    assert titles[-1] == "Annex 1: Decision"
    assert dutch_in(f"{said} {titles}") == set()


def test_both_files_say_in_which_language_they_are() -> None:
    for language, word in (("nl", "nl-NL"), ("en", "en-GB")):
        made = english() if language == "en" else samples.manuscript()
        paper = paper_of(made, look=Look())
        with pikepdf.open(io.BytesIO(as_pdf(paper))) as document:
            assert document.Root.Lang == language
        docx = as_docx(paper)
        assert f"<dc:language>{word}</dc:language>" in part_of(docx, "docProps/core.xml")
        assert re.findall(r'<w:lang [^>]*w:val="([^"]*)"', part_of(docx, "word/styles.xml")) == [word]
        assert f'<w:themeFontLang w:val="{word}"' in part_of(docx, "word/settings.xml")
