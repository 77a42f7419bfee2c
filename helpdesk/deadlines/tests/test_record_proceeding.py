"""Write down a proceeding: where, its number, hearings, what was decided. The newest speaks, the older ones stay."""

from __future__ import annotations

import pytest

from helpdesk.deadlines.access import proceedings_of
from helpdesk.deadlines.tests.scene import scene
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
