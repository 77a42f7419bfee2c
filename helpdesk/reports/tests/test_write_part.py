"""Write in a chapter: several at once, one without a connection, pressed twice. No word is lost, and each is told."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from helpdesk.cases.actions import refer_case
from helpdesk.ledger.models import Entry
from helpdesk.reports.models import ReportPart
from helpdesk.reports.tests.writing_scene import Written, text, written
from tests import cast

pytestmark = pytest.mark.django_db


def later(minutes: int) -> None:
    """So long ago the last save was."""
    from helpdesk.lib.row_actor import act_as

    with act_as(cast.member("iris").pk):
        for row in ReportPart.objects.filter(version__gt=0):
            held = row.held_at - timedelta(minutes=minutes) if row.held_at else None
            kept = row.kept_at - timedelta(minutes=minutes) if row.kept_at else None
            ReportPart.objects.filter(pk=row.pk).update(held_at=held, kept_at=kept)


def all_words(made: Written) -> str:
    """The text as it is and every version of it."""
    return json.dumps([made.load()["doc"], made.versions()], default=str)


def test_what_is_saved_stands_there_and_the_next_save_goes_on() -> None:
    made = written()
    assert made.load()["version"] == 0
    first = made.save("Een.", base=0)
    assert first.status_code == 200
    assert json.loads(first.content)["version"] == 1
    assert made.save("Een.", "Twee.", base=1).status_code == 200
    assert made.words() == "Een.\nTwee."
    assert made.load()["held_by"]["mine"]
    assert first.headers["Cache-Control"] == "no-store"


def test_typing_is_one_act_and_no_look_each_time() -> None:
    made = written()
    acts = cast.acts(made.case).count("write-report")
    made.save("Een.", base=0)
    before = Entry.objects.filter(object_id=made.case.pk).count()
    for at in range(1, 6):
        assert made.save("Een.", str(at), base=at).status_code == 200
    assert Entry.objects.filter(object_id=made.case.pk).count() == before
    assert cast.acts(made.case).count("write-report") == acts + 1


def test_the_same_save_twice_is_one_save() -> None:
    made = written()
    made.save("Een.", base=0)
    once = made.save("Twee.", base=1, key="sleutel-sleutel")
    made.save("Drie.", base=2)
    twice = made.save("Twee.", base=1, key="sleutel-sleutel")
    assert (once.status_code, once.content) == (twice.status_code, twice.content)
    assert made.words() == "Drie."
    assert made.load()["version"] == 3


def test_ten_minutes_without_a_connection() -> None:
    """Iris goes on writing without a connection; Sanne takes the chapter after a while and writes too."""
    made = written()
    base = made.saved("Begin.")
    later(16)
    made.saved("Begin.", "Van Sanne.", who="sanne")
    held = made.save("Begin.", "Van Iris, onderweg.", base=base, key="onderweg-1")
    assert held.status_code == 423
    assert json.loads(held.content)["held_by"]["name"] == cast.member("sanne").full_name
    assert made.post("laat-los/", who="sanne").status_code == 200
    conflict = made.save("Begin.", "Van Iris, onderweg.", "En later.", base=base, key="onderweg-2")
    assert conflict.status_code == 409
    answer = json.loads(conflict.content)
    assert "Van Sanne." in json.dumps(answer["doc"])
    assert answer["by"] == cast.member("sanne").full_name
    assert made.words() == "Begin.\nVan Sanne.", "nothing is overwritten"
    for word in ("Begin.", "Van Sanne.", "Van Iris, onderweg.", "En later."):
        assert word in all_words(made), word
    assert [one.said["attempt"] for one in _waiting(made)][-1] == answer["conflict"]
    before = len(made.versions())
    assert made.save("Begin.", "x", base=base, key="onderweg-2").status_code == 409, "sent again"
    assert len(made.versions()) == before


def _waiting(made: Written) -> Any:
    from helpdesk.reports.review import open_attempts

    return open_attempts(made.report.lines)


def test_an_author_finds_the_text_of_the_one_before_among_the_versions() -> None:
    made = written()
    made.saved("Van Iris.")
    made.post("laat-los/")
    made.saved("Van Sanne.", who="sanne")
    assert "Van Iris." in json.dumps(made.versions(), default=str)
    assert set(made.report.writers) == {str(cast.member(who).pk) for who in ("iris", "sanne")}


def test_a_version_is_put_aside_after_five_minutes_of_writing() -> None:
    made = written()
    made.saved("Een.")
    for at in range(3):
        made.saved("Een.", str(at))
    assert len(made.versions()) == 1, "the first"
    later(6)
    made.saved("Na zes minuten.")
    assert "Na zes minuten." in json.dumps(made.versions(), default=str)


def test_a_chapter_is_held_by_one_and_freed_by_time() -> None:
    made = written()
    assert made.post("pak/").status_code == 200
    taken = made.post("pak/", who="sanne")
    assert taken.status_code == 409
    assert json.loads(taken.content)["held_by"]["name"] == cast.member("iris").full_name
    made.saved("Een.")
    later(14)
    assert made.post("pak/", who="sanne").status_code == 409
    later(2)
    assert made.post("pak/", who="sanne").status_code == 200
    assert not made.load()["held_by"]["mine"]


def test_in_a_case_that_ended_nothing_is_written_and_nothing_lost() -> None:
    made = written()
    base = made.saved("Een.")
    made.post("laat-los/")
    with cast.opened("iris", made.case, to="refer") as file:
        refer_case(file=file, institution="", reason="elders", letter="")
    late = made.save("Te laat.", base=base)
    assert late.status_code == 422
    assert "niet meer bij het team" in late.json()["error"]
    assert "Te laat." in all_words(made)


def test_what_is_no_text_is_refused_with_a_sentence() -> None:
    made = written()
    unknown = {"type": "doc", "content": [{"type": "script", "content": []}]}
    for doc, status in ((unknown, 422), (text("x" * 2_100_000), 413), (None, 422)):
        answer = made.save(base=0, doc=doc)
        assert answer.status_code == status
        assert json.loads(answer.content)["error"]
    assert made.save("a", base="0").status_code == 422  # type: ignore[arg-type]
    assert made.as_("iris").post(made.url(), "{", content_type="application/json").status_code == 422
    assert made.as_("iris").post(made.url(), "x" * 5_000_000, content_type="application/json").status_code == 413
    assert made.load()["version"] == 0
    assert made.post("", {}, part="niet-een-deel").status_code == 422
    assert made.save("a", base=0, part="niet-een-deel").status_code == 422


def test_signed_out_the_script_hears_it_and_a_stranger_nothing() -> None:
    made = written()
    data, fetch = json.dumps({"doc": text("a"), "base": 0, "key": "sleutel-sleutel"}), {"X-Requested-With": "fetch"}
    out = Client().post(made.url(), data, content_type="application/json", headers=fetch)
    assert (out.status_code, out.headers["X-Sign-In"]) == (401, "1")
    for path in ("", "pak/", "laat-los/", "opmerkingen/"):
        assert made.post(path, json.loads(data), who="farah").status_code == 404, path
    strict = cast.desk_client("iris", enforce_csrf_checks=True)
    assert strict.post(made.url(), data, content_type="application/json", headers=fetch).status_code == 403


def test_a_suggestion_makes_no_author_and_writing_does() -> None:
    made = written()
    base = made.saved("Het kind is niet gehoord.")
    made.post("laat-los/")
    mark = {"type": "insertion", "attrs": {"id": "1", "by": str(cast.member("sanne").pk), "at": "2026-11-28T10:00:00"}}
    doc = text("Het kind is niet gehoord.")
    doc["content"][0]["content"].append({"type": "text", "text": " Waarom niet?", "marks": [mark]})
    assert made.save(base=base, who="sanne", doc=doc, mode="suggest").status_code == 200
    assert str(cast.member("sanne").pk) not in made.report.writers
    assert made.load()["held_by"] is None, "who proposed keeps the author from nothing"
    assert "(Sanne)" not in made.look("")
    assert made.save("Zo staat het er nu.", base=base + 1, who="sanne", mode="suggest").status_code == 200
    assert str(cast.member("sanne").pk) in made.report.writers, "that was no suggestion"


@pytest.mark.django_db(transaction=True)
def test_many_at_once_lose_nothing() -> None:
    """Eight posts on one version: one goes in, the others lie as versions; each of a pair gets the same answer."""
    made = written()
    base = made.saved("Begin.")
    iris = [cast.desk_client("iris") for _ in range(8)]

    def post(at: int) -> tuple[int, dict[str, Any]]:
        data = {"doc": text(f"Woord{at // 2}."), "base": base, "key": f"sleutel-{at // 2}", "mode": "write"}
        headers = {"X-Requested-With": "fetch"}
        try:
            answer = iris[at].post(made.url(), json.dumps(data), content_type="application/json", headers=headers)
            return answer.status_code, answer.json()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(post, range(8)))
    assert sorted(status for status, _ in answers) == [200, 200, *[409] * 6]
    assert all(answers[at][0] == answers[at + 1][0] for at in range(0, 8, 2))
    assert made.load()["version"] == base + 1
    for at in range(4):
        assert f"Woord{at}." in all_words(made)
    assert len(_waiting(made)) == 3
