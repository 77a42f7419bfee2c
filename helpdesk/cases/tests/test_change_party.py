"""Somebody is set right: the form is a look at the name, and a change of side is checked again."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.test_add_party import MOTHER, entered
from helpdesk.lib.ids import new_id
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db


def test_the_form_shows_the_name_and_that_is_on_record() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    assert "Maryam el Idrissi" in iris.get(f"/zaak/{case.code}/persoon/{party.pk}/").content.decode()
    assert cast.acts(case)[-1] == "show-name"


def test_what_may_be_told_is_changed_without_a_question() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    entered(cast.taken(), MOTHER)
    typed = somebody(name=MOTHER.name, telephone=MOTHER.telephone, told_contact="yes", told_progress="yes")
    assert iris.post(f"/zaak/{case.code}/persoon/{party.pk}/", typed).status_code == 302
    assert "hoe het met de zaak gaat" in iris.get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "change-party"
    assert "show-name" not in cast.acts(case), "nothing was shown"


def test_another_side_is_a_conflict_that_must_be_read() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, Person(Part.PARENT, name="Noor"))
    path, typed = f"/zaak/{case.code}/persoon/{party.pk}/", somebody(name="Noor", interest="against")
    answer = iris.post(path, typed)
    assert answer.status_code == 422
    assert "staat tegenover het kind" in answer.content.decode()
    assert iris.post(path, {**typed, "weet": "1"}).status_code == 302
    assert "tegenover het kind" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_nobody_of_this_case_is_said() -> None:
    case, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    strange = entered(other, MOTHER)
    for party in (new_id(), strange.pk):
        for answer in (
            iris.get(f"/zaak/{case.code}/persoon/{party}/"),
            iris.post(f"/zaak/{case.code}/persoon/{party}/", somebody()),
        ):
            assert answer.status_code == 422
            assert "Deze persoon staat er niet meer bij." in answer.content.decode()
            assert "Idrissi" not in answer.content.decode()


def test_another_team_cannot() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    assert cast.refused("farah", case, f"persoon/{party.pk}", **somebody())
