"""Triage: new questions, most pressing first, and one opened beside the list."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_what_has_no_team_yet_waits_here() -> None:
    fresh, routed = cast.ask_question(danger=True), cast.with_team()
    page = cast.desk_client("mo").get("/triage/").content.decode()
    assert fresh.code in page
    assert routed.code not in page
    assert cast.STORY not in page
    assert cast.looks(fresh) == []


def test_opening_one_is_a_look_and_offers_the_teams() -> None:
    case = cast.ask_question()
    page = cast.desk_client("mo").get(f"/triage/{case.code}/").content.decode()
    assert cast.STORY in page
    assert 'data-key="1"' in page
    assert "De regel die past is" in page
    assert [purpose for _, purpose in cast.looks(case)] == ["read-case"]


def test_from_the_question_to_a_team_and_back_to_the_list() -> None:
    case = cast.ask_question()
    mo = cast.desk_client("mo")
    here = f"/triage/{case.code}/"
    assert mo.post(f"/zaak/{case.code}/aannemen/", {"next": here}).headers["Location"] == here
    answer = mo.post(f"/zaak/{case.code}/naar-team/", {"team": "jeugdhulp", "next": "/triage/"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/triage/"
    assert "Alle vragen hebben een team." in answer.content.decode()


def test_a_case_that_has_a_team_is_not_opened_here() -> None:
    assert cast.desk_client("sanne").get(f"/triage/{cast.with_team().code}/").status_code == 404


@pytest.mark.parametrize("who", ["iris", "farah", "lotte", "karim", "bas"])
def test_whoever_does_no_triage_finds_no_door(who: str) -> None:
    case = cast.ask_question(team=None)
    client = cast.desk_client(who)
    assert client.get("/triage/").status_code == 404
    assert client.get(f"/triage/{case.code}/").status_code == 404
