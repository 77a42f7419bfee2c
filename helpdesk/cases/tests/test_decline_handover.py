"""Decline a handover: no, with a reason; the case stays where it is."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.test_accept_handover import offered
from tests import cast

pytestmark = pytest.mark.django_db


def test_no_keeps_it_where_it_is() -> None:
    case = offered()
    farah = cast.desk_client("farah")
    assert "Waarom niet?" in farah.get(f"/zaak/{case.code}/overdracht/nee/").content.decode()
    answer = farah.post(f"/zaak/{case.code}/overdracht/nee/", {"reason": "Dit is geen migratierecht."}, follow=True)
    assert "Je collega leest waarom." in answer.content.decode()
    assert farah.get(f"/zaak/{case.code}/").status_code == 404
    assert "Dit is geen migratierecht." in cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "decline-handover"


def test_no_without_a_reason_is_not_enough() -> None:
    answer = cast.desk_client("farah").post(f"/zaak/{offered().code}/overdracht/nee/", {"reason": " "})
    assert answer.status_code == 422
    assert "Schrijf waarom." in answer.content.decode()
