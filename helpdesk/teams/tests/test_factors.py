"""Second locks: how they are kept, added and removed, and the codes for when all is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client

from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role
from helpdesk.teams.sealing import open_text
from helpdesk.teams.tests.way_in import PASSWORD, SEED, code_of, is_in, joined, sign_in, with_app
from helpdesk.vault.cipher import DoesNotOpen

pytestmark = pytest.mark.django_db


@pytest.fixture
def iris() -> Member:
    cache.clear()
    return joined("Iris de Wit", Role.JURIST, ["jeugdhulp"], PASSWORD)


def signed_in_with_password(member: Member) -> Client:
    client = Client()
    client.post("/aanmelden/", {"login": member.email, "password": PASSWORD})
    return client


def test_adding_the_app_opens_the_desk_and_shows_the_codes_once(
    iris: Member, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[None]]
) -> None:
    client = signed_in_with_password(iris)
    page = client.get("/aanmelden/sloten/app/")
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    assert secret not in "".join(Session.objects.values_list("session_data", flat=True))
    held = Authenticator(data={"secret": encrypt(secret)})
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/aanmelden/sloten/app/", {"code": code_of(held)})
    assert answer["Location"] == "/aanmelden/sloten/herstelcodes/"
    shown = client.get(answer["Location"]).content.decode()
    assert shown.count("<li>") == 10
    assert client.get(answer["Location"]).content.decode().count("<li>") == 0
    assert is_in(client)
    assert [letter.to for letter in mail.outbox] == [[iris.email]]


def test_seeds_and_recovery_codes_are_sealed_in_the_table(iris: Member) -> None:
    client = signed_in_with_password(iris)
    secret = client.get("/aanmelden/sloten/app/").context["form"].secret
    held = with_app(joined("Noor Visser", Role.JURIST), secret)
    client.post("/aanmelden/sloten/app/", {"code": code_of(held)})
    shown = client.get("/aanmelden/sloten/herstelcodes/").context["unused_codes"]
    table = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert "last_used" not in table
    assert secret not in table
    assert not [code for code in shown if code in table]
    rows = {row.type: row for row in Authenticator.objects.filter(user=iris)}
    assert set(rows) == {"totp", "recovery_codes"}
    sealed = rows["totp"].data["secret"]
    assert open_text(sealed, purpose="factor", place="mfa_authenticator|data") == secret
    with pytest.raises(DoesNotOpen):
        open_text(sealed, purpose="session", place="mfa_authenticator|data")


def test_a_recovery_code_opens_once(iris: Member) -> None:
    client = signed_in_with_password(iris)
    secret = client.get("/aanmelden/sloten/app/").context["form"].secret
    held = with_app(joined("Noor Visser", Role.JURIST), secret)
    client.post("/aanmelden/sloten/app/", {"code": code_of(held)})
    code = client.get("/aanmelden/sloten/herstelcodes/").context["unused_codes"][0]
    for expected in (True, False):
        again = signed_in_with_password(iris)
        again.post("/aanmelden/code/", {"code": code})
        assert is_in(again) is expected


def test_the_last_lock_stays(iris: Member) -> None:
    held = with_app(iris)
    client = signed_in_with_password(iris)
    client.post("/aanmelden/code/", {"code": code_of(held)})
    client.post("/aanmelden/opnieuw/code/", {"code": code_of(held, later=1)})
    page = client.get("/aanmelden/sloten/app/weg/").content.decode()
    assert "laatste tweede slot" in page
    client.post("/aanmelden/sloten/app/weg/")
    assert Authenticator.objects.filter(user=iris, type="totp").exists()


def test_a_passkey_of_somebody_else_cannot_be_touched(client: Client, iris: Member) -> None:
    hers = Authenticator(user=iris, type="webauthn", data={"name": "x", "credential": {}})
    hers.save()
    sign_in(client, joined("Noor Visser", Role.JURIST))
    for act in ("weg", "naam"):
        assert client.post(f"/aanmelden/sloten/passkeys/{hers.pk}/{act}/").status_code == 404


def test_another_password_ends_all_other_sessions(iris: Member) -> None:
    held = with_app(iris)
    other, here = Client(), signed_in_with_password(iris)
    sign_in(other, iris)
    here.post("/aanmelden/code/", {"code": code_of(held)})
    form = {"oldpassword": PASSWORD, "password1": "zeewier knoop lantaarn", "password2": "zeewier knoop lantaarn"}
    assert here.post("/aanmelden/wachtwoord/", {**form, "oldpassword": "niet dit woord hier"}).status_code == 200
    assert here.post("/aanmelden/wachtwoord/", form)["Location"] == "/aanmelden/sloten/"
    assert is_in(here)
    assert not is_in(other)


def test_a_step_up_that_is_asked_in_the_middle_of_a_post_keeps_nothing_of_it(iris: Member) -> None:
    held = with_app(iris)
    client = signed_in_with_password(iris)
    client.post("/aanmelden/code/", {"code": code_of(held)})
    answer = client.post("/aanmelden/sloten/herstelcodes/nieuw/", {"secret": "kanarie"})
    assert answer["Location"].startswith("/aanmelden/opnieuw/code/?next=")
    assert "kanarie" not in json.dumps(dict(client.session.items()))
    assert "REMOTE_ADDR" not in json.dumps(dict(client.session.items()))


def test_the_drawing_and_the_letters_give_the_same_secret(iris: Member) -> None:
    page = signed_in_with_password(iris).get("/aanmelden/sloten/app/").content.decode()
    assert '<svg class="krh-qr"' in page
    assert "data:image" not in page
    assert len(SEED) == 32
