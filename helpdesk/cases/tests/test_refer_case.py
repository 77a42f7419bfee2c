"""Refer: to an organisation of the directory, and our part ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.tests.referring import planned
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_asker_is_told_where_to_go() -> None:
    receipt = Receipt.new()
    case = cast.taken(receipt=receipt)
    place = reference.institutions()[0]
    iris = cast.desk_client("iris")
    assert place.name in iris.get(f"/zaak/{case.code}/doorverwijzen/").content.decode()
    typed = {"institution": place.id, "reason": "Zij zijn er voor.", "letter": f"Bel {place.name}."}
    with clock.at(timezone.now() - timedelta(minutes=1)):
        assert iris.post(f"/zaak/{case.code}/doorverwijzen/", typed).status_code == 302
    with cast.opened("iris", case) as file:
        assert file.case.state == "referred"
        assert file.case.summary["referred_to"] == place.id
    assert cast.letters(receipt)[-1]["text"] == f"Bel {place.name}."
    assert "refer" in cast.acts(case)


def test_an_organisation_that_is_not_in_the_directory_is_refused() -> None:
    typed = {"institution": "verzonnen", "reason": "x", "letter": "y"}
    answer = cast.desk_client("iris").post(f"/zaak/{cast.taken().code}/doorverwijzen/", typed)
    assert answer.status_code == 422


def test_it_asks_which_referral_was_the_last_and_says_what_still_runs() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    url, typed = f"/zaak/{case.code}/doorverwijzen/", {"institution": "JS", "reason": "x", "letter": "y"}
    assert "Welke verwijzing" not in iris.get(url).content.decode()
    referral = planned(case)
    html = iris.get(url).content.decode()
    assert "Welke verwijzing was de laatste?" in html
    assert "De verwijzing naar Jeugdstem loopt nog (gepland)" in html
    refused = iris.post(url, typed)
    assert refused.status_code == 422
    assert "Kies welke verwijzing de laatste was." in refused.content.decode()
    assert iris.post(url, {**typed, "referral": str(referral.pk)}).status_code == 302
    with cast.opened("iris", case) as file:
        assert (file.case.state, file.case.summary["referral"]) == ("referred", str(referral.pk))


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "doorverwijzen", institution="KO", reason="x", letter="y")
