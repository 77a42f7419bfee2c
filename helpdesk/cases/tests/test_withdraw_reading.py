"""Its author takes a text back before anybody read it, and goes on writing."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.read_along import TEXT, ask, dangerous, press, reading
from tests import cast
from tests.walk import closing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("danger_is_read")]


def test_it_is_a_draft_again() -> None:
    case = dangerous()
    ask(case)
    iris = cast.desk_client("iris")
    assert press(iris, case, reading(case), "weg").status_code == 302
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert TEXT in page.partition('id="antwoord-tekst"')[2].partition("</textarea>")[0]
    assert reading(case).state == "withdrawn"
    assert TEXT not in cast.desk_client("sanne").get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "withdraw-reading"


def test_not_by_the_reader_and_not_twice() -> None:
    case = dangerous()
    ask(case)
    row = reading(case)
    assert "wacht niet meer" in press(cast.desk_client("sanne"), case, row, "weg").content.decode()
    iris = cast.desk_client("iris")
    press(iris, case, row, "weg")
    assert "wacht niet meer" in press(iris, case, row, "weg").content.decode()
    assert cast.refused("farah", case, f"meelezen/{row.pk}/weg")


def test_closing_asks_about_a_text_that_waits() -> None:
    case = dangerous()
    ask(case)
    iris = cast.desk_client("iris")
    answer = iris.post(f"/zaak/{case.code}/afsluiten/", closing())
    assert answer.status_code == 422
    assert "Er wacht nog een tekst bij Meelezen." in answer.content.decode()
    assert iris.post(f"/zaak/{case.code}/afsluiten/", {**closing(), "weet": "1"}).status_code == 302
    assert reading(case).state == "withdrawn"
