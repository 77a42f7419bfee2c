"""Reopen: an ended case is taken up again, by a colleague or by the asker who writes."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def closed(receipt: Receipt | None = None) -> Case:
    case = cast.taken(receipt=receipt)
    with cast.opened("iris", case, to="close") as file:
        actions.close_case(file=file, record_of_closing={"outcome": "opgelost", "minutes": 10})
    return case


def test_a_colleague_takes_it_up_again() -> None:
    case = closed()
    iris = cast.desk_client("iris")
    assert "Heropen" in iris.get(f"/zaak/{case.code}/").content.decode()
    iris.post(f"/zaak/{case.code}/heropenen/")
    assert "Heropend. Kijk wat er nieuw is." in iris.get("/").content.decode()
    assert cast.acts(case)[-1] == "reopen"


def test_the_asker_opens_it_by_writing() -> None:
    receipt = Receipt.new()
    case = closed(receipt)
    cast.answer(receipt, "Het is weer mis.")
    iris = cast.desk_client("iris")
    assert case.code in iris.get("/").content.decode()
    assert "Het is weer mis." in iris.get(f"/zaak/{case.code}/").content.decode()


def test_an_open_case_is_not_reopened() -> None:
    assert cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/heropenen/").status_code == 422


def test_another_team_cannot() -> None:
    assert cast.refused("farah", closed(), "heropenen")
