"""Tasks: planned on a day for a colleague; the first one stands on the list."""

from __future__ import annotations

import pytest
from django.utils import timezone

from helpdesk.cases.models import Task
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_stands_on_the_case_and_on_the_list() -> None:
    case = cast.taken()
    iris, me = cast.desk_client("iris"), str(cast.member("iris").pk)
    today = timezone.localdate().isoformat()
    typed = {"text": "Bel de voogd terug", "due_on": today, "assignee": me}
    assert iris.post(f"/zaak/{case.code}/taak/", typed).status_code == 302
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Bel de voogd terug" in page
    assert "vandaag · jij" in page
    assert "Bel de voogd terug" in iris.get("/").content.decode()
    assert cast.acts(case)[-1] == "plan-task"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("due_on", "31-11-2026", "Deze dag bestaat niet."),
        ("text", "", "Schrijf wat er moet gebeuren."),
        ("assignee", "iemand", "Deze collega zit niet in het team."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(field: str, value: str, sentence: str) -> None:
    typed = {"text": "Brief lezen", "due_on": "2027-01-04", "assignee": str(cast.member("iris").pk), field: value}
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/taak/", typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert typed["text"] in answer.content.decode()


def test_another_team_cannot() -> None:
    case = cast.taken()
    assert cast.refused("farah", case, "taak", text="x", due_on="2027-01-04", assignee=str(cast.member("farah").pk))
    with cast.opened("iris", case):
        assert not Task.objects.filter(case=case).exists()
