"""Route: the question goes to a team; whoever sent it no longer sees it."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_intake_sends_a_question_to_a_team_and_loses_sight_of_it() -> None:
    case = cast.ask_question(team=None)
    mo = cast.desk_client("mo")
    mo.post(f"/zaak/{case.code}/aannemen/")
    answer = mo.post(f"/zaak/{case.code}/naar-team/", {"team": "migratie", "next": "/triage/"}, follow=True)
    assert "De zaak ligt nu bij Migratie." in answer.content.decode()
    assert mo.get(f"/zaak/{case.code}/").status_code == 404
    assert cast.desk_client("farah").get(f"/zaak/{case.code}/").status_code == 200
    assert cast.acts(case)[-1] == "route"


def test_whoever_worked_on_it_lets_go() -> None:
    case = cast.taken()
    assert cast.desk_client("sanne").post(f"/zaak/{case.code}/naar-team/", {"team": "familie"}).status_code == 302
    with cast.opened("noor", case) as file:
        assert file.case.summary["assignee"] is None
        assert file.case.state == "team"


def test_no_team_chosen_comes_back_with_a_sentence() -> None:
    case = cast.ask_question()
    answer = cast.desk_client("mo").post(f"/zaak/{case.code}/naar-team/", {"team": "bestaat-niet"})
    assert answer.status_code == 422
    assert "Dit team is er niet." in answer.content.decode()


def test_nobody_is_led_to_another_site() -> None:
    case = cast.ask_question()
    answer = cast.desk_client("mo").post(
        f"/zaak/{case.code}/naar-team/", {"team": "migratie", "next": "https://elders.example/"}
    )
    assert answer.headers["Location"] == "/"


def test_a_jurist_does_not_route() -> None:
    assert cast.refused("iris", cast.taken(), "naar-team", team="migratie")
