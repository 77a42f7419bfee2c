"""The code: right it opens; unknown, expired, burnt and nonsense get one and the same answer, however often."""

from __future__ import annotations

import json
import re
import statistics
import time
from typing import Any

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.conf import settings as django_settings
from django.test import Client

from helpdesk.lib import proof_of_work
from helpdesk.lib.buckets import MOST, Pressure, Rate
from helpdesk.lib.patience import Patience
from helpdesk.lib.receipts import Receipt
from helpdesk.portal import proof
from helpdesk.portal.tests.coming_back import CODE, ask, knock, press, shows, words

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory of the tests before."""
    monkeypatch.setattr(proof, "_pressure", Pressure(Rate(5, 5), Rate(1000, 1000)))
    monkeypatch.setattr(proof, "_patience", Patience())


def bare(page: Any) -> str:
    """A page without what differs in every page: the token, the puzzle, and what was typed."""
    text = page.content.decode()
    text = re.sub(r'(name="token" value=|data-challenge=)"[^"]*"', r"\1", text)
    return re.sub(r"(<textarea[^>]*>).*?</textarea>", r"\1", text, flags=re.DOTALL)


@pytest.mark.parametrize("typed", ["words", "digits", "shouted", "dashes"])
def test_the_right_code_opens_with_a_question_first(public_client: Client, typed: str) -> None:
    receipt = ask(public_client)
    plain = words(receipt)
    code = {"words": plain, "digits": receipt.digits, "shouted": plain.upper(), "dashes": plain.replace(" ", "-")}[
        typed
    ]
    page = knock(public_client, code)
    assert shows(page) == "safe"
    cookie = page.cookies[django_settings.MAILBOX_COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert cookie["path"] == "/"
    assert not cookie["max-age"], "a cookie with an age is written to disk"
    assert "no-store" in page["Cache-Control"]


def test_unknown_expired_burnt_and_nonsense_look_the_same(public_client: Client, owner_cursor: Any) -> None:
    burnt = ask(public_client)
    page = press(public_client, knock(public_client, words(burnt)), "burn-now")
    assert shows(page) == "burnt"
    expired = ask(public_client)
    with owner_cursor("default") as cursor:
        cursor.execute("UPDATE cases_mailbox SET expires_on = current_date - 1")
    codes = [words(Receipt.new()), words(expired), words(burnt), "geen code", "", "1234 5678", "x" * 5000, "\x00é👩"]
    answers = [knock(public_client, code) for code in codes]
    assert {shows(answer) for answer in answers} == {"open"}
    assert {answer.status_code for answer in answers} == {200}
    assert len({bare(answer) for answer in answers}) == 1
    assert all(django_settings.MAILBOX_COOKIE not in answer.cookies for answer in answers)


def test_unknown_takes_the_time_of_known(public_client: Client, owner_cursor: Any) -> None:
    """Medians over a handful: the check is the same Argon2id. A coarse guard against forgetting it."""
    receipt = ask(public_client)
    with owner_cursor("keys") as cursor:  # a wrong secret under a known lookup
        cursor.execute("UPDATE vault_mailboxkey SET wrapped = decode(repeat('01', 61), 'hex')")
    took: dict[str, list[float]] = {"known": [], "unknown": []}
    for _ in range(9):
        for kind, code in (("known", words(receipt)), ("unknown", words(Receipt.new()))):
            page: Any = public_client.get(CODE)
            start = time.perf_counter()
            public_client.post(CODE, {"step": "open", "token": page.context["token"], "code": code})
            took[kind].append(time.perf_counter() - start)
    known, unknown = statistics.median(took["known"]), statistics.median(took["unknown"])
    assert abs(known - unknown) < 0.4 * max(known, unknown), (known, unknown)


def test_two_hundred_wrong_codes_raise_the_work_and_lock_nobody_out(
    public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ask(public_client)
    monkeypatch.setattr(proof, "_patience", Patience(clock=iter(range(0, 10_000_000, 3601)).__next__))
    pages = [knock(public_client, words(Receipt.new())) for _ in range(200)]
    assert {shows(page) for page in pages} == {"open"}
    assert proof._pressure.difficulty("127.0.0.1") == MOST
    assert proof._pressure.difficulty("198.51.100.7") == 1
    assert shows(knock(public_client, words(receipt))) == "safe"


def test_a_form_counts_once(public_client: Client) -> None:
    receipt = ask(public_client)
    page: Any = public_client.get(CODE)
    form = {"step": "open", "token": page.context["token"]}
    assert shows(public_client.post(CODE, {**form, "code": words(Receipt.new())})) == "open"
    again: Any = public_client.post(CODE, {**form, "code": words(receipt)})
    assert shows(again) == "open"
    assert words(receipt) in again.content.decode(), "the code is still in the field"
    assert shows(press(public_client, again, "open", code=words(receipt))) == "safe"


def test_with_proof_at_once_and_without_script_after_a_while(
    public_client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = ask(public_client)
    del settings.WAIT_WITHOUT_SCRIPT
    monkeypatch.setattr(proof_of_work, "TRIES", 4)
    page: Any = public_client.get(CODE)
    made = Challenge.from_dict(json.loads(page.context["pow_challenge"]))
    solution = solve_challenge(made)
    assert solution is not None
    assert (
        shows(press(public_client, page, "open", code=words(receipt), pow=Payload(made, solution).to_base64()))
        == "safe"
    )
    public_client.cookies.clear()
    page = knock(public_client, words(receipt))
    assert shows(page) == "open"
    now = time.time()
    monkeypatch.setattr("helpdesk.portal.tokens.time.time", lambda: now + 16)
    assert shows(press(public_client, page, "open", code=words(receipt))) == "safe"


@pytest.mark.parametrize("token", ["", "x", "A" * 200])
def test_a_broken_form_keeps_the_code(public_client: Client, token: str) -> None:
    receipt = ask(public_client)
    page: Any = public_client.post(CODE, {"step": "open", "token": token, "code": words(receipt)})
    assert shows(page) == "open"
    assert shows(press(public_client, page, "open", code=words(receipt))) == "safe"
