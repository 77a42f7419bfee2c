"""Hand over: another team is asked, with what it must know; until it says yes nothing changes."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


NOTE = "De familie wacht ook op een besluit van de IND."


def test_the_other_team_may_look_and_the_case_stays() -> None:
    case = cast.taken()
    typed = {"team": "migratie", "note": NOTE}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/overdragen/", typed, follow=True)
    assert "Tot iemand ja zegt, blijft de zaak bij jullie." in answer.content.decode()
    farah = cast.desk_client("farah")
    page = farah.get(f"/zaak/{case.code}/").content.decode()
    assert NOTE in page
    assert "Neem over" in page
    assert "antwoord-tekst" not in page
    assert "Overdracht gevraagd. Zeg ja of nee." in farah.get("/").content.decode()
    assert "Wacht op het andere team" in cast.desk_client("iris").get("/").content.decode()
    with cast.opened("iris", case) as file:
        assert file.case.team is not None
        assert file.case.team.slug == "jeugdhulp"
    assert cast.acts(case)[-1] == "hand-over"


def test_whoever_is_asked_may_look_and_nothing_more() -> None:
    case = cast.taken()
    cast.desk_client("iris").post(f"/zaak/{case.code}/overdragen/", {"team": "migratie", "note": NOTE})
    assert cast.refused("farah", case, "antwoorden", text="Dag")
    assert cast.refused("farah", case, "notitie", text="Zo")


def test_a_colleague_outside_that_team_is_refused_in_a_sentence() -> None:
    case = cast.taken()
    typed = {"team": "migratie", "member": str(cast.member("noor").pk), "note": NOTE}
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/overdragen/", typed)
    assert answer.status_code == 422
    assert "Deze collega zit niet in dat team." in answer.content.decode()
    assert NOTE in answer.content.decode()


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "overdragen", team="migratie", note=NOTE)
