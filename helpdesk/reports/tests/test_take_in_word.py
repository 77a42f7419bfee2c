"""A Word file that came back: its changes stand as suggestions in a supplement, its comments as remarks."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from helpdesk.lib.papers.returned.record import Change, Comment, Kind, NotReturned, Returned, Unknown, What
from helpdesk.lib.row_actor import act_as
from helpdesk.reports.document import marks_of, nodes
from helpdesk.reports.models import Report
from helpdesk.reports.review import remarks
from helpdesk.reports.tests.test_sign_report import frozen, signed
from helpdesk.reports.tests.writing_scene import Written
from tests import cast

pytestmark = pytest.mark.django_db


def came(made: Written) -> Returned:
    """A lawyer changed a word, remarked something, and wrote on the front page."""
    doc = next(part.doc for part in frozen(made)["read"].parts if part.key == "application")
    block = next(node for node in nodes(doc) if node["type"] == "paragraph")
    ref, words = block["attrs"]["id"], "".join(one["text"] for one in block["content"])
    change = Change(
        ref, Kind.TEXT, "niet", "nooit", author="W. Jansen", at="2026-11-28T10:00:00", start=words.index("niet")
    )
    comment = Comment("1", "W. Jansen", "2026-11-28T10:00:00", "Sterk punt.", "gehoord", ref, 0, len(words))
    return Returned((change,), (comment,), (Unknown(What.OUTSIDE, "", "Spoed"),), ((ref, words),))


def upload(made: Written, data: bytes = b"PK", expect: int = 302) -> str:
    typed: dict[str, Any] = {"file": SimpleUploadedFile("rapport.docx", data)} if data else {}
    return made.do("terug-uit-word", expect=expect, **typed)


def test_what_changed_stands_as_suggestions_in_a_supplement(monkeypatch: pytest.MonkeyPatch) -> None:
    made = signed()
    before, back = frozen(made), came(made)
    sent: list[bytes] = []

    def read(_: bytes, was: bytes) -> Returned:
        sent.append(was)
        return back

    monkeypatch.setattr("helpdesk.reports.actions.returned.returned_safely", read)
    upload(made)
    with act_as(cast.member("iris").pk):
        (new,) = Report.objects.filter(case=made.case).exclude(pk=made.id)
    follow = Written(made.case, new.pk, clients=made.clients)
    doc: dict[str, Any] = follow.load()["doc"]
    marked = {name: node["text"] for node in nodes(doc) for name in marks_of(node) if node["type"] == "text"}
    assert (marked["deletion"], marked["insertion"]) == ("niet", "nooit")
    texts = [one.text for one in remarks(follow.report.lines)]
    assert any("Sterk punt." in one for one in texts)
    assert any("Spoed" in one for one in texts)
    assert "Sterk punt." in str(follow.load()["comments"])
    assert frozen(made) == before, "what was signed stays"
    assert len(sent) == 1


def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    made = signed()

    def strange(*_: Any) -> Returned:
        raise NotReturned("Dit bestand is niet van ons.")

    assert "Kies eerst een bestand" in upload(made, b"", expect=422)
    assert "geen Word-bestand" in upload(made, b"geen word", expect=422)
    monkeypatch.setattr("helpdesk.reports.actions.returned.returned_safely", strange)
    assert "niet van ons" in upload(made, expect=422)
    monkeypatch.setattr("helpdesk.reports.actions.returned.returned_safely", lambda *_: Returned())
    assert "niets veranderd" in upload(made, expect=422)
    with act_as(cast.member("iris").pk):
        assert Report.objects.filter(case=made.case).count() == 1
