"""Time: a quarter of an hour of silence, eight hours in all, and what the page says afterwards."""

from __future__ import annotations

import pytest
from django.test import Client

from helpdesk.teams.models import DeskSession, Ended
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import ages, is_in, joined, rows_of_sessions, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def iris(client: Client) -> Client:
    sign_in(client, joined("Iris de Wit", Role.JURIST, ["jeugdhulp"]))
    return client


def test_fourteen_minutes_of_silence_are_fine(iris: Client) -> None:
    ages(iris, desk_seen=14 * 60)
    assert is_in(iris)


def test_fifteen_minutes_of_silence_end_the_session(iris: Client) -> None:
    ages(iris, desk_seen=15 * 60 + 1)
    answer = iris.get("/aanmelden/sessies/")
    assert answer["Location"] == "/aanmelden/?reden=idle&next=%2Faanmelden%2Fsessies%2F"
    assert rows_of_sessions() == 0
    assert DeskSession.objects.get().ended_because == Ended.IDLE
    assert "verder waar je was" in iris.get(answer["Location"]).content.decode()


def test_eight_hours_end_the_session_also_of_somebody_at_work(iris: Client) -> None:
    ages(iris, desk_started=8 * 3600 + 1)
    assert iris.get("/aanmelden/account/")["Location"].startswith("/aanmelden/?reden=absolute")
    assert rows_of_sessions() == 0


def test_what_a_page_fetches_by_itself_keeps_nobody_signed_in(iris: Client) -> None:
    ages(iris, desk_seen=10 * 60)
    iris.get("/aanmelden/account/", headers={"X-Background": "1"})
    ages(iris, desk_seen=6 * 60)
    assert not is_in(iris)


def test_work_does(iris: Client) -> None:
    ages(iris, desk_seen=10 * 60)
    assert is_in(iris)
    ages(iris, desk_seen=10 * 60)
    assert is_in(iris)


def test_a_session_without_times_is_over(iris: Client) -> None:
    session = iris.session
    del session["desk_started"]
    session.save()
    assert not is_in(iris)


def test_a_page_that_was_open_gets_a_form_token_that_works_after_signing_in_again() -> None:
    client = Client(enforce_csrf_checks=True)
    member = joined("Iris de Wit", Role.JURIST, ["jeugdhulp"])
    asks = {"Accept": "application/json", "X-Requested-With": "fetch"}
    assert client.get("/aanmelden/klaar/", headers=asks).status_code == 401
    sign_in(client, member)
    answer = client.get("/aanmelden/klaar/", headers=asks).json()
    assert answer["member"] == str(member.pk)
    ours = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/aanmelden/uit/", headers={**ours, "X-CSRFToken": "x" * 64}).status_code == 403
    assert client.post("/aanmelden/uit/", headers={**ours, "X-CSRFToken": answer["token"]}).status_code == 302


def test_the_form_that_was_posted_too_late_is_not_kept_anywhere(iris: Client) -> None:
    ages(iris, desk_seen=16 * 60)
    answer = iris.post("/aanmelden/account/", {"full_name": "Kanarie in de kolenmijn"})
    assert answer["Location"] == "/aanmelden/?reden=idle"
    assert rows_of_sessions() == 0
