"""Accept: the intake desk takes a new question in, and its key changes hands."""

from __future__ import annotations

import pytest

from helpdesk.vault.models import WrappedKey
from tests import cast

pytestmark = pytest.mark.django_db


def test_intake_takes_a_new_question_in() -> None:
    case = cast.ask_question()
    mo = cast.desk_client("mo")
    assert "Neem aan" in mo.get(f"/zaak/{case.code}/").content.decode()
    assert mo.post(f"/zaak/{case.code}/aannemen/").status_code == 302
    with cast.opened("mo", case) as file:
        assert file.case.state == "triage"
    assert list(WrappedKey.objects.filter(key_id=case.key_id).values_list("recipient", flat=True)) == ["desk:v1"]
    assert cast.acts(case) == ["ask", "accept"]


def test_twice_is_said_in_a_sentence() -> None:
    case = cast.ask_question()
    mo = cast.desk_client("mo")
    mo.post(f"/zaak/{case.code}/aannemen/")
    again = mo.post(f"/zaak/{case.code}/aannemen/")
    assert again.status_code == 422
    assert "Dit kan nu niet: de zaak is in triage." in again.content.decode()
    assert cast.acts(case) == ["ask", "accept"]


def test_a_jurist_does_not_accept() -> None:
    assert cast.refused("iris", cast.ask_question(), "aannemen")


def test_looking_at_the_address_changes_nothing() -> None:
    case = cast.ask_question()
    assert cast.desk_client("mo").get(f"/zaak/{case.code}/aannemen/").status_code == 405
    assert cast.acts(case) == ["ask"]
