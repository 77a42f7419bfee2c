"""Who decides hears at once, on any page and on an open one, that a colleague asks for a closed case."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.access_glass import request_for
from helpdesk.desk.tests.test_glass_limits import REASON, asks, knows, opens
from helpdesk.lib.row_actor import act_as
from tests import cast

pytestmark = pytest.mark.django_db
WAITS = "vraagt toegang tot een zaak en wacht op jou."
POLL = "/inzage/glas/stand/"


def glass_statements(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return sum('AS "waiting"' in one["sql"] for one in asked.captured_queries)


@pytest.mark.parametrize(("who", "told"), [("sanne", True), ("karim", True), ("iris", False), ("thomas", False)])
def test_the_frame_of_every_page_tells_who_decides(who: str, told: bool) -> None:
    case = cast.taken()
    asks("farah", case.code)
    for path in ("/inzage/", "/standaardteksten/"):
        page = cast.desk_client(who).get(path, follow=True).content.decode()
        assert (WAITS in page) is told, path
        assert (POLL in page) is told, path
    if who == "sanne":
        worklist = cast.desk_client(who).get("/").content.decode()
        assert WAITS in worklist
        assert REASON not in worklist
        assert case.code not in worklist.split('class="krh-glass')[1].split("</aside>")[0]


def test_an_open_page_hears_of_it_at_its_next_question() -> None:
    case, sanne = cast.taken(), cast.desk_client("sanne")
    assert 'hx-get="/inzage/glas/stand/?stand=0-0-0" hx-trigger="every 30s"' in sanne.get("/").content.decode()
    assert sanne.get(f"{POLL}?stand=0-0-0").status_code == 204
    wanted = asks("farah", case.code)
    page = sanne.get(f"{POLL}?stand=0-0-0", headers={"X-Background": "1"}).content.decode()
    assert WAITS in page
    assert "stand=1-0-0" in page
    opens("karim", wanted)
    assert "Er is nu 1 zaak zo open." in sanne.get(f"{POLL}?stand=1-0-0").content.decode()


def test_what_was_not_looked_back_at_is_counted() -> None:
    case, one = cast.taken(), cast.member("karim")
    wanted = asks("farah", case.code)
    with act_as(one.pk):
        actions.decide_glass(member=one, request=request_for(one, wanted.pk, to="decide-glass"), yes=False)
    assert "1 keer is nog niet teruggekeken." in cast.desk_client("sanne").get("/").content.decode()
    with act_as(one.pk):
        actions.sign_glass(member=one, request=request_for(one, wanted.pk, to="sign-glass"))
    assert "krh-glass" not in cast.desk_client("sanne").get("/").content.decode()


def test_whoever_knows_the_family_is_told_nothing() -> None:
    case = cast.taken()
    asks("farah", case.code)
    knows("sanne", case)
    assert cast.desk_client("sanne").get(f"{POLL}?stand=0-0-0").status_code == 204


def test_it_costs_one_statement_and_others_none() -> None:
    case = cast.taken()
    assert [glass_statements(cast.desk_client(who), "/") for who in ("sanne", "iris")] == [1, 0]
    for number in range(5):
        asks("farah", case.code if number else "KR-22222")
    assert glass_statements(cast.desk_client("sanne"), "/") == 1
    assert cast.desk_client("iris").get(POLL).status_code == 404
