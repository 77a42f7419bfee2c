"""Somebody is taken away: sealed, back with one press, and gone for good when the case ends."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Party
from helpdesk.cases.tests.test_add_party import MOTHER, entered
from tests import cast
from tests.walk import closing

pytestmark = pytest.mark.django_db


def test_it_goes_from_the_page_and_can_be_put_back() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    answer = iris.post(f"/zaak/{case.code}/persoon/{party.pk}/weg/", follow=True)
    page = answer.content.decode()
    assert "Weggehaald." in page
    assert f"/persoon/{party.pk}/terug/" in page
    assert f"/persoon/{party.pk}/naam/" not in page
    assert cast.acts(case)[-1] == "remove-party"
    assert iris.post(f"/zaak/{case.code}/persoon/{party.pk}/weg/").status_code == 422, "not twice"
    assert iris.post(f"/zaak/{case.code}/persoon/{party.pk}/naam/").status_code == 422


@pytest.mark.parametrize("ends", ["afsluiten", "doorverwijzen"])
def test_when_the_case_ends_it_is_gone_and_the_others_stay(ends: str) -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    gone, stays = entered(case, MOTHER), entered(case, MOTHER)
    iris.post(f"/zaak/{case.code}/persoon/{gone.pk}/weg/")
    typed = closing() if ends == "afsluiten" else {"institution": "VT", "reason": "elders", "letter": "Dag."}
    assert iris.post(f"/zaak/{case.code}/{ends}/", typed).status_code == 302
    with cast.opened("iris", case):
        assert list(Party.objects.filter(case=case).values_list("pk", flat=True)) == [stays.pk]


def test_forgetting_takes_all_of_them() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    with cast.opened("sanne", case, to="forget-case") as file:
        actions.forget_case(file=file)
        assert not Party.objects.filter(pk=party.pk).exists()


def test_another_team_cannot() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    assert cast.refused("farah", case, f"persoon/{party.pk}/weg")
