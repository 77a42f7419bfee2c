"""Sessions: what is stored of them, two at most, seen and ended by their owner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from helpdesk.teams.actions.sweep import sweep
from helpdesk.teams.models import DeskSession, Ended, Member
from helpdesk.teams.roles import Role
from helpdesk.teams.session_store import SessionStore, row_key
from helpdesk.teams.tests.way_in import PASSWORD, code_of, is_in, joined, sign_in, with_app

pytestmark = pytest.mark.django_db


@pytest.fixture
def iris() -> Member:
    cache.clear()
    return joined("Iris de Wit", Role.JURIST, ["jeugdhulp"], PASSWORD)


def test_the_table_knows_no_key_and_shows_no_content(client: Client, iris: Member) -> None:
    sign_in(client, iris)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    row = Session.objects.get()
    assert row.session_key == row_key(key) != key
    assert iris.pk.hex not in row.session_data.replace("-", "")
    assert SessionStore(row.session_key).load() == {}  # what is in the table opens nothing


def test_a_session_moved_to_another_row_does_not_open(client: Client, iris: Member) -> None:
    sign_in(client, iris)
    other = SessionStore()
    other["x"] = 1
    other.save()
    stolen = Session.objects.get(session_key=row_key(client.session.session_key or "")).session_data
    Session.objects.filter(session_key=row_key(other.session_key or "")).update(session_data=stolen)
    assert SessionStore(other.session_key).load() == {}


def test_a_third_session_ends_the_oldest_and_both_sides_are_told(iris: Member) -> None:
    held = with_app(iris)
    clients = [Client(), Client(), Client()]
    for client in clients:
        held.data.pop("last_step", None)
        held.save()
        cache.clear()
        client.post("/aanmelden/", {"login": iris.email, "password": PASSWORD})
        client.post("/aanmelden/code/", {"code": code_of(held)})
    assert "reden=elsewhere" in clients[0].get("/aanmelden/sessies/")["Location"]
    assert is_in(clients[1])
    assert "De oudste sessie is gestopt" in clients[2].get("/aanmelden/account/").content.decode()
    assert "De oudste sessie is gestopt" not in clients[2].get("/aanmelden/account/").content.decode()
    assert DeskSession.objects.running().count() == 2


def test_the_key_changes_at_sign_in_and_at_step_up(client: Client, iris: Member) -> None:
    held = with_app(iris)
    client.post("/aanmelden/", {"login": iris.email, "password": PASSWORD})
    before = client.session.session_key
    client.post("/aanmelden/code/", {"code": code_of(held)})
    signed_in = client.session.session_key
    assert client.get("/aanmelden/sloten/herstelcodes/nieuw/")["Location"].startswith("/aanmelden/opnieuw/code/")
    answer = client.post("/aanmelden/opnieuw/code/?next=/aanmelden/sloten/", {"code": code_of(held, later=1)})
    assert answer["Location"] == "/aanmelden/sloten/"
    assert len({before, signed_in, client.session.session_key}) == 3
    assert is_in(client)
    assert [s.key_hash for s in DeskSession.objects.running()] == [row_key(client.session.session_key or "")]


def test_i_see_my_sessions_and_end_the_other_one(iris: Member) -> None:
    here, there = Client(), Client()
    sign_in(there, iris)
    other = DeskSession.objects.get()
    sign_in(here, iris)
    page = here.get("/aanmelden/sessies/").content.decode()
    assert "dit apparaat" in page
    assert page.count("krh-table__acts") == 2
    here.post("/aanmelden/sessies/beeindig/", {"session": str(other.pk)})
    assert "reden=by-member" in there.get("/aanmelden/account/")["Location"]
    assert is_in(here)


def test_nobody_ends_or_sees_the_session_of_somebody_else(client: Client, iris: Member) -> None:
    mine = Client()
    sign_in(mine, iris)
    hers = DeskSession.objects.get()
    sign_in(client, joined("Bas Smit", Role.ADMIN))
    assert client.post("/aanmelden/sessies/beeindig/", {"session": str(hers.pk)}).status_code == 404
    assert client.post("/aanmelden/sessies/beeindig/", {"session": "x"}).status_code == 404
    assert is_in(mine)


def test_a_browser_that_was_shut_is_no_session_any_more(client: Client, iris: Member) -> None:
    sign_in(Client(), iris)
    DeskSession.objects.update(seen_at=timezone.now() - timedelta(minutes=17))
    sign_in(client, iris)
    assert client.get("/aanmelden/sessies/").content.decode().count("krh-table__acts") == 1


def test_who_only_looks_at_the_sign_in_leaves_a_row_for_five_minutes(client: Client) -> None:
    client.get("/aanmelden/passkey/", headers={"Accept": "application/json"})
    assert Session.objects.get().expire_date < timezone.now() + timedelta(minutes=6)


def test_all_others_end_at_once(iris: Member) -> None:
    clients = [Client(), Client()]
    for client in clients:
        sign_in(client, iris)
    clients[1].post("/aanmelden/sessies/beeindig-andere/")
    assert [is_in(client) for client in clients] == [False, True]


def test_the_worker_sweeps_what_ended(client: Client, iris: Member) -> None:
    sign_in(client, iris)
    DeskSession.objects.update(ended_at="2026-01-01T12:00Z", ended_because=Ended.IDLE)
    Session.objects.update(expire_date="2026-01-01T12:00Z")
    assert sweep() == 2
    assert sweep() == 0
