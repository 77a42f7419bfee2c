"""The name lies behind an act; showing it is on record before it is shown."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.tests.test_add_party import MOTHER, entered
from helpdesk.teams.models import Team
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_shown_when_asked_for_and_on_record() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    party = entered(case, MOTHER)
    assert "Idrissi" not in iris.get(f"/zaak/{case.code}/").content.decode()
    shown = iris.post(f"/zaak/{case.code}/persoon/{party.pk}/naam/").content.decode()
    assert "Maryam el Idrissi" in shown
    assert "06-12345678" in shown
    assert cast.acts(case)[-1] == "show-name"
    again = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Naam getoond" in again
    assert "Idrissi" not in again


def test_a_script_gets_the_panel() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    headers = {"HX-Request": "true"}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/persoon/{party.pk}/naam/", headers=headers)
    assert 'id="paneel-omheen"' in answer.content.decode()
    assert "Maryam el Idrissi" in answer.content.decode()


def test_a_team_that_is_asked_to_take_over_sees_letters_and_no_name() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    with cast.opened("iris", case, to="hand-over") as file:
        actions.hand_over_case(file=file, team=Team.objects.get(slug="migratie"), to=None, note="past daar")
    page = cast.desk_client("farah").get(f"/zaak/{case.code}/").content.decode()
    assert "M.I." in page
    assert "/naam/" not in page
    assert cast.refused("farah", case, f"persoon/{party.pk}/naam")


def test_looking_at_the_address_shows_nothing() -> None:
    case = cast.taken()
    party = entered(case, MOTHER)
    assert cast.desk_client("iris").get(f"/zaak/{case.code}/persoon/{party.pk}/naam/").status_code == 405
