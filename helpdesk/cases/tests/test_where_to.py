"""Where to turn to: the directory from the case, with its theme chosen; what is not known is said."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpdesk.directory import reference
from helpdesk.directory.places import OURSELVES, hours_in_words, is_open, places
from helpdesk.directory.words import FOR_WHOM, REACH
from tests import cast

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 12, 2, 3, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAY = datetime(2026, 12, 2, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


def found(moment: datetime = DAY, **wanted: str) -> list[str]:
    return [one.id for one in places(reference.institutions(), wanted, moment)]


def test_the_theme_of_the_case_is_chosen() -> None:
    case, iris = cast.taken(theme="onderwijs"), cast.desk_client("iris")
    html = iris.get(f"/zaak/{case.code}/waarheen/").content.decode()
    theme = reference.theme("onderwijs")
    assert theme is not None
    assert html.count('class="krh-where__one"') == len(set(theme.institutions) - {"DCI"})
    all_of_them = iris.post(f"/zaak/{case.code}/waarheen/", {"theme": ""}).content.decode()
    assert all_of_them.count('class="krh-where__one"') == len(reference.institutions()) - 1


def test_an_uncertain_number_says_so_and_nothing_is_invented() -> None:
    case = cast.taken()
    html = (
        cast.desk_client("iris")
        .post(f"/zaak/{case.code}/waarheen/", {"said": "JS vertrouwenspersoon"})
        .content.decode()
    )
    one = html.split('id="plek-JS"')[1].split("</li>")[0]
    assert "088-5551000" in one
    assert "onzeker" in one
    assert "Controleer eerst." in one
    assert "leeftijd, waar, wanneer open</dd>" in one.split("Niet bekend")[1]
    assert "Nagelezen" in one


def test_open_now_keeps_what_is_not_known_and_drops_what_is_shut() -> None:
    assert found(NIGHT, said="kindertelefoon", open="on") == []
    assert found(DAY, said="kindertelefoon", open="on") == ["KT"]
    by_night = found(NIGHT, open="on")
    assert set(by_night[:2]) == {"VT", "CSG"}, "what is known to be open stands on top"
    assert "JS" in by_night
    assert OURSELVES not in {reference.institution(one).kind for one in found()}  # type: ignore[union-attr]


def test_ages_and_who() -> None:
    assert "HALT" not in found(age="0-11")
    assert "HALT" in found(age="12-15")
    assert "KT" in found(age="0-11")
    assert "KT" not in found(age="18plus")
    assert "JS" in found(age="0-11")
    assert "NIDOS" not in found(who="child")
    assert "NIDOS" in found(who="other")
    assert "ADV" in found(reach="local")
    assert "ADV" not in found(reach="regional")


def test_every_row_can_be_said_in_words() -> None:
    for one in reference.institutions():
        assert one.child_direct in FOR_WHOM, one.id
        assert one.reach in {"", *REACH}, one.id
        assert bool(one.hours) is (is_open(one, DAY) is not None) is bool(hours_in_words(one)), one.id


def test_what_one_looks_for_stands_in_no_address() -> None:
    html = cast.desk_client("iris").get(f"/zaak/{cast.taken().code}/waarheen/").content.decode()
    assert "?thema" not in html
    assert 'method="get"' not in html


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "waarheen")
