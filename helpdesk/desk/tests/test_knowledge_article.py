"""Knowledge: written, found, looked at by its owner, compared with what it was; stale ones surface."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases.tests.relying import rely
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.library.models import KnowledgeArticle, Reliance
from helpdesk.library.tests.shelf import CODE, NEW, SHORT, reading, state
from tests import cast

pytestmark = pytest.mark.django_db
LIST = "/kennis/"


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    with reading():
        yield


def typed(**more: Any) -> dict[str, Any]:
    review_on = (clock.today() + timedelta(days=100)).isoformat()
    said = {"title": "Het kind horen", "body": f"Volgens art. 2 lid 1 {SHORT} hoort men het kind."}
    return {**said, "themes": ["jeugdhulp"], "owner": str(cast.member("iris").pk), "review_on": review_on, **more}


def written(**more: Any) -> KnowledgeArticle:
    assert cast.desk_client("iris").post(f"{LIST}nieuw/", typed(**more)).status_code == 302
    row: KnowledgeArticle = KnowledgeArticle.objects.order_by("-at", "-id")[0]
    return row


def url(row: KnowledgeArticle, more: str = "") -> str:
    return f"{LIST}{row.article_id}/{more}"


def page(who: str, path: str) -> str:
    return cast.desk_client(who).get(path).content.decode()


def test_it_is_written_by_who_may_and_read_by_who_helps_or_reviews() -> None:
    state({"2": "Twee."})
    assert "Er is nog geen kennis opgeschreven." in page("iris", LIST)
    row = written()
    assert Entry.objects.filter(verb="add-article", object_id=row.article_id).exists()
    for who in ("mo", "iris", "sanne", "lotte"):
        assert "Het kind horen" in page(who, LIST)
        assert f"art. 2 lid 1 {SHORT}</span>" in page(who, url(row))
        assert (f"{row.article_id}/wijzig/" in page(who, url(row))) is (who != "mo")
    for who in ("karim", "bas"):
        assert cast.desk_client(who).get(LIST).status_code == 404
    assert cast.desk_client("mo").post(f"{LIST}nieuw/", typed()).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"body": ""},
        {"owner": ""},
        {"review_on": "2020-01-01"},
        {"review_on": "ooit"},
        {"body": "Bel met KR-7H4MQ."},
        {"title": "Vraag jan@example.org"},
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(wrong: dict[str, str]) -> None:
    answer = cast.desk_client("iris").post(f"{LIST}nieuw/", typed(**wrong))
    assert answer.status_code == 422
    assert "krh-field__error" in answer.content.decode()
    assert (wrong.get("body") or f"{SHORT} hoort men het kind.") in answer.content.decode() or "body" in wrong
    assert not KnowledgeArticle.objects.exists()


def test_a_change_adds_a_version_and_the_page_shows_what_changed() -> None:
    row = written()
    iris = cast.desk_client("iris")
    changed = typed(body="Volgens de rechter hoort men het kind.", number="1")
    assert iris.post(url(row, "wijzig/"), changed).status_code == 302
    shown = page("iris", url(row) + "?versie=2")
    assert "<del>art. 2 lid 1 Proefwet </del>" in shown
    assert "<ins>de rechter </ins>" in shown
    assert "Wat er in versie" not in page("iris", url(row) + "?versie=1")
    assert "Wat er in versie" not in page("iris", url(row) + "?versie=<script>")
    stale = iris.post(url(row, "wijzig/"), typed(body="Over elkaar heen.", number="1"))
    assert stale.status_code == 422
    assert "Over elkaar heen.</textarea>" in stale.content.decode()
    assert KnowledgeArticle.objects.count() == 2


def test_words_are_shown_and_never_run() -> None:
    row = written(title="<b>Dik</b>", body="<script>alert(1)</script>")
    for path in (LIST, url(row)):
        assert "<b>Dik" not in page("iris", path)
        assert "<script>alert" not in page("iris", path)


def test_its_owner_alone_says_that_it_was_looked_at() -> None:
    row, later = written(), (clock.today() + timedelta(days=300)).isoformat()
    for who, day, number in (("sanne", later, 1), ("iris", "2020-01-01", 1), ("iris", later, 2)):
        answer = cast.desk_client(who).post(
            url(row, "nagekeken/"), {"number": str(number), "review_on": day}, follow=True
        )
        assert "Nagekeken." not in answer.content.decode(), who
    answer = cast.desk_client("iris").post(url(row, "nagekeken/"), {"number": "1", "review_on": later}, follow=True)
    assert "Nagekeken." in answer.content.decode()
    last = KnowledgeArticle.objects.of(row.article_id)[0]
    assert (last.number, last.review_on.isoformat(), last.body) == (2, later, row.body)
    assert Reliance.objects.filter(object_id=row.article_id).count() == 1


def test_stale_ones_and_those_whose_source_changed_stand_on_top() -> None:
    state({"1": "Eén.", "2": "Twee."})
    written(title="Blijft goed", body=f"art. 1 {SHORT}")
    written(title="Wet anders")
    written(title="Wordt oud", body="Niets.", review_on=(clock.today() + timedelta(days=3)).isoformat())
    assert "Na te kijken</h2>" not in page("iris", LIST)
    state({"1": "Eén.", "2": "Anders."}, NEW)
    with clock.at(clock.now() + timedelta(days=4)):
        shown = page("iris", LIST)
        top = shown[shown.index("Na te kijken</h2>") : shown.index("Blijft goed")]
        assert "verlopen: nakijken" in top
        assert top.count("krh-text__title") == 3  # two on top, and the first of those below
        assert "2 artikelen moeten worden nagekeken." in shown
        only = page("iris", f"{LIST}?which=look")
        assert ("Wordt oud" in only, "Wet anders" in only, "Blijft goed" in only) == (True, True, False)


def test_one_finds_it_by_its_title_and_theme() -> None:
    written(title="Horen in de rechtszaal")
    for query, there in (("words=RECHTSZAAL+horen", True), ("words=school", False), ("theme=migratie", False)):
        assert ("Horen in de rechtszaal" in page("iris", f"{LIST}?{query}")) is there, query
    assert "Geen artikel gevonden." in page("iris", f"{LIST}?words=school")
    assert "Horen in de rechtszaal" in page("iris", f"{LIST}?theme=jeugdhulp&which=onzin")


def test_it_is_retired_and_found_back() -> None:
    row = written()
    assert cast.desk_client("iris").post(url(row, "vervalt/"), {"number": "1"}).status_code == 302
    assert "Het kind horen" not in page("iris", LIST)
    assert "Het kind horen" in page("iris", f"{LIST}?which=retired")
    assert "Dit artikel is vervallen." in page("iris", url(row))
    answer = cast.desk_client("iris").post(url(row, "vervalt/"), {"number": "1"}, follow=True)
    assert "Een collega heeft dit artikel net veranderd." in answer.content.decode()


def test_the_page_names_what_else_relies_on_the_same_article_and_counts_my_cases() -> None:
    state({"1": "Eén.", "2": "Twee."})
    row = written()
    written(title="Ook hierover", body=f"art. 2 lid 5 {SHORT}")
    written(title="Iets anders", body=f"art. 1 {SHORT}")
    rely(cast.taken(), "2")
    rely(cast.taken(), "1")
    shown = page("iris", url(row))
    assert "Ook hierover" in shown
    assert "Iets anders" not in shown
    assert "Eén open zaak die jij mag zien, steunt op dezelfde plaats." in shown
    assert "0 open zaken" in page("farah", url(row))
    assert "open za" not in page("lotte", url(row))


def test_a_source_is_added_by_hand_and_taken_away() -> None:
    state({"1": "Eén.", "2": "Twee."})
    row, iris = written(body="Zonder plaatsen."), cast.desk_client("iris")
    at = f"{LIST}steunt/article/{row.article_id}/"
    assert iris.post(at, {"source": SHORT, "place": "1 lid 2"}).status_code == 302
    assert iris.post(at, {"source": "Nergenswet", "place": "1"}).status_code == 422
    held = Reliance.objects.get()
    assert (held.work_code, held.place, held.found) == (CODE, "artikel=1&lid=2", False)
    assert f"art. 1 lid 2 {SHORT}" in page("iris", at)
    assert iris.post(f"{LIST}steunt/{held.pk}/weg/").status_code == 302
    assert f"art. 1 lid 2 {SHORT}" not in page("iris", at)
    assert iris.post(f"{LIST}steunt/{held.pk}/weg/").status_code == 404
    for nowhere in (f"steunt/onzin/{row.article_id}/", f"steunt/text/{row.article_id}/", f"steunt/article/{new_id()}/"):
        assert iris.get(f"{LIST}{nowhere}").status_code == 404
    assert cast.desk_client("mo").post(at, {"source": SHORT, "place": "2"}).status_code == 404
