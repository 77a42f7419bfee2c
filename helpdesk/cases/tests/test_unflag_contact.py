"""The warning about contact is taken away before its day."""

from __future__ import annotations

import pytest

from helpdesk.cases.tests.test_flag_contact import REASON, typed
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_gone_and_the_ledger_knows() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/waarschuwing/", typed())
    assert REASON in iris.get(f"/zaak/{case.code}/").content.decode()
    assert iris.post(f"/zaak/{case.code}/waarschuwing/weg/").status_code == 302
    assert REASON not in iris.get(f"/zaak/{case.code}/").content.decode()
    assert cast.acts(case)[-1] == "unflag-contact"


def test_where_there_is_none_nothing_is_done() -> None:
    case = cast.taken()
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/waarschuwing/weg/", follow=True)
    assert "Er staat geen waarschuwing." in answer.content.decode()
    assert cast.acts(case)[-1] == "take"


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "waarschuwing/weg")
