"""Who writes a report sees it on paper as it stands, marked as a draft."""

from __future__ import annotations

import io
import re
import zipfile

import pikepdf
import pytest

from helpdesk.ledger.models import Entry
from helpdesk.reports.tests.scene import scene
from helpdesk.reports.tests.test_sign_report import signed
from helpdesk.reports.tests.writing_scene import text, written
from tests import cast

pytestmark = pytest.mark.django_db
AT, KINDS = "2026-11-20T21:14:05+01:00", ("insertion", "deletion")


def test_the_report_as_it_stands_on_paper() -> None:
    made = scene()
    made.fact()
    made.cite()
    answer = made.client.get(f"{made.url}concept.pdf")
    assert answer.status_code == 200, answer.content[-500:]
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    with pikepdf.open(io.BytesIO(answer.content)) as pdf:
        assert len(pdf.pages) >= 3
        told = str(pdf.docinfo)
    for name in ("Dounia", "Mariam", "Jansen", "Iris"):
        assert name not in told
    assert "Bekijk als PDF" in made.look()


def test_who_may_not_write_does_not_see_it() -> None:
    made = scene()
    assert cast.desk_client("noor").get(f"{made.url}concept.pdf").status_code == 404
    assert cast.desk_client("noor").get(f"{made.url}concept.docx").status_code == 404


def test_the_draft_in_word_has_proposals_as_changes_and_no_name() -> None:
    made = written()
    doc = text("Zij is gehoord.", "Zo blijft het.")
    marks = {kind: {"type": kind, "attrs": {"id": "1", "by": str(cast.member("iris").pk), "at": AT}} for kind in KINDS}
    comment = {"type": "comment", "attrs": {"id": str(cast.member("sanne").pk)}}
    doc["content"][0]["content"] = [
        {"type": "text", "text": "Zij is ", "marks": [comment]},
        {"type": "text", "text": "wel", "marks": [marks["deletion"]]},
        {"type": "text", "text": "niet", "marks": [marks["insertion"]]},
        {"type": "text", "text": " gehoord."},
    ]
    assert made.save(base=made.load()["version"], doc=doc).status_code == 200
    looks = Entry.objects.filter(object_id=made.case.pk).count()
    answer = made.as_("iris").get(f"{made.at}concept.docx")
    assert answer.status_code == 200
    assert Entry.objects.filter(object_id=made.case.pk).count() > looks
    assert answer["Cache-Control"] == "no-store"
    assert re.fullmatch(r'attachment; filename="concept-\d{4}-\d\d-\d\d\.docx"', answer["Content-Disposition"])
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        parts = {name: packed.read(name).decode("utf-8", "replace") for name in packed.namelist()}
    body = parts["word/document.xml"]
    assert re.search(r'<w:del [^>]*w:author="Kinderrechtenhelpdesk".*?<w:delText[^>]*>wel<', body, re.DOTALL)
    assert re.search(r'<w:ins [^>]*w:author="Kinderrechtenhelpdesk".*?<w:t[^>]*>niet<', body, re.DOTALL)
    assert "Concept, vertrouwelijk" in parts["word/header2.xml"]
    told = " ".join(parts.values())
    for kept in ("Dounia", "Mariam", "Jansen", "Iris", "Sanne", str(cast.member("sanne").pk), made.case.code, "21:14"):
        assert kept not in told
    assert "Concept in Word" in made.look()


def test_a_signed_report_has_no_draft_any_more() -> None:
    made = signed()
    for kind in ("pdf", "docx"):
        answer = made.as_("iris").get(f"{made.at}concept.{kind}")
        assert not answer.content.startswith((b"%PDF", b"PK"))
        assert answer["Content-Type"].startswith("text/html")
    assert "Concept in Word" not in made.look()
