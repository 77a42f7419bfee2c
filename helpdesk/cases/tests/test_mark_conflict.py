""" "I know this family": the case does not exist for this member any more, in no list and at no address."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_it_is_gone_for_this_member_and_for_nobody_else() -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    assert "bestaat deze zaak voor jou niet meer" in iris.get(f"/zaak/{case.code}/ik-ken-dit-gezin/").content.decode()
    answer = iris.post(f"/zaak/{case.code}/ik-ken-dit-gezin/", follow=True)
    assert "Dank je." in answer.content.decode()
    assert case.code not in iris.get("/").content.decode()
    gone, never = iris.get(f"/zaak/{case.code}/"), iris.get("/zaak/KR-22222/")
    assert gone.status_code == 404
    assert cast.same_answer(gone, never)
    with cast.opened("sanne", case) as file:
        assert file.case.summary["assignee"] is None
    assert cast.acts(case)[-1] == "mark-conflict"


@pytest.mark.parametrize("who", ["sanne", "mo"])
def test_it_also_hides_from_triage_and_from_the_lead(who: str) -> None:
    case = cast.ask_question()
    client = cast.desk_client(who)
    assert case.code in client.get("/triage/").content.decode()
    client.post(f"/zaak/{case.code}/ik-ken-dit-gezin/")
    assert case.code not in client.get("/triage/").content.decode()
    assert client.get(f"/triage/{case.code}/").status_code == 404
    assert cast.refused(who, case, "notitie", text="x")


def test_asking_changes_nothing() -> None:
    case = cast.taken()
    cast.desk_client("iris").get(f"/zaak/{case.code}/ik-ken-dit-gezin/")
    assert cast.acts(case)[-1] == "take"
