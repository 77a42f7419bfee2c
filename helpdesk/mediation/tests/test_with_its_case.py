"""A mediation lives and goes with its case: forgotten, behind a wall, at a constant cost, at both ends of a team."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions as case_actions
from helpdesk.directory import reference
from helpdesk.mediation.access import all_talks
from helpdesk.mediation.tests.scene import Scene, scene
from tests import cast
from tests.test_absent import behind_a_wall
from tests.walk import closing

pytestmark = pytest.mark.django_db


# A session is kept alive now and then, whatever the page.
WHEN_IT_IS_TIME = ("SAVEPOINT", 'UPDATE "django_session"', 'UPDATE "teams_desksession"')


def cost(made: Scene, path: str) -> int:
    reference.themes()
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert made.client.get(path).status_code == 200
    told = [one["sql"] for one in [*data.captured_queries, *keys.captured_queries]]
    return len([sql for sql in told if not any(word in sql for word in WHEN_IT_IS_TIME)])


@pytest.mark.django_db(transaction=True)
def test_forgetting_the_case_takes_it_along(owner_cursor: Callable[..., Any]) -> None:
    made, kept = scene(), scene()
    with cast.opened("sanne", made.case, to="forget-case") as file:
        case_actions.forget_case(file=file)
    with pytest.raises(Http404):
        made.talks  # noqa: B018
    with owner_cursor("default") as cursor:
        for table in ("mediation_mediation", "mediation_step"):
            cursor.execute(f"SELECT DISTINCT case_id FROM {table}")
            assert [case_id for (case_id,) in cursor.fetchall()] == [kept.case.pk], table


def test_behind_a_wall_it_is_not_there_for_the_lead() -> None:
    made, sanne = scene(), cast.desk_client("sanne")
    assert sanne.get(made.url).status_code == 200, "the control"
    behind_a_wall(made.case)
    theirs, nobodys = (sanne.get(made.url.replace(made.case.code, code)) for code in (made.case.code, "KR-22222"))
    assert theirs.status_code == 404
    assert cast.same_answer(theirs, nobodys)
    assert made.client.get(made.url).status_code == 200


def test_the_case_page_costs_the_same_with_and_without_and_its_own_page_is_bounded() -> None:
    made = scene(start=False)
    path = f"/zaak/{made.case.code}/"
    made.client.get(path)
    without = cost(made, path)
    made.start()
    made.client.get(made.url)  # what was said is said here
    assert cost(made, path) == without <= 12
    one = cost(made, made.url)
    for number in range(8):
        made.do("standpunt", party=made.worker, text=f"Standpunt {number}")
        made.propose(f"Voorstel {number}")
    made.client.get(made.url)
    assert cost(made, made.url) == one <= 12


def test_two_run_beside_each_other_and_what_ended_stands_last() -> None:
    made = scene()
    first = made.mediation
    made.do("afsluiten", outcome="none", text="Niets.", after="nothing")
    made.start(about="Naar een andere school")
    with cast.opened("iris", made.case) as file:
        assert [one.about for one in all_talks(file)] == ["Naar een andere school", "Bezoek aan haar broertje"]
    page = made.case_page()
    assert page.index("Naar een andere school") < page.index("Bezoek aan haar broertje")
    made.do("standpunt", party=made.worker, text="Alleen in de tweede.")
    assert "Alleen in de tweede." not in made.client.get(made.url.replace(made.mediation, first)).content.decode()


def test_a_case_that_has_ended_shows_it_and_offers_nothing() -> None:
    made = scene()
    assert made.client.post(f"/zaak/{made.case.code}/afsluiten/", closing(knowing="on")).status_code == 302
    page = made.look()
    assert "Ik mis hem heel erg." in page
    assert "/standpunt/" not in page
    assert "Dit kan nu niet: de zaak is afgesloten." in made.do("standpunt", expect=422, party=made.mother, text="x")


def test_policy_and_another_team_find_none() -> None:
    made = scene()
    assert cast.desk_client("lotte").get(made.url).status_code == 404
    assert cast.refused("farah", made.case, f"bemiddeling/{made.mediation}/standpunt", text="x")
