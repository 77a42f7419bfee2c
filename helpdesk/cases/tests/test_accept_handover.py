"""Accept a handover: the case changes team and hands, the note stays."""

from __future__ import annotations

import pytest

from helpdesk.cases import actions
from helpdesk.cases.models import Case
from helpdesk.teams.models import Team
from tests import cast

pytestmark = pytest.mark.django_db


def offered() -> Case:
    case = cast.taken()
    with cast.opened("iris", case, to="hand-over") as file:
        team = Team.objects.get(slug="migratie")
        actions.hand_over_case(file=file, team=team, to=None, note="Let op de termijn.")
    return case


def test_yes_moves_it() -> None:
    case = offered()
    farah = cast.desk_client("farah")
    assert farah.post(f"/zaak/{case.code}/overdracht/ja/").status_code == 302
    page = farah.get(f"/zaak/{case.code}/").content.decode()
    assert "Bij team Migratie" in page
    assert "Let op de termijn." in page
    assert "bij overdracht" in page
    assert cast.desk_client("iris").get(f"/zaak/{case.code}/").status_code == 404
    assert cast.acts(case)[-1] == "accept-handover"


def test_what_was_answered_before_is_said() -> None:
    case = offered()
    with cast.opened("farah", case, to="accept-handover") as file:
        actions.decline_handover(file=file, reason="Te vol.")
    assert cast.refused("farah", case, "overdracht/ja")


def test_a_third_team_cannot() -> None:
    assert cast.refused("noor", offered(), "overdracht/ja")
