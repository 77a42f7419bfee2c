"""Signing in with password and code: who may, who may not, and that nobody learns who works here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client

from helpdesk.ledger.models import Entry
from helpdesk.teams.buckets import bucket_of
from helpdesk.teams.passwords import DeskArgon2
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import PASSWORD, code_of, is_in, joined, sign_in, with_app

pytestmark = pytest.mark.django_db
HERE = "/aanmelden/"


@pytest.fixture(autouse=True)
def _no_limits_from_before() -> None:
    cache.clear()


def try_password(client: Client, email: str, password: str = PASSWORD, **extra: str) -> Any:
    return client.post(HERE, {"login": email, "password": password, **extra})


def test_password_and_code_open_the_desk(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, ["jeugdhulp"], PASSWORD)
    held = with_app(member)
    assert try_password(client, member.email)["Location"] == "/aanmelden/code/"
    assert not is_in(client)  # one lock is not enough
    answer = client.post("/aanmelden/code/", {"code": code_of(held)})
    assert answer["Location"] == "/aanmelden/start/"
    assert is_in(client)
    assert Entry.objects.filter(verb="sign-in", object_id=member.pk, result="ok").count() == 1


def test_a_code_works_once(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    held = with_app(member)
    code = code_of(held)
    try_password(client, member.email)
    client.post("/aanmelden/code/", {"code": code})
    cache.clear()  # another process of the desk does not share this memory
    second = Client()
    try_password(second, member.email)
    answer = second.post("/aanmelden/code/", {"code": code})
    assert "klopt niet, of is al gebruikt" in answer.content.decode()
    assert not is_in(second)
    assert second.post("/aanmelden/code/", {"code": code_of(held, later=1)})["Location"] == "/aanmelden/start/"


def test_a_wrong_password_and_a_stranger_get_the_same_answer_after_the_same_work(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    closed = joined("Wim Weg", Role.JURIST, (), PASSWORD)
    closed.is_active = False
    closed.save()
    pages, hashes = [], []
    for email, password in [
        (member.email, "een heel ander woord"),
        ("niemand@werk.example", PASSWORD),
        (closed.email, PASSWORD),
    ]:
        cache.clear()
        counted: list[int] = []
        with (
            patch.object(DeskArgon2, "verify", autospec=True, side_effect=_count(DeskArgon2.verify, counted)),
            patch.object(DeskArgon2, "encode", autospec=True, side_effect=_count(DeskArgon2.encode, counted)),
        ):
            answer = try_password(Client(), email, password)
        page = answer.content.decode().replace(email, "")
        pages.append((answer.status_code, page.split("csrfmiddlewaretoken")[0]))
        hashes.append(len(counted))
    assert pages[0] == pages[1] == pages[2]
    assert "horen niet bij elkaar" in pages[0][1]
    assert hashes == [1, 1, 1]


def _count(real: Callable[..., Any], counted: list[int]) -> Callable[..., Any]:
    def counting(*args: Any, **kwargs: Any) -> Any:
        counted.append(1)
        return real(*args, **kwargs)

    return counting


def test_every_refusal_is_in_the_ledger_without_the_address(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    try_password(client, member.email, "niet het goede woord")
    try_password(client, "niemand@werk.example")
    refused = Entry.objects.filter(verb="sign-in", result="refused")
    assert {entry.object_id for entry in refused} == {member.pk, None}


def test_failures_from_elsewhere_do_not_keep_the_owner_out(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    held = with_app(member)
    with patch.object(DeskArgon2, "verify", return_value=False):
        stranger = Client(REMOTE_ADDR="203.0.113.9")
        answers = [try_password(stranger, member.email, "gok nummer zoveel").content.decode() for _ in range(12)]
    assert "Te vaak geprobeerd" in answers[-1]
    owner = Client(REMOTE_ADDR="198.51.100.7")
    assert try_password(owner, member.email)["Location"] == "/aanmelden/code/"
    assert owner.post("/aanmelden/code/", {"code": code_of(held)})["Location"] == "/aanmelden/start/"


def test_wrong_codes_end_in_waiting_not_in_a_lock(client: Client) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    held = with_app(member)
    try_password(client, member.email)
    for _ in range(6):
        answer = client.post("/aanmelden/code/", {"code": "000000"})
    assert "Wacht vijf minuten" in answer.content.decode()
    member.refresh_from_db()
    assert member.is_active
    cache.clear()  # five minutes later
    assert client.post("/aanmelden/code/", {"code": code_of(held)})["Location"] == "/aanmelden/start/"


@pytest.mark.parametrize(
    ("asked", "goes_to"),
    [
        ("/zaak/KR-7H2M/", "/zaak/KR-7H2M/"),
        ("https://elders.example/", "/aanmelden/start/"),
        ("//elders.example/", "/aanmelden/start/"),
        ("http://testserver/zaak/", "/aanmelden/start/"),
        ("javascript:alert(1)", "/aanmelden/start/"),
        ("/\\elders.example", "/aanmelden/start/"),
    ],
)
def test_after_the_sign_in_one_goes_only_to_a_page_of_ours(client: Client, asked: str, goes_to: str) -> None:
    member = joined("Iris de Wit", Role.JURIST, (), PASSWORD)
    held = with_app(member)
    try_password(client, member.email, next=asked)
    assert client.post("/aanmelden/code/", {"code": code_of(held)})["Location"] == goes_to


def test_a_password_alone_leads_to_the_second_lock_and_nowhere_else(client: Client) -> None:
    member = joined("Bas Smit", Role.ADMIN, (), PASSWORD)
    assert try_password(client, member.email)["Location"] == "/aanmelden/start/"
    for path in ("start/", "account/", "medewerkers/", "sloten/", "sessies/"):
        assert client.get(HERE + path)["Location"] == "/aanmelden/tweede-slot/", path
    assert client.get(HERE + "account/", headers={"HX-Request": "true"}).status_code == 401
    assert client.get(HERE + "sloten/app/").status_code == 200  # without asking for the password again


def test_a_script_is_told_that_the_session_is_over_and_is_not_redirected(client: Client) -> None:
    answer = client.post(HERE + "account/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["X-Sign-In"]) == (401, "1")
    assert "Location" not in answer
    assert not any(name.lower().startswith("hx-") for name in answer.headers)


def test_signing_out_ends_the_session_and_empties_the_browser(client: Client) -> None:
    sign_in(client, joined("Iris de Wit", Role.JURIST))
    old = client.cookies["desk" if "desk" in client.cookies else "__Host-desk"].value
    answer = client.post("/aanmelden/uit/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    client.cookies["desk"] = client.cookies["__Host-desk"] = old
    assert not is_in(client)


def test_nobody_signs_up() -> None:
    assert Client().get("/aanmelden/signup/").status_code == 404
    assert Client().get("/accounts/login/").status_code == 404


def test_a_bucket_is_coarse_and_forgets() -> None:
    assert bucket_of("203.0.113.9", now=0) == bucket_of("203.0.113.200", now=100)
    assert bucket_of("203.0.113.9", now=0) != bucket_of("203.0.114.9", now=0)
    assert bucket_of("203.0.113.9", now=0) != bucket_of("203.0.113.9", now=3600)
    assert bucket_of("2001:db8:1:2::3", now=0) == bucket_of("2001:db8:1:ffff::9", now=0)
    assert bucket_of(None) == bucket_of("onzin")
    assert len(bucket_of("203.0.113.9")) == 6
