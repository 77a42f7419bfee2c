"""Title and theme: neutral words for the list, and the place in the taxonomy."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


TYPED = {"title": "Contact met broertje beperkt", "theme": "jeugdhulp", "subtheme": "jh-aanwijzing"}


def test_the_list_carries_the_neutral_title() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    typed = {**TYPED, "groups": ["uithuis"], "age_band": "12-15"}
    assert iris.post(f"/zaak/{case.code}/titel/", typed).status_code == 302
    assert "Contact met broertje beperkt" in iris.get("/").content.decode()
    with cast.opened("iris", case) as file:
        assert {name: file.case.summary[name] for name in typed} == typed
    assert cast.acts(case)[-1] == "set-themes"


def test_what_is_known_stands_in_the_form() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/titel/", {**TYPED, "groups": ["uithuis"], "age_band": "12-15"})
    page = iris.get(f"/zaak/{case.code}/titel/").content.decode()
    assert 'value="Contact met broertje beperkt"' in page
    assert '<option value="jh-aanwijzing" selected>' in page
    assert 'value="uithuis" checked' in page


def test_a_subtheme_of_another_theme_is_refused() -> None:
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/titel/", {**TYPED, "theme": "migratie"})
    assert answer.status_code == 422
    assert "Dit hoort niet bij het thema." in answer.content.decode()


def test_without_a_title_the_list_stays_neutral() -> None:
    case = cast.taken(theme="kindermishandeling")
    page = cast.desk_client("iris").get("/").content.decode()
    assert "Veiligheid thuis" in page
    assert "indermishandeling en huiselijk" not in page
    assert cast.STORY not in page
    assert case.code in page


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "titel", **TYPED)
