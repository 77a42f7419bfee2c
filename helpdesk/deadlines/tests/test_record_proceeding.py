"""Write down a proceeding: where, its number, hearings, what was decided. The newest speaks, the older ones stay."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.deadlines.access import proceedings_of
from helpdesk.deadlines.counted import Decision, from_term
from helpdesk.deadlines.tests.scene import scene
from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db
TYPED = {
    "body": "Rechtbank Den Haag",
    "number": "C/09/12345",
    "about": "Schorsing",
    "on_0": "2027-01-12",
    "what_0": "mondeling",
}


def test_it_begins_and_is_brought_up_to_date() -> None:
    made = scene()
    assert made.client.post(f"{made.at}procedure/", TYPED).status_code == 302
    case_page = made.look(path=f"/zaak/{made.case.code}/")
    for word in ("Rechtbank Den Haag", "C/09/12345", "mondeling"):
        assert word in case_page
    with cast.opened("iris", made.case) as file:
        (one,) = proceedings_of(file)
    path = f"{made.at}procedure/{one}/"
    assert "C/09/12345" in made.look(path=path)
    decided = {**TYPED, "decided_on": "2027-01-26", "outcome": "Gegrond"}
    assert made.client.post(path, decided).status_code == 302
    assert "Gegrond" in made.look(path=f"/zaak/{made.case.code}/")
    with cast.opened("iris", made.case) as file:
        assert [said["outcome"] for said in proceedings_of(file)[one]] == ["Gegrond", ""]
    assert cast.acts(made.case)[-2:] == ["record-proceeding"] * 2


def test_what_is_wrong_is_said() -> None:
    made = scene()
    page = made.client.post(f"{made.at}procedure/", {"what_0": "mondeling", "outcome": "Gegrond", "number": "C/1"})
    assert page.status_code == 422
    said = page.content.decode()
    for word in (
        "Schrijf waar de zaak dient.",
        "Kies de dag van deze zitting.",
        "Kies de dag waarop is beslist.",
        "C/1",
    ):
        assert word in said


def test_from_a_hearing_to_the_last_day_for_papers_with_one_press() -> None:
    made, page = scene(), ""
    made.client.post(f"{made.at}procedure/", TYPED)
    page = made.look(path=f"/zaak/{made.case.code}/")
    assert "Zet de termijn voor stukken:" in page
    for words in ("Stukken voor zitting bestuursrechter", "art. 8:58 lid 1 Awb", "Stukken voor hoorzitting bezwaar"):
        assert words in page
    shown = made.client.post(made.at, {"term": "AWB-20", "on": "2027-01-12"})
    assert shown.context["answer"].counted.last == from_term("AWB-20", Decision(date(2027, 1, 12)))[0].last
    assert "Zet vast" in shown.content.decode()
    assert made.all() == [], "it is shown first"
    made.set(on=date(2027, 1, 12), term="AWB-20", way="other")
    again = made.look(path=f"/zaak/{made.case.code}/")
    assert "Stukken voor hoorzitting bezwaar" in again
    assert again.count("Stukken voor zitting bestuursrechter") == 1, "what stands is not offered again"


def test_a_hearing_that_was_offers_nothing() -> None:
    made = scene()
    made.client.post(f"{made.at}procedure/", {**TYPED, "on_0": clock.today().isoformat()})
    assert "Zet de termijn voor stukken" not in made.look(path=f"/zaak/{made.case.code}/")
