"""Calling back: when it is safe, what was tried, and never against what was said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_oldest_day_stands_on_top_with_hours_and_attempts() -> None:
    iris = cast.desk_client("iris")
    later = cast.log_contact("iris", callback_on="2027-01-05")
    first = cast.log_contact(
        "iris", callback_on="2027-01-04", hours_from="16:00", hours_to="17:30", number="0612345678"
    )
    with clock.at(datetime(2027, 1, 4, 15, 30, tzinfo=UTC)):
        iris.post(f"/contact/{first}/poging/", {"result": "missed"})
    page = iris.get("/terugbellen/").content.decode()
    assert page.index(str(first)) < page.index(str(later))
    assert "Bellen kan tussen 16.00 en 17.30." in page
    assert "niet bereikt (Iris)" in page
    assert "0612345678" not in page
    assert "mijn oma" not in page


def test_who_was_reached_leaves_the_list() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris", callback_on="2027-01-04")
    assert (
        "Genoteerd." in iris.post(f"/contact/{contact_id}/poging/", {"result": "reached"}, follow=True).content.decode()
    )
    assert str(contact_id) not in iris.get("/terugbellen/").content.decode()
    assert cast.contact("iris", contact_id).course["attempts"][0]["result"] == "reached"
    assert cast.acts(contact_id)[-1] == "record-attempt"


def test_another_day() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris", callback_on="2027-01-04")
    iris.post(f"/contact/{contact_id}/terugbellen/", {"callback_on": "2027-01-11"})
    assert cast.contact("iris", contact_id).callback_on == date(2027, 1, 11)
    wrong = iris.post(f"/contact/{contact_id}/terugbellen/", {"callback_on": "31-11"}, follow=True)
    assert "Deze dag bestaat niet." in wrong.content.decode()
    assert cast.acts(contact_id)[-1] == "plan-callback"


def test_who_must_not_be_called_is_not_called() -> None:
    iris, contact_id = cast.desk_client("iris"), cast.log_contact("iris", callback_on="2027-01-04", call_back="no")
    page = iris.get("/terugbellen/").content.decode()
    assert "niet bellen" in page
    assert f"/contact/{contact_id}/poging/" not in page
    for path, typed in {"poging": {"result": "reached"}, "terugbellen": {"callback_on": "2027-01-11"}}.items():
        answer = iris.post(f"/contact/{contact_id}/{path}/", typed, follow=True)
        assert "Niet bellen. Dat is met de vrager afgesproken." in answer.content.decode()
    assert cast.contact("iris", contact_id).course["attempts"] == []


@pytest.mark.parametrize("path", ["/terugbellen/", "/telefoon/"])
def test_a_list_costs_the_same_at_one_and_at_thirty(path: str) -> None:
    iris = cast.desk_client("iris")

    def cost() -> int:
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(path).status_code == 200
        return len(data) + len(keys)

    cast.log_contact("iris", callback_on="2027-01-04")
    one = cost()
    for _ in range(29):
        cast.log_contact("iris", callback_on="2027-01-04")
    assert cost() == one <= 12


def test_outside_the_hours_nobody_is_called() -> None:
    iris = cast.desk_client("iris")
    contact_id = cast.log_contact("iris", callback_on="2027-01-04", hours_from="16:00", hours_to="17:30")
    with clock.at(datetime(2027, 1, 4, 19, 0, tzinfo=UTC)):
        assert "Nu niet bellen: alleen tussen 16.00 en 17.30." in iris.get("/terugbellen/").content.decode()
        iris.post(f"/contact/{contact_id}/poging/", {"result": "missed"})
    assert cast.contact("iris", contact_id).course["attempts"] == []
