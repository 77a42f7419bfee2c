"""A jurist says on which source a case relies: kept with its version and why, sealed, seen on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.actions.source import MOST
from helpdesk.cases.tests.relying import WHY, kept, relies_on, rely
from helpdesk.cases.tests.test_merge_cases import merge
from helpdesk.cases.tests.test_undo_merge import undo
from helpdesk.cases.workflow import NotNow
from helpdesk.directory import reference
from helpdesk.library.models import Kind, Work
from helpdesk.library.tests.shelf import CODE, NEW, OLD, SHORT, reading, state, two_states
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Iterator[None]:
    with reading():
        yield


def typed(**more: Any) -> dict[str, Any]:
    return {"source": SHORT, "place": "2 lid 1", "why": WHY, **more}


def test_it_is_kept_with_its_version_and_shown_as_a_chip() -> None:
    version = state({"1": "Eén.", "2": "Twee."})
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.get(f"/zaak/{case.code}/bron/").status_code == 200
    assert iris.post(f"/zaak/{case.code}/bron/", typed()).status_code == 302
    assert cast.acts(case)[-1] == "add-source"
    (one,) = relies_on(case)
    assert (one.key.code, one.key.address, one.place) == (CODE, "artikel=2", "artikel=2&lid=1")
    assert (one.valid_from, one.name, one.why) == (version.valid_from, f"art. 2 lid 1 {SHORT}", WHY)
    assert kept(case) == ["2"]
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert f"art. 2 lid 1 {SHORT}" in page
    assert WHY in page
    assert "Stand van 1 januari 2020" in page
    assert "krh-cite--changed" not in page


def test_nothing_of_it_lies_in_the_clear() -> None:
    state({"2": "Twee."})
    case = cast.taken()
    rely(case)
    with cast.opened("iris", case), connection.cursor() as cursor:
        for table in ("cases_source", "cases_case", "ledger_entry"):
            cursor.execute(f"SELECT t::text FROM {table} t")
            rows = " ".join(row for (row,) in cursor.fetchall())
            assert rows, table
            for word in (CODE, SHORT, "artikel=2", WHY):
                assert word not in rows
                assert word.encode().hex() not in rows


def test_the_day_that_counts_may_be_another() -> None:
    two_states()
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/bron/", typed(on="2021-03-04")).status_code == 302
    assert iris.post(f"/zaak/{case.code}/bron/", typed(place="1")).status_code == 302
    assert [one.valid_from for one in relies_on(case)] == [OLD, NEW]
    assert "krh-cite--changed" not in iris.get(f"/zaak/{case.code}/").content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"source": ""}, "Schrijf welke bron."),
        ({"source": "Nergenswet"}, "Deze bron kennen we niet"),
        ({"place": ""}, "3 lid 1"),
        ({"place": "drie en vier"}, "3 lid 1"),
        ({"place": "99"}, "Deze plaats staat niet in de bron"),
        ({"on": "eergisteren"}, "Dit is geen dag."),
        ({"why": "x" * 501}, "500 letters"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(wrong: dict[str, Any], said: str) -> None:
    state({"2": "Twee."})
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/bron/", typed(**wrong))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert (wrong.get("why") or WHY) in page
    assert relies_on(case) == []


def test_two_works_of_one_name_are_asked_about() -> None:
    state({"2": "Twee."})
    same = {"title": "Nog een", "short": SHORT, "source": "proef", "confidence": "proef"}
    Work.objects.create(code="BWBR0088888", kind=Kind.LAW, **same)
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/bron/", typed()).status_code == 422
    assert iris.post(f"/zaak/{case.code}/bron/", typed(source=CODE)).status_code == 302


def test_a_source_whose_text_we_do_not_have_is_said_to_be_unread() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/bron/", typed(source="bwbr0005537", place="6:7")).status_code == 302
    (one,) = relies_on(case)
    assert (one.key.code, one.seen) == ("BWBR0005537", None)
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "De tekst staat nog niet in de bibliotheek." in page
    assert "krh-cite--changed" not in page


def test_the_same_place_is_added_once_and_another_paragraph_by_itself() -> None:
    state({"2": "Twee."})
    case, iris = cast.taken(), cast.desk_client("iris")
    for place, expect in (("2 lid 1", 302), ("2 lid 1", 422), ("2 lid 2", 302)):
        assert iris.post(f"/zaak/{case.code}/bron/", typed(place=place)).status_code == expect
    assert len(relies_on(case)) == 2


def test_there_are_not_without_end() -> None:
    state({str(number): "x" for number in range(MOST + 1)})
    case = cast.taken()
    with cast.opened("iris", case, to="add-source") as file:
        for number in range(MOST):
            actions.add_source(file=file, code=CODE, place=f"artikel={number}")
        with pytest.raises(NotNow, match=str(MOST)):
            actions.add_source(file=file, code=CODE, place=f"artikel={MOST}")


@pytest.mark.usefixtures("reader")
def test_what_we_cite_in_an_answer_is_offered_and_comes_with_one_press() -> None:
    state({"1": "Eén.", "2": "Twee."})
    case, iris = cast.taken(text=f"Mag dit van art. 1 {SHORT}?"), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": f"Dit staat in art. 2 lid 1 {SHORT}."})
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    offered = page[page.index('id="paneel-bronnen"') :]
    assert f"art. 2 lid 1 {SHORT}<" in offered
    assert f"art. 1 {SHORT}<" not in offered
    pressed = {"source": CODE, "place": "artikel=2&lid=1", "why": "Genoemd in ons bericht."}
    assert iris.post(f"/zaak/{case.code}/bron/", pressed).status_code == 302
    assert "Genoemd in ons bericht van" not in iris.get(f"/zaak/{case.code}/").content.decode()
    assert relies_on(case)[0].place == "artikel=2&lid=1"


@pytest.mark.parametrize(
    ("source", "place", "code", "address"),
    [
        ("IVRK", "3 lid 1", "BWBV0002508", "artikel=3&lid=1"),
        ("BW", "1:264", "BWBR0002656", "artikel=264"),
        ("Algemene wet bestuursrecht", "6:7", "BWBR0005537", "artikel=6:7"),
        ("artikel 12, eerste lid, van het IVRK", "", "BWBV0002508", "artikel=12&lid=1"),
        ("ECLI:NL:HR:2012:BW5328", "", "ECLI:NL:HR:2012:BW5328", ""),
        ("ECLI:NL:HR:2012:BW5328", "r.o. 3.4", "ECLI:NL:HR:2012:BW5328", "rov=3.4"),
    ],
)
def test_it_is_typed_as_a_jurist_says_it(source: str, place: str, code: str, address: str) -> None:
    case = cast.taken()
    page = cast.desk_client("iris").post(f"/zaak/{case.code}/bron/", typed(source=source, place=place))
    assert page.status_code == 302, page.content.decode()
    (one,) = relies_on(case)
    assert (one.key.code, one.place) == (code, address)


@pytest.mark.usefixtures("reader")
def test_a_whole_citation_may_be_typed_in_one_line() -> None:
    state({"2": "Twee."})
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/bron/", typed(source=f"art. 2 lid 3 {SHORT}", place=""))
    assert answer.status_code == 302
    assert relies_on(case)[0].place == "artikel=2&lid=3"


def test_the_page_costs_one_statement_more_at_any_number_of_sources() -> None:
    state({str(number): "x" for number in range(20)})
    case, iris = cast.taken(), cast.desk_client("iris")

    def statements() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        asked = [query["sql"] for query in (*data.captured_queries, *keys.captured_queries)]
        return len([sql for sql in asked if "SAVEPOINT" not in sql])  # a test's own

    none = statements()
    rely(case, "1")
    one = statements()
    for number in range(2, 12):
        rely(case, str(number))
    assert statements() == one == none + 1
    assert one <= 12


def test_a_merge_takes_it_along_with_its_looks_and_an_undo_brings_them_back() -> None:
    state({"1": "Eén.", "2": "Twee."})
    case, other = cast.taken(), cast.taken()
    moved, stays = rely(case, "1"), rely(other, "2")
    merge(case, other)
    assert {one.id for one in relies_on(other)} == {moved, stays}
    assert sorted(kept(other)) == ["1", "2"]
    assert (relies_on(case), kept(case)) == ([], [])
    with cast.opened("iris", other, to="check-source") as file:
        actions.check_source(file=file, source_id=moved, note="Klopt.")
    assert undo(other).status_code == 302
    assert [one.id for one in relies_on(other)] == [stays]
    assert kept(other) == ["2"]
    (back,) = relies_on(case)
    assert (back.id, [look.note for look in back.looks], kept(case)) == (moved, ["Klopt."], ["1"])


@pytest.mark.parametrize("who", ["farah", "mo", "lotte", "karim", "bas"])
def test_nobody_else_can(who: str) -> None:
    state({"2": "Twee."})
    assert cast.refused(who, cast.taken(), "bron", **typed())


def test_from_the_picker_one_stays_where_one_writes() -> None:
    state({"1": "Eén.", "2": "Twee."})
    case, iris = cast.taken(asker="kind"), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert page.count("data-inline><summary") == 2
    said = {"source": CODE, "place": "artikel=2&lid=1", "here": "1"}
    answer = iris.post(f"/zaak/{case.code}/bron/", said, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "HX-Redirect" not in answer.headers
    assert 'id="paneel-bronnen" hx-swap-oob' in answer.content.decode()
    assert "De zaak steunt nu ook hierop." in answer.content.decode()
    assert [one.place for one in relies_on(case)] == ["artikel=2&lid=1"]
    again = iris.post(f"/zaak/{case.code}/bron/", said, headers={"HX-Request": "true"}).content.decode()
    assert "De zaak steunt hier al op." in again
    elsewhere = iris.post(f"/zaak/{case.code}/bron/", {**said, "here": ""}, headers={"HX-Request": "true"})
    assert 'id="meldingen"' in elsewhere.content.decode()
    assert "paneel-bronnen" not in elsewhere.content.decode()
    assert len(relies_on(case)) == 1
