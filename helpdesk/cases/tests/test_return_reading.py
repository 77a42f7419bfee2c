"""Sent back: the text is its author's again, the remarks beside it, and what she had begun meanwhile is not lost."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.read_along import TEXT, ask, dangerous, press, reading
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("danger_is_read")]
REMARKS = "De laatste zin is te stellig."


def test_the_text_lies_with_its_author_and_the_remarks_beside_it() -> None:
    case = dangerous()
    ask(case)
    assert press(cast.desk_client("sanne"), case, reading(case), "terug", remarks=REMARKS).status_code == 302
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert REMARKS in page
    assert "Opmerkingen van Sanne Oud" in page
    composer = page.partition('id="antwoord-tekst"')[2].partition("</textarea>")[0]
    assert TEXT in composer
    assert REMARKS not in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    assert "De tweede lezer heeft opmerkingen." in cast.desk_client("iris").get("/").content.decode()
    assert cast.acts(case)[-1] == "return-reading"


def test_a_draft_that_she_began_meanwhile_stays() -> None:
    case = dangerous()
    ask(case)
    iris = cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "Iets anders"})
    press(cast.desk_client("sanne"), case, reading(case), "terug", remarks=REMARKS)
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Iets anders" in page.partition('id="antwoord-tekst"')[2].partition("</textarea>")[0]
    assert TEXT in page, "the text itself stands with the remarks"


def test_asked_again_the_old_remarks_are_dealt_with() -> None:
    case = dangerous()
    ask(case)
    press(cast.desk_client("sanne"), case, reading(case), "terug", remarks=REMARKS)
    ask(case, text="Zo beter?")
    page = cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert REMARKS not in page
    assert "Zo beter?" in page


def test_without_remarks_it_stays() -> None:
    case = dangerous()
    ask(case)
    answer = press(cast.desk_client("sanne"), case, reading(case), "terug", remarks=" ")
    assert answer.status_code == 422
    assert "Schrijf wat er anders moet." in answer.content.decode()
    assert reading(case).state == "asked"


def test_not_by_its_author_and_not_by_another_team() -> None:
    case = dangerous()
    ask(case)
    row = reading(case)
    assert (
        "Je schreef dit zelf." in press(cast.desk_client("iris"), case, row, "terug", remarks=REMARKS).content.decode()
    )
    assert cast.refused("farah", case, f"meelezen/{row.pk}/terug", remarks=REMARKS)
