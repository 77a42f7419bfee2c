"""A report begins: its frame from the case, a text for every chapter of its outline."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helpdesk.cases.workflow import NotNow
from helpdesk.reports.document import blocks, checked
from helpdesk.reports.models import Report
from helpdesk.reports.outline import KEYS, NotAnOutline, outline, outlines, read
from helpdesk.reports.tests.scene import scene
from helpdesk.reports.workflow import State
from tests import cast

pytestmark = pytest.mark.django_db


def test_every_procedure_has_every_chapter_with_blocks_of_ours() -> None:
    assert list(outlines()) == ["court", "objection", "complaint", "echr"]
    for one in outlines().values():
        assert sorted(section.key for section in one.sections) == sorted(KEYS)
        for section in one.sections:
            assert checked(section.document())["content"], section.key
            assert section.purpose.endswith(".")
    assert outline("court").section("conclusion") != outline("objection").section("conclusion")


def test_the_chapters_are_numbered_and_the_childs_version_is_not() -> None:
    numbers = [one.number for one in outline("court").sections]
    assert numbers == [*range(1, 11), 0]
    assert outline("court").sections[-1].heading == "Voor het kind"


def test_an_outline_that_no_report_can_have_is_refused() -> None:
    parts = [{"key": key, "title": key, "purpose": "x.", "begins": [""]} for key in KEYS]
    court = {"court": {"label": "x", "before": "y"}}
    assert read({"version": "1", "parts": parts, "procedures": court}), "the control"
    for wrong in (parts[1:], [*parts[1:], parts[1]], [{**parts[0], "begins": ["[total]"]}, *parts[1:]]):
        with pytest.raises(NotAnOutline):
            read({"version": "1", "parts": wrong, "procedures": court})
    with pytest.raises(NotAnOutline):
        read({"version": "1", "parts": parts, "procedures": {"court": {**court["court"], "parts": {"total": {}}}}})


def test_it_begins_with_a_text_for_every_chapter() -> None:
    made = scene()
    report = made.report
    assert report.state == State.DRAFT
    assert report.frame.before == "Rechtbank Den Haag"
    assert report.frame.decision_on == date(2026, 10, 2)
    ids = [block["attrs"]["id"] for key in KEYS for block in blocks(made.doc(key))]
    assert len(ids) == len(set(ids)) > 30, "each block is one of a kind in the whole report"
    assert "start-report" in cast.acts(made.case)


def test_the_child_and_the_lawyer_are_people_of_the_case() -> None:
    made = scene(started=False)
    for wrong in ({"child": made.mother}, {"child": ""}, {"lawyer": made.mother}, {"procedure": "hoger beroep"}):
        with pytest.raises(NotNow):
            made.start(**wrong)
    assert not Report.objects.exists()
    made.start(lawyer="")


def test_the_procedure_of_a_report_stays() -> None:
    from helpdesk.reports import actions

    made = scene()
    with pytest.raises(NotNow, match="verandert niet"):
        made.do(actions.frame_report, told=made.told(procedure="echr"))
    made.do(actions.frame_report, told=made.told(title="Terug naar huis, met hulp"))
    assert made.report.frame.title == "Terug naar huis, met hulp"


def test_a_report_in_english_begins_in_english_through_the_page_and_stays_so() -> None:
    made = scene(started=False)
    frame: dict[str, Any] = {"title": "Home again", "child": made.child, "on": "2026-11-28", "language": "en"}
    made.post("", procedure="echr", **frame)
    with cast.opened("iris", made.case):
        made.id = Report.objects.get(case=made.case).pk
    assert "The European Convention on Human Rights" in str(made.doc("frame"))
    assert made.manuscript.parts[0].title == "Summary"
    assert made.manuscript.front.procedure == "European Court of Human Rights"
    assert made.manuscript.front.writer == "legal adviser, Kinderrechtenhelpdesk"
    cited = made.cite()
    line = made.manuscript.citation(cited)
    assert line is not None
    assert line.version.startswith(("in force on", "as we know it on", "until", "from"))
    made.post("kader/", **{name: said for name, said in frame.items() if name != "language"}, expect=302)
    assert made.report.frame.language == "en", "a form without the field changes nothing"
