"""One form is one question with one receipt: pressed twice, changed, after a restart, too late, after a fault."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from helpdesk.cases.models import Mailbox
from helpdesk.intake import actions
from helpdesk.intake.tests.asking import ASK, STORY, as_typed, cases, fill_in, only_file, receipt_in, ticket_in
from helpdesk.lib import clock
from helpdesk.lib.turns import Turns
from helpdesk.vault.models import WrappedKey

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["same process", "after a restart"])
def restart(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Any:
    """What the program remembers between two presses."""
    return lambda: request.param == "same process" or monkeypatch.setattr(actions, "_turns", Turns())


def test_pressed_twice_it_is_the_same_receipt(public_client: Client, restart: Any) -> None:
    form = fill_in(public_client)
    first: Any = public_client.post(ASK, form)
    restart()
    second: Any = public_client.post(ASK, form)
    assert receipt_in(first) == receipt_in(second)
    assert first.context["promise_on"] == second.context["promise_on"]
    _, said = only_file()
    assert [one["text"] for one in said] == [STORY]


def test_a_changed_text_is_added_once(public_client: Client, restart: Any) -> None:
    form = fill_in(public_client)
    receipt = receipt_in(public_client.post(ASK, form))
    changed = {**form, "story": "Ik vergat iets. Morgen is er een gesprek.", "danger": "ja", "code_word": "zeester"}
    for _ in range(2):
        restart()
        assert receipt_in(public_client.post(ASK, changed)) == receipt
    restart()
    assert receipt_in(public_client.post(ASK, form)) == receipt
    _, said = only_file()
    assert [one["kind"] for one in said] == ["question", "addition"]
    assert said[1]["text"] == "Ik vergat iets. Morgen is er een gesprek.\n\nNu gevaar: ja\nCodewoord: zeester"


def test_one_ticket_is_no_tap(public_client: Client) -> None:
    form = fill_in(public_client)
    answers: list[Any] = [public_client.post(ASK, {**form, "story": f"Tekst {n}"}) for n in range(12)]
    assert {answer.status_code for answer in answers} == {200, 409}
    assert as_typed(answers[-1]) == "Tekst 11"
    _, said = only_file()
    assert len(said) == 1 + actions.MOST_ADDITIONS


def test_after_ten_minutes_it_says_that_it_was_sent_and_returns_the_text(public_client: Client, restart: Any) -> None:
    form = fill_in(public_client)
    with clock.at(timezone.now() - timedelta(minutes=11)):
        receipt_in(public_client.post(ASK, form))
    restart()
    response: Any = public_client.post(ASK, form)
    assert response.status_code == 409
    assert as_typed(response) == STORY
    assert "words" not in response.context
    _, said = only_file()
    assert len(said) == 1


@pytest.mark.parametrize("broken", ["helpdesk.cases.access.Birth.store", "helpdesk.cases.models.Mailbox.save"])
def test_a_database_that_is_away_returns_the_text_and_stores_nothing_half(
    public_client: Client, monkeypatch: pytest.MonkeyPatch, broken: str, restart: Any
) -> None:
    form = fill_in(public_client, safe_contact="bij oma")

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("away")

    with monkeypatch.context() as outage:
        outage.setattr(broken, away)
        response: Any = public_client.post(ASK, form)
    assert response.status_code == 503
    assert response["Retry-After"]
    assert as_typed(response) == STORY
    assert "bij oma" in response.content.decode()
    assert ticket_in(response) == form["ticket"], "the same ticket, so that a second try cannot be a second question"
    assert cases() == []
    restart()
    receipt_in(public_client.post(ASK, form))
    _, said = only_file()
    assert len(said) == 1


def test_an_addition_that_broke_off_is_taken_in_at_the_next_press(
    public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = fill_in(public_client)
    receipt_in(public_client.post(ASK, form))
    monkeypatch.setattr(actions, "_turns", Turns())
    changed = {**form, "story": "Nog iets."}

    def away(*_: Any, **__: Any) -> None:
        raise OperationalError("away")

    with monkeypatch.context() as outage:
        outage.setattr(actions, "answer", away)
        assert public_client.post(ASK, changed).status_code == 503
    receipt_in(public_client.post(ASK, changed))
    _, said = only_file()
    assert [one["text"] for one in said] == [STORY, "Nog iets."]


@pytest.mark.django_db(transaction=True)
def test_the_key_is_there_before_the_first_word(public_client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between the two commits: a key without a question is left, to be swept; never a question without a key."""

    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    form = fill_in(public_client)
    with monkeypatch.context() as outage:
        outage.setattr(Mailbox, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            public_client.post(ASK, form)
    assert cases() == []
    assert WrappedKey.objects.count() == 1
    receipt_in(public_client.post(ASK, form))
    assert len(cases()) == 1
