"""Finish a task: one press, and one more opens it again."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.lib.ids import new_id
from tests import cast

pytestmark = pytest.mark.django_db


def planned() -> tuple[Case, UUID]:
    case = cast.taken()
    with cast.opened("iris", case, to="plan-task") as file:
        me, today = str(file.member.pk), timezone.localdate()
        return case, actions.plan_task(file=file, text="Brief lezen", due_on=today, assignee=me).pk


def test_ticked_off_and_on_again() -> None:
    case, task = planned()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/taak/{task}/klaar/")
    assert "krh-task--done" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Brief lezen" not in iris.get("/").content.decode()
    iris.post(f"/zaak/{case.code}/taak/{task}/klaar/", {"open": "1"})
    assert "Brief lezen" in iris.get("/").content.decode()
    assert cast.acts(case)[-2:] == ["finish-task", "finish-task"]


def test_a_task_that_is_not_of_this_case_is_refused() -> None:
    case, _ = planned()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/taak/{new_id()}/klaar/")
    assert answer.status_code == 422
    assert "Deze taak is er niet meer." in answer.content.decode()


def test_another_team_cannot() -> None:
    case, task = planned()
    assert cast.refused("farah", case, f"taak/{task}/klaar")
