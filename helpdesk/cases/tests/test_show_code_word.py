"""The code word lies veiled; showing it is an act, and on record before it is shown."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


MORE = {"code_word": "kolibrie", "safe_contact": "Bel alleen op maandag."}


def test_it_is_veiled_until_asked_for() -> None:
    case = cast.taken(more=MORE)
    iris = cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "kolibrie" not in page
    assert "Toon, wordt vastgelegd" in page
    assert "Bel alleen op maandag." in page
    assert "kolibrie" in iris.post(f"/zaak/{case.code}/codewoord/").content.decode()
    assert cast.acts(case)[-1] == "show-code-word"
    assert "Codewoord getoond" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_a_script_gets_the_card() -> None:
    case = cast.taken(more=MORE)
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/codewoord/", headers={"HX-Request": "true"})
    assert 'id="paneel-veilig"' in answer.content.decode()
    assert "kolibrie" in answer.content.decode()


def test_looking_at_the_address_shows_nothing() -> None:
    assert cast.desk_client("iris").get(f"/zaak/{cast.taken(more=MORE).code}/codewoord/").status_code == 405


def test_what_nobody_said_counts_as_no() -> None:
    page = cast.desk_client("iris").get(f"/zaak/{cast.taken().code}/").content.decode()
    assert "Er is niet gezegd of dat veilig is." in page
    assert "Codewoord" not in page


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(more=MORE), "codewoord")
