"""A list that was added by mistake goes the same day; what somebody ticked off stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.models import Case, Task
from helpdesk.lib import clock
from tests import cast
from tests.cast import opened

pytestmark = pytest.mark.django_db


def added(case: Case) -> tuple[str, list[Task]]:
    today = clock.today().isoformat()
    sent = {"lijst": "uithuisplaatsing", "start": today, "event": "", "gezien": f"{today}/", "steps": ["0", "1"]}
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/takenlijst/", sent).status_code == 302
    with opened("iris", case) as file:
        rows = file.open(Task.objects.filter(case=case))
        return rows[0].content["list"]["id"], rows


def test_what_is_untouched_goes_and_what_is_done_stays() -> None:
    case = cast.taken()
    batch, rows = added(case)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/taak/{rows[0].pk}/klaar/")
    assert iris.post(f"/zaak/{case.code}/takenlijst/{batch}/weg/").status_code == 302
    with opened("iris", case):
        assert [row.pk for row in Task.objects.filter(case=case)] == [rows[0].pk]
    assert cast.acts(case)[-1] == "remove-task-list"
    again = iris.post(f"/zaak/{case.code}/takenlijst/{batch}/weg/")
    assert "niets meer weg te halen" in again.content.decode()


def test_not_the_next_day() -> None:
    case = cast.taken()
    batch, _rows = added(case)
    with clock.at(clock.now() + timedelta(days=1)):
        answer = cast.desk_client("iris").post(f"/zaak/{case.code}/takenlijst/{batch}/weg/")
    assert "van een eerdere dag" in answer.content.decode()
    with opened("iris", case):
        assert Task.objects.filter(case=case).count() == 2


def test_another_team_cannot() -> None:
    case = cast.taken()
    batch, _rows = added(case)
    assert cast.refused("farah", case, f"takenlijst/{batch}/weg")
