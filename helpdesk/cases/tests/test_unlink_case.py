"""Two linked cases are taken apart on both sides, and linked again."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case, FamilyLink
from tests import cast
from tests.cast import opened

pytestmark = pytest.mark.django_db
LINE = "Zaak van een broer of zus"


def linked() -> tuple[Case, Case]:
    one, other = cast.taken(), cast.taken()
    path = f"/zaak/{one.code}/familie/"
    assert cast.desk_client("iris").post(path, {"other": other.code, "relation": "sibling"}).status_code == 302
    return one, other


def address(case: Case) -> str:
    with opened("iris", case):
        return f"/zaak/{case.code}/familie/{FamilyLink.objects.get(case=case).pk}/los/"


def test_apart_on_both_sides_and_together_again() -> None:
    one, other = linked()
    iris = cast.desk_client("iris")
    pages = [f"/zaak/{case.code}/" for case in (one, other)]
    assert all(LINE in iris.get(page).content.decode() for page in pages)
    assert iris.post(address(other)).status_code == 302
    assert cast.acts(one)[-1] == cast.acts(other)[-1] == "unlink-case"
    for page in pages:
        shown = iris.get(page).content.decode()
        assert LINE not in shown
        assert "Koppel weer" in shown
    assert iris.post(address(one)).status_code == 422, "they are apart already"
    again = {"other": other.code, "relation": "sibling"}
    assert iris.post(f"/zaak/{one.code}/familie/", again).status_code == 302
    assert all(LINE in iris.get(page).content.decode() for page in pages)
    with opened("iris", one):
        assert FamilyLink.objects.filter(case=one).count() == 1


def test_when_the_case_ends_what_was_apart_is_gone_for_good() -> None:
    one, other = linked()
    iris = cast.desk_client("iris")
    assert iris.post(address(one)).status_code == 302
    with opened("iris", one, to="refer") as file:
        assert FamilyLink.objects.filter(case=one).count() == 1, "the control"
        actions.refer_case(file=file, institution="", reason="elders", letter="")
        assert FamilyLink.objects.filter(case=one).count() == 0
    again = {"other": one.code, "relation": "sibling"}
    assert iris.post(f"/zaak/{other.code}/familie/", again).status_code == 302
    assert LINE in iris.get(f"/zaak/{one.code}/").content.decode()


def test_another_team_cannot() -> None:
    one, _ = linked()
    assert cast.desk_client("farah").post(address(one)).status_code == 404
    assert LINE in cast.desk_client("iris").get(f"/zaak/{one.code}/").content.decode()
