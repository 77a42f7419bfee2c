"""The case page: at a glance, at a constant cost, and not there for whoever may not see it."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.directory import reference
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def statements(client: Client, case: Case) -> list[str]:
    reference.themes()
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(f"/zaak/{case.code}/").status_code == 200
    return [query["sql"] for query in [*data.captured_queries, *keys.captured_queries]]


def test_it_costs_the_same_at_one_message_and_at_fifty() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    one = statements(iris, case)
    for number in range(49):
        cast.answer(receipt, f"Bericht {number}")
        with cast.opened("iris", case, to="note") as file:
            actions.note(file=file, text=f"Notitie {number}")
    fifty = statements(iris, case)
    assert len(one) == len(fifty), "\n".join(fifty)


def test_her_words_stand_in_her_own_letter_and_ours_do_not() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/antwoorden/", {"text": "Dag, ik help je."})
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    voice = page.index("krh-message--voice")
    assert voice < page.index(cast.STORY) < page.index("Dag, ik help je.")
    assert page.count("krh-message--voice") == 1


def test_title_and_address_give_nothing_away() -> None:
    case = cast.taken(theme="kindermishandeling")
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert f"<title>{case.code}</title>" in page


def test_the_look_is_on_record_before_the_page_leaves() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.get(f"/zaak/{case.code}/")
    assert cast.looks(case)[-1] == (f"member:{cast.member('iris').pk}", "read-case")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Wie keek mee" in page
    assert "vandaag, 2 keer" in page


def test_a_code_typed_in_small_letters_opens() -> None:
    case = cast.taken()
    assert cast.desk_client("iris").get(f"/zaak/{case.code.lower()}/").status_code == 200


@pytest.mark.parametrize("who", ["farah", "mo", "lotte", "karim", "bas"])
def test_not_mine_and_not_there_are_one_answer(who: str) -> None:
    case = cast.taken()
    client = cast.desk_client(who)
    theirs, nobodys = client.get(f"/zaak/{case.code}/"), client.get("/zaak/KR-22222/")
    assert theirs.status_code == 404
    assert cast.same_answer(theirs, nobodys)
    assert cast.STORY not in theirs.content.decode()


def test_a_stranger_is_sent_to_the_sign_in() -> None:
    case = cast.taken()
    for code in (case.code, "KR-22222"):
        answer = Client().get(f"/zaak/{code}/")
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/aanmelden/")


def test_only_what_can_be_done_is_offered() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    sanne = cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    assert "/toewijzen/" not in iris
    assert "/toewijzen/" in sanne
    assert "/wissen/" not in iris
    assert "/wissen/" in sanne
    assert "/afwijzen/" not in sanne


def test_words_that_point_at_danger_are_shown_until_somebody_decides() -> None:
    case = cast.taken(danger_words=True)
    iris = cast.desk_client("iris")
    assert "Misschien gevaar." in iris.get(f"/zaak/{case.code}/").content.decode()
    iris.post(f"/zaak/{case.code}/spoed/", {"urgency": "0"})
    assert "Misschien gevaar." not in iris.get(f"/zaak/{case.code}/").content.decode()


def test_a_code_that_is_no_code_is_not_there() -> None:
    iris = cast.desk_client("iris")
    for code in ("x", "KR-", "1" * 200, "KR-7H2M%00"):
        assert iris.get(f"/zaak/{code}/").status_code == 404


def test_head_is_answered_without_an_error() -> None:
    assert cast.desk_client("iris").head(f"/zaak/{cast.taken().code}/").status_code == 200
