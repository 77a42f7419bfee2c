"""A deadline lives with its case: forgotten with it, behind its wall, and along into the case in which it goes up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Case
from helpdesk.cases.tests.test_merge_cases import merge
from helpdesk.cases.tests.test_undo_merge import undo
from helpdesk.deadlines.access import deadlines_of
from helpdesk.deadlines.laid import Laid
from helpdesk.deadlines.tests.scene import REASON, Scene, scene, soon
from helpdesk.deadlines.workflow import State
from tests import cast
from tests.test_absent import behind_a_wall

pytestmark = pytest.mark.django_db
TABLES = ("deadline", "deadlinestep", "reminder", "proceeding", "proceedingstep")


@pytest.mark.django_db(transaction=True)
def test_forgetting_the_case_takes_it_along(owner_cursor: Callable[..., Any]) -> None:
    from helpdesk.deadlines.actions import remind

    made, kept = scene(), scene()
    for one in (made, kept):
        one.by_hand(soon(1))
        one.client.post(f"{one.at}procedure/", {"body": "Rechtbank"})
    remind()
    with cast.opened("sanne", made.case, to="forget-case") as file:
        case_actions.forget_case(file=file)
    with owner_cursor("default") as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT DISTINCT case_id FROM deadlines_{table}")
            assert [case_id for (case_id,) in cursor.fetchall()] == [kept.case.pk], table


def test_behind_a_wall_it_is_not_there_for_the_lead() -> None:
    made, sanne = scene(), cast.desk_client("sanne")
    made.by_hand(soon(1))
    assert made.url in sanne.get("/termijnen/").content.decode(), "the control"
    behind_a_wall(made.case)
    theirs, nobodys = (sanne.get(made.url.replace(made.case.code, code)) for code in (made.case.code, "KR-22222"))
    assert theirs.status_code == 404
    assert cast.same_answer(theirs, nobodys)
    for path in ("/", "/termijnen/", "/termijnen/maand/", "/te-laat/"):
        assert made.case.code not in sanne.get(path).content.decode(), path
    assert made.client.get(made.url).status_code == 200


def stands(case: Case) -> list[Laid]:
    with cast.opened("iris", case) as file:
        return deadlines_of(file)


def merged() -> tuple[Scene, Case]:
    made, other = scene(), cast.taken()
    made.by_hand(soon(20))
    made.confirm()
    merge(made.case, other)
    return made, other


def test_merged_it_runs_in_the_other_case_with_all_its_steps() -> None:
    made, other = merged()
    (here,), (there,) = stands(made.case), stands(other)
    assert here.state == State.MOVED
    assert there.state == State.OPEN
    assert (there.owner, there.last, there.what) == (here.owner, here.last, here.what)
    assert there.confirmed
    assert there.entries == here.entries, "the same days in the same calendar"
    page = made.client.get(f"/zaak/{other.code}/").content.decode()
    assert "Reactie aan de school" in page
    assert f"/zaak/{other.code}/termijnen/{there.id}/" in made.look(path="/termijnen/")


def test_undone_it_stands_where_it_stood_with_what_was_done_since() -> None:
    made, other = merged()
    there = stands(other)[0]
    assert (
        made.client.post(
            f"/zaak/{other.code}/termijnen/{there.id}/afronden/", {"how": "met", "reason": REASON}
        ).status_code
        == 302
    )
    assert undo(other).status_code == 302
    (here,), (there,) = stands(made.case), stands(other)
    assert (here.state, there.state) == (State.MET, State.MOVED)
    assert here.ended
    assert here.ended.reason == REASON
    assert made.look(path=f"/zaak/{made.case.code}/").count("Gehaald") == 1


def test_undone_what_runs_goes_on() -> None:
    made, other = merged()
    assert undo(other).status_code == 302
    (here,) = stands(made.case)
    assert here.state == State.OPEN
    assert made.url in made.look(path="/termijnen/")


def test_search_finds_what_was_typed_and_leads_to_its_page() -> None:
    made = scene()
    made.by_hand(soon(20), what="Reactie over zonnebloemen")
    made.client.post(f"{made.at}procedure/", {"body": "Rechtbank", "about": "paardenbloemen"})
    page = made.client.post("/zoeken/", {"words": "zonnebloem"}).content.decode()
    assert made.url in page
    assert "Termijn" in page
    assert "Procedure" in made.client.post("/zoeken/", {"words": "paardenbloem"}).content.decode()
    assert made.case.code not in cast.desk_client("farah").post("/zoeken/", {"words": "zonnebloem"}).content.decode()
