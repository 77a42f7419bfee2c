"""A whole report as our Word file, changed by somebody else, and back in our text: nothing lost, nothing elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from devtools.office import ADVICE
from helpdesk.lib.files import safe
from helpdesk.lib.papers.docx import as_docx
from helpdesk.lib.papers.returned.finding import returned
from helpdesk.lib.papers.returned.record import Returned
from helpdesk.lib.papers.returned.sandbox import returned_safely
from helpdesk.lib.tests.test_returned_hostile import through_office
from helpdesk.lib.tests.word_samples import AT, LAWYER, edited, part_of
from helpdesk.reports.document import nodes
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.report import paper_of
from helpdesk.reports.suggesting import Suggested, suggest
from helpdesk.reports.tests.paper_samples import manuscript

REPORT = manuscript()
FOR_THE_CHILD = "plain"
_RUN = re.compile(r"<w:r>(?:(?!</w:r>).)*</w:r>", re.DOTALL)


def word_file(report: Manuscript) -> bytes:
    return as_docx(paper_of(report, look=Look()))


def with_suggestions(told: Suggested) -> Manuscript:
    return replace(REPORT, parts=tuple(replace(part, doc=told.docs[part.key]) for part in REPORT.parts))


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """Every second paragraph of a block of ours, changed."""
    text, seen = part_of(data), [0]

    def one(found: re.Match[str]) -> str:
        seen[0] += "blk_" in found[0]
        return change(found[0]) if "blk_" in found[0] and seen[0] % 2 else found[0]

    return edited(data, more={"word/document.xml": re.sub(r"<w:p>.*?</w:p>", one, text, flags=re.DOTALL)})


def told_of(came: Returned) -> list[tuple[str, int, str, str]]:
    return [(one.block_id, one.start, one.before, one.after) for one in came.changes]


def back_in_our_text(came: Returned) -> Suggested:
    return suggest({part.key: part.doc for part in REPORT.parts}, came, at=AT)


def test_every_paragraph_of_a_report_is_known_again() -> None:
    sent = word_file(REPORT)
    came = returned_safely(sent, sent)
    assert (came.changes, came.comments, came.unknown) == ((), (), ())
    ours = {
        node["attrs"]["id"]
        for part in REPORT.parts
        for node in nodes(part.doc)
        if part.key != FOR_THE_CHILD and node["type"] in ("paragraph", "heading")
    }
    assert ours <= set(dict(came.blocks))


def test_words_put_into_it_everywhere_read_as_theirs_when_they_are_taken_over() -> None:
    """The paper of our text with the suggestions taken over differs from what we sent exactly as what came back."""
    sent = word_file(REPORT)
    came = returned(changed(sent, lambda xml: re.sub(r"\b(een|het|van) ", r"\1 kleine ", xml)), sent)
    assert len(came.changes) > 100
    told = back_in_our_text(came)
    assert not told.left
    assert told_of(returned(word_file(with_suggestions(told)), sent)) == told_of(came)


def test_whole_paragraphs_taken_out_are_struck_with_their_notes_and_numbers() -> None:
    def struck(xml: str) -> str:
        def one(found: re.Match[str]) -> str:
            gone = found[0].replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            return f'<w:del w:id="5" w:author="{LAWYER}" w:date="{AT}">{gone}</w:del>'

        return _RUN.sub(one, xml)

    sent = word_file(REPORT)
    came = returned(changed(sent, struck), sent)
    assert {(str(one.kind), one.author, one.after) for one in came.changes} == {("deleted", LAWYER, "")}
    assert not back_in_our_text(came).left


@pytest.mark.skipif(safe.office_program() is None, reason=ADVICE)
def test_libreoffice_saves_a_report_and_nothing_changed(tmp_path: Path) -> None:
    sent = word_file(REPORT)
    came = returned(through_office(sent, tmp_path), sent)
    assert (came.changes, came.comments, came.unknown) == ((), (), ())
