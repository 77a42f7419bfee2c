"""Take: a jurist makes the case hers."""

from __future__ import annotations

import pytest

from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_jurist_takes_a_case_of_the_own_team() -> None:
    case = cast.with_team()
    iris = cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Pak op" in page
    assert "Nog niemand" in page
    assert iris.post(f"/zaak/{case.code}/oppakken/").headers["Location"] == f"/zaak/{case.code}/"
    with cast.opened("iris", case) as file:
        assert file.case.summary["assignee"] == str(cast.member("iris").pk)
        assert file.case.summary["helper"] == {"name": "Iris", "as": "jurist jeugdhulp"}
    assert cast.acts(case) == ["ask", "accept", "route", "take"]


def test_a_new_question_of_the_own_team_comes_along_with_its_key() -> None:
    case = cast.ask_question()
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/oppakken/").status_code == 302
    with cast.opened("iris", case) as file:
        assert file.case.state == "team"
    assert list(WrappedKey.objects.filter(key_id=case.key_id).values_list("recipient", flat=True)) == ["desk:v1"]


def test_a_script_gets_the_panels_that_changed() -> None:
    case = cast.with_team()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/oppakken/", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="paneel-kop" hx-swap-oob="true"' in html
    assert "Deze zaak is nu van jou." in html
    assert "Antwoord aan de vrager" in html
    assert "<html" not in html


def test_another_team_gets_the_answer_of_a_case_that_is_not_there() -> None:
    assert cast.refused("farah", cast.with_team(), "oppakken")
