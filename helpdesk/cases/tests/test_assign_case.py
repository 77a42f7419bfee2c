"""Assign: the lead gives a case to a colleague of its team."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_the_lead_gives_it_to_a_jurist() -> None:
    case = cast.with_team()
    sanne, iris = cast.desk_client("sanne"), cast.member("iris")
    assert "Iris de Wit" in sanne.get(f"/zaak/{case.code}/toewijzen/").content.decode()
    answer = sanne.post(f"/zaak/{case.code}/toewijzen/", {"member": str(iris.pk)}, follow=True)
    assert "Iris heeft de zaak nu." in answer.content.decode()
    with cast.opened("iris", case) as file:
        assert file.case.summary["assignee"] == str(iris.pk)
    assert cast.acts(case)[-1] == "assign"


def test_a_colleague_of_another_team_cannot_be_chosen() -> None:
    case = cast.with_team()
    farah = str(cast.member("farah").pk)
    answer = cast.desk_client("sanne").post(f"/zaak/{case.code}/toewijzen/", {"member": farah})
    assert answer.status_code == 422
    assert "Deze collega zit niet in het team." in answer.content.decode()


def test_a_jurist_does_not_divide_the_work() -> None:
    assert cast.refused("iris", cast.with_team(), "toewijzen", member=str(cast.member("iris").pk))
