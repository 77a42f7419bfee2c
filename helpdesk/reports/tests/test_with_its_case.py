"""A report lives with its case: found by search, forgotten with it, behind its wall; a case in hand does not go up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from helpdesk.cases import actions as case_actions
from helpdesk.cases.tests.test_merge_cases import press
from helpdesk.cases.tests.test_search import build, found
from helpdesk.reports import actions
from helpdesk.reports.along import BEING_WRITTEN
from helpdesk.reports.models import Report
from helpdesk.reports.tests.scene import WORDS, scene
from helpdesk.reports.told import FactTold
from helpdesk.reports.workflow import State
from tests import cast
from tests.test_absent import behind_a_wall

pytestmark = pytest.mark.django_db
TABLES = ("report", "reportstep", "reportpart", "partversion")


@pytest.mark.django_db(transaction=True)
def test_forgetting_the_case_takes_it_along(owner_cursor: Callable[..., Any]) -> None:
    made, kept = scene(), scene()
    for one in (made, kept):
        one.fact()
        told = FactTold(text=WORDS, source="message", source_id=one.message, said_by="het kind", voice=True)
        one.do(actions.quote_child, told=told, words=WORDS)
    with cast.opened("sanne", made.case, to="forget-case") as file:
        case_actions.forget_case(file=file)
    with owner_cursor("default") as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT DISTINCT case_id FROM reports_{table}")
            assert [case_id for (case_id,) in cursor.fetchall()] == [kept.case.pk], table


def test_behind_a_wall_it_is_not_there_for_the_lead() -> None:
    made, sanne = scene(), cast.desk_client("sanne")
    assert made.url in sanne.get("/rapportages/").content.decode(), "the control"
    behind_a_wall(made.case)
    theirs, nobodys = (sanne.get(made.url.replace(made.case.code, code)) for code in (made.case.code, "KR-22222"))
    assert theirs.status_code == 404
    assert cast.same_answer(theirs, nobodys)
    assert made.case.code not in sanne.get("/rapportages/").content.decode()
    assert made.client.get(made.url).status_code == 200


def test_a_case_does_not_go_up_in_another_while_its_report_is_written() -> None:
    made, other = scene(), cast.taken()
    assert BEING_WRITTEN in press(made.client, made.case, other.code).content.decode()
    with cast.opened("iris", made.case):
        Report.objects.update(state=State.WITHDRAWN)
    assert press(made.client, made.case, other.code).status_code == 302


def test_search_finds_what_it_says_now() -> None:
    made = scene()
    ref = made.fact("Zij telt kastanjes.")
    assert found("iris", "kastanjes") == {made.case.code}
    told = FactTold(text="Zij telt eikels.", source="party", source_id=made.mother, said_by="moeder")
    made.do(actions.change_fact, ref=ref, told=told)
    for _ in range(2):
        assert found("iris", "eikels") == {made.case.code}
        assert found("iris", "kastanjes") == set()
        build()
    assert found("noor", "eikels") == set()
