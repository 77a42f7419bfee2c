"""A lead says whose letters a colleague reads along; of the own teams, and never of oneself."""

from __future__ import annotations

import pytest

from helpdesk.ledger.models import Entry
from tests import cast

pytestmark = pytest.mark.django_db
PATH = "/aanmelden/medewerkers/begeleid/"


def test_a_lead_sets_it_and_takes_it_away() -> None:
    sanne, iris = cast.desk_client("sanne"), cast.member("iris")
    assert sanne.post(PATH, {"member": str(iris.pk), "guided": "1"}).status_code == 302
    iris.refresh_from_db()
    assert iris.guided
    assert "Iris verstuurt weer zelf" in sanne.get(PATH).content.decode()
    assert sanne.post(PATH, {"member": str(iris.pk)}).status_code == 302
    iris.refresh_from_db()
    assert not iris.guided
    assert list(Entry.objects.filter(verb="guide-member").order_by("at").values_list("purpose", flat=True)) == [
        "on",
        "off",
    ]


@pytest.mark.parametrize("who", ["farah", "sanne"])
def test_not_of_another_team_and_not_oneself(who: str) -> None:
    answer = cast.desk_client("sanne").post(PATH, {"member": str(cast.member(who).pk), "guided": "1"})
    assert answer.status_code == 404
    assert cast.desk_client("sanne").post(PATH, {"member": "iemand"}).status_code == 404


def test_others_have_no_such_page() -> None:
    for who in ("iris", "bas", "mo", "karim"):
        assert cast.desk_client(who).get(PATH).status_code == 404, who
