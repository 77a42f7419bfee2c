"""Ask more: a question back; the case waits for the asker and returns when she answers."""

from __future__ import annotations

import pytest

from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_case_waits_and_comes_back_with_the_answer() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/doorvragen/", {"text": "Wanneer kwam de brief?"})
    assert case.code not in iris.get("/").content.decode()
    cast.answer(receipt, "Vorige week vrijdag.")
    page = iris.get("/").content.decode()
    assert case.code in page
    assert "Nieuw bericht van de vrager." in page
    story = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Vorige week vrijdag." in story
    assert "vraag aan de vrager" in story
    assert cast.acts(case)[-2:] == ["ask-more", "answer"]


def test_an_empty_question_is_refused() -> None:
    assert cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/doorvragen/").status_code == 422


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "doorvragen", text="Waarom?")
