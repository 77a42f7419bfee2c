"""Reject: not for us, with a reason for the file and a letter for the asker."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_asker_reads_a_letter_and_the_file_keeps_the_reason() -> None:
    receipt = Receipt.new()
    case = cast.ask_question(receipt=receipt, team=None)
    typed = {"reason": "Gaat over een volwassene.", "letter": "Het Juridisch Loket helpt u verder."}
    mo = cast.desk_client("mo")
    with clock.at(timezone.now() - timedelta(minutes=1)):
        assert mo.post(f"/zaak/{case.code}/afwijzen/", typed).status_code == 302
    assert [letter["text"] for letter in cast.letters(receipt)] == ["Het Juridisch Loket helpt u verder."]
    assert set(cast.acts(case)) == {"ask", "reject"}


def test_an_answer_to_it_brings_the_question_back_to_triage() -> None:
    receipt = Receipt.new()
    case = cast.ask_question(receipt=receipt, team=None)
    typed = {"reason": "Niet voor ons.", "letter": "Vraag het daar."}
    cast.desk_client("mo").post(f"/zaak/{case.code}/afwijzen/", typed)
    cast.answer(receipt, "Daar helpen ze mij niet.")
    page = cast.desk_client("mo").get(f"/zaak/{case.code}/").content.decode()
    assert "Daar helpen ze mij niet." in page
    assert "waarom niet voor ons" in page


def test_without_words_for_the_asker_it_does_not_go() -> None:
    case = cast.ask_question()
    answer = cast.desk_client("mo").post(f"/zaak/{case.code}/afwijzen/", {"reason": "Te lang om te verliezen"})
    assert answer.status_code == 422
    assert "Te lang om te verliezen" in answer.content.decode()
    assert cast.acts(case) == ["ask"]


def test_a_team_no_longer_rejects() -> None:
    assert cast.refused("iris", cast.taken(), "afwijzen", reason="x", letter="y")
