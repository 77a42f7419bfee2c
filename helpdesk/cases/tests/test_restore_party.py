"""Somebody is put back, as before."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.test_add_party import MOTHER, entered
from tests import cast

pytestmark = pytest.mark.django_db


def test_put_back_with_everything_that_was_known() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    iris.post(f"/zaak/{case.code}/persoon/{party.pk}/weg/")
    headers = {"HX-Request": "true"}
    answer = iris.post(f"/zaak/{case.code}/persoon/{party.pk}/terug/", headers=headers)
    assert 'id="paneel-omheen"' in answer.content.decode()
    assert "Maryam el Idrissi" in iris.post(f"/zaak/{case.code}/persoon/{party.pk}/naam/").content.decode()
    assert cast.acts(case)[-2:] == ["restore-party", "show-name"]


def test_who_was_not_taken_away_is_not_put_back() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    assert iris.post(f"/zaak/{case.code}/persoon/{party.pk}/terug/").status_code == 422


def test_another_team_cannot() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    assert cast.refused("farah", case, f"persoon/{party.pk}/terug")
