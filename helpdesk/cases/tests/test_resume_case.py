"""Resume: it is our turn again."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_waiting_case_is_ours_again() -> None:
    case = cast.taken()
    with cast.opened("iris", case, to="wait-third") as file:
        actions.wait_for_third(file=file, whom="de school")
    iris = cast.desk_client("iris")
    assert "Weer bij ons" in iris.get(f"/zaak/{case.code}/").content.decode()
    iris.post(f"/zaak/{case.code}/hervatten/")
    assert case.code in iris.get("/").content.decode()
    assert cast.acts(case)[-1] == "resume"


def test_what_does_not_wait_is_not_resumed() -> None:
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/hervatten/")
    assert answer.status_code == 422
    assert "Dit kan nu niet: de zaak is bij team." in answer.content.decode()


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "hervatten")
