"""One visit: letters one by one, a reply, how it stands, wiping, leaving, and what happens when it is over."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError
from django.test import Client

from helpdesk.portal import actions, visit_cookie
from helpdesk.portal.tests.coming_back import (
    CODE,
    STORY,
    ask,
    iris_has,
    iris_writes,
    knock,
    press,
    said,
    shows,
    words,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.portal.proof._patience.note", lambda: None)


def text(page: Any) -> str:
    return str(page.content.decode())


def test_before_an_answer_it_says_when(public_client: Client) -> None:
    receipt = ask(public_client)
    page = press(public_client, knock(public_client, words(receipt)), "read")
    assert shows(page) == "letter"
    assert page.context["letter"] is None
    assert page.context["promise_on"] is not None
    assert STORY not in text(page)


def test_letters_one_by_one_and_only_what_is_new(public_client: Client) -> None:
    receipt = ask(public_client)
    iris_writes("Eerste brief van Iris.")
    iris_writes("Tweede brief van Iris.")
    safe = knock(public_client, words(receipt))
    assert "brief van Iris" not in text(safe)
    first = press(public_client, safe, "read")
    assert (first.context["position"], first.context["count"]) == (1, 2)
    assert first.context["letter"]["sender"] == "Iris, jurist jeugdhulp"
    assert "Eerste brief" in text(first)
    assert "Tweede brief" not in text(first)
    second = press(public_client, first, "next")
    assert "Tweede brief" in text(second)
    assert "Eerste brief" in text(press(public_client, second, "previous"))
    assert (press(public_client, second, "next")).context["position"] == 2
    pages = [safe, first, second]

    again = press(public_client, knock(public_client, words(receipt)), "read")
    assert shows(again) == "case", "all was read in the visit before"
    iris_writes("Derde brief van Iris.")
    third = press(public_client, again, "read")
    assert "Derde brief" in text(third)
    assert third.context["count"] == 1
    assert not any(STORY in text(page) for page in [*pages, again, third]), "her own words are never shown"


def test_an_answer_that_can_be_taken_back_is_not_there_yet(public_client: Client) -> None:
    from helpdesk.cases.actions import reply
    from helpdesk.lib.row_actor import act_as

    receipt = ask(public_client)
    file = iris_has()
    with act_as(file.member.pk):
        reply(file=file, text="Nog niet weg.")
    page = press(public_client, knock(public_client, words(receipt)), "read")
    assert "Nog niet weg" not in text(page)


def test_a_reply_arrives_once_however_often_it_is_pressed(public_client: Client) -> None:
    receipt = ask(public_client)
    iris_writes("Wat wil je zelf?")
    letter = press(public_client, knock(public_client, words(receipt)), "read")
    form = press(public_client, letter, "write")
    assert shows(form) == "reply"
    for _ in range(3):
        page = press(public_client, form, "send", body="Ik wil naar oma.\x00")
        assert shows(page) == "case"
        assert page.context["sent"] is True
    assert "Ik wil naar oma" not in text(page)
    press(public_client, form, "send", body="En naar mijn konijn.")
    assert [one["text"] for one in said() if one["by"] == "asker"] == [
        STORY,
        "Ik wil naar oma.",
        "En naar mijn konijn.",
    ]
    assert iris_has("read-case").case.state == "team"


@pytest.mark.parametrize("body", ["", "  \n", "\x00"])
def test_an_empty_reply_is_not_sent(public_client: Client, body: str) -> None:
    receipt = ask(public_client)
    form = press(public_client, knock(public_client, words(receipt)), "write")
    page = press(public_client, form, "send", body=body)
    assert shows(page) == "reply"
    assert page.context["form"].errors["body"]
    assert len(said()) == 1


def test_a_database_that_is_away_keeps_the_reply(public_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    receipt = ask(public_client)
    form = press(public_client, knock(public_client, words(receipt)), "write")

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("away")

    with monkeypatch.context() as outage:
        outage.setattr(actions, "answer", away)
        page = press(public_client, form, "send", body="Ik wil naar oma.")
    assert page.status_code == 503
    assert page.context["form"]["body"].value() == "Ik wil naar oma."
    assert shows(press(public_client, form, "send", body="Ik wil naar oma.")) == "case"
    assert [one["text"] for one in said()] == [STORY, "Ik wil naar oma."]


@pytest.mark.parametrize("how", ["idle", "too long", "restart"])
def test_a_visit_ends_and_a_half_written_reply_waits_behind_the_code(
    public_client: Client, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    receipt, other = ask(public_client), None
    form = press(public_client, knock(public_client, words(receipt)), "write")
    if how == "restart":
        monkeypatch.setattr(visit_cookie, "_KEY", bytes(32))
    else:
        later = time.time() + (301 if how == "idle" else 1201)
        monkeypatch.setattr("helpdesk.portal.visit_cookie.time.time", lambda: later)
    page = press(public_client, form, "send", body="Ik wil naar oma.")
    assert shows(page) == "open"
    assert "naar oma" not in text(page), "whoever sits there now does not read it"
    assert page.cookies[django_settings.MAILBOX_COOKIE].value == ""
    other = ask(public_client)
    assert shows(press(public_client, page, "open", code=words(other))) == "safe", "another mailbox does not get it"
    page = press(public_client, form, "send", body="Ik wil naar oma.")
    back = press(public_client, page, "open", code=words(receipt))
    assert shows(back) == "reply"
    assert back.context["form"]["body"].value() == "Ik wil naar oma."


def test_clicking_on_keeps_a_visit_alive_for_twenty_minutes(
    public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ask(public_client)
    page = knock(public_client, words(receipt))
    start = time.time()
    for minute in (4, 8, 12, 16, 19):
        monkeypatch.setattr("helpdesk.portal.visit_cookie.time.time", lambda m=minute: start + 60 * m)
        page = press(public_client, page, "case")
        assert shows(page) == "case"
    monkeypatch.setattr("helpdesk.portal.visit_cookie.time.time", lambda: start + 60 * 21)
    assert shows(press(public_client, page, "case")) == "open"


@pytest.mark.parametrize("step", ["read", "next", "previous", "write", "send", "case", "burn", "burn-now", "", "x"])
def test_without_a_visit_every_step_is_the_form_for_the_code(public_client: Client, step: str) -> None:
    page: Any = public_client.post(CODE, {"step": step, "token": "x", "body": "iets"})
    assert shows(page) == "open"
    assert shows(public_client.get(CODE)) == "open"


def test_a_page_of_another_visit_opens_nothing(public_client: Client) -> None:
    receipt = ask(public_client)
    old = knock(public_client, words(receipt))
    new = knock(public_client, words(receipt))
    assert shows(press(public_client, old, "burn-now")) == "open"
    assert shows(knock(public_client, words(receipt))) == "safe", "nothing was wiped"
    assert new is not old


def test_reloading_asks_again_whether_it_is_safe(public_client: Client) -> None:
    receipt = ask(public_client)
    press(public_client, knock(public_client, words(receipt)), "read")
    assert shows(public_client.get(CODE)) == "safe"


def test_wiping_takes_one_confirm_and_the_code_is_unknown_then(public_client: Client) -> None:
    receipt = ask(public_client)
    iris_writes("Een brief.")
    page = press(public_client, knock(public_client, words(receipt)), "burn")
    assert shows(page) == "burn"
    assert shows(press(public_client, page, "case")) == "case", "keeping it is one press too"
    page = press(public_client, page, "burn-now")
    assert shows(page) == "burnt"
    assert page.cookies[django_settings.MAILBOX_COOKIE].value == ""
    assert shows(knock(public_client, words(receipt))) == "open"
    assert said()[-1]["kind"] == "burn", "the desk hears it"


def test_leaving_closes_it_on_this_device(public_client: Client) -> None:
    receipt = ask(public_client)
    for url, fields in ((CODE, {"step": "leave"}), ("/code/weg/", {})):
        knock(public_client, words(receipt))
        page: Any = public_client.post(url, fields)
        assert page.status_code == 302
        assert page.url == "/"
        assert page["Clear-Site-Data"]
        assert page.cookies[django_settings.MAILBOX_COOKIE].value == ""
        assert shows(public_client.get(CODE)) == "open"
    assert public_client.get("/code/weg/").status_code == 405


def test_how_it_stands(public_client: Client) -> None:
    receipt = ask(public_client)
    page = press(public_client, knock(public_client, words(receipt)), "case")
    assert [step.state for step in page.context["path"]] == ["now", "next", "next", "next"]
    assert page.context["readers"] == []
    iris_has("read-case")
    page = press(public_client, page, "case")
    assert [step.state for step in page.context["path"]] == ["done", "done", "now", "next"]
    assert page.context["readers"] == ["Iris, jurist jeugdhulp"]
    assert page.context["path"][3].when
    iris_writes("Wat wil je zelf?")
    page = press(public_client, page, "case")
    assert [step.state for step in page.context["path"]] == ["done", "done", "done", "now"]
    assert page.context["count"] == 1


def test_the_cookie_says_nothing(public_client: Client) -> None:
    receipt = ask(public_client)
    page = knock(public_client, words(receipt))
    value = page.cookies[django_settings.MAILBOX_COOKIE].value
    other = knock(public_client, words(receipt)).cookies[django_settings.MAILBOX_COOKIE].value
    assert len(value) == len(other) < 300
    assert value[:40] != other[:40]
    public_client.cookies[django_settings.MAILBOX_COOKIE] = value[:-4] + "AAAA"
    assert shows(press(public_client, page, "case")) == "open"
