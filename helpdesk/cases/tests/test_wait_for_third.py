"""Wait for another: off the list until it is our turn, found again by the filter."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_it_waits_and_says_for_whom() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/wachten/", {"whom": "antwoord van de gemeente"}).status_code == 302
    assert case.code not in iris.get("/").content.decode()
    iris.post("/filters/", {"waits": "third"})
    assert "Wacht op: antwoord van de gemeente" in iris.get("/").content.decode()
    assert cast.acts(case)[-1] == "wait-third"


def test_for_whom_must_be_said() -> None:
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/wachten/", {"whom": ""})
    assert answer.status_code == 422
    assert "Schrijf op wie of wat je wacht." in answer.content.decode()


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "wachten", whom="x")
