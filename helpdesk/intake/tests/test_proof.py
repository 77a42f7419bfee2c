"""Who may send: with a proof at once, without script after a while, and nobody is refused for a proof that was done."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.test import Client

from helpdesk.intake import proof
from helpdesk.intake.tests.asking import ASK, STORY, as_typed, cases, fill_in, receipt_in, ticket_in
from helpdesk.lib import proof_of_work
from helpdesk.lib.buckets import Pressure, Rate
from helpdesk.lib.patience import Patience

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def waiting(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    del settings.WAIT_WITHOUT_SCRIPT
    monkeypatch.setattr(proof_of_work, "TRIES", 4)
    monkeypatch.setattr(proof, "_patience", Patience())
    monkeypatch.setattr(proof, "_pressure", Pressure(Rate(6, 6), Rate(120, 120)))


def solved(page: Any) -> str:
    made = Challenge.from_dict(json.loads(page.context["form"].pow_challenge))
    solution = solve_challenge(made)
    assert solution is not None
    return Payload(made, solution).to_base64()


def test_with_a_proof_at_once(public_client: Client) -> None:
    page: Any = public_client.get(ASK)
    receipt_in(public_client.post(ASK, {"ticket": ticket_in(page), "pow": solved(page), "story": STORY}))


def test_a_proof_counts_for_its_own_form_only(public_client: Client) -> None:
    page: Any = public_client.get(ASK)
    other = public_client.get(ASK)
    response: Any = public_client.post(ASK, {"ticket": ticket_in(other), "pow": solved(page), "story": STORY})
    assert as_typed(response) == STORY
    assert cases() == []


def test_without_script_the_text_comes_back_until_the_form_is_fifteen_seconds_old(
    public_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = fill_in(public_client)
    response: Any = public_client.post(ASK, form)
    assert as_typed(response) == STORY
    assert response.context["form"].non_field_errors()
    assert ticket_in(response) == form["ticket"], "the same ticket: its time runs on"
    assert cases() == []
    now = time.time()
    monkeypatch.setattr("helpdesk.intake.ticket.time.time", lambda: now + 16)
    receipt_in(public_client.post(ASK, form))


def test_load_makes_the_work_harder_and_refuses_none_that_was_done(public_client: Client) -> None:
    pages: list[Any] = [public_client.get(ASK) for _ in range(14)]
    for page in pages:
        receipt_in(public_client.post(ASK, {"ticket": ticket_in(page), "pow": solved(page), "story": STORY}))
    assert proof._pressure.difficulty("127.0.0.1") == 4
    assert proof._pressure.difficulty("198.51.100.7") == 1
