"""Taking a moment off again: the mistake of a hand, undone."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("logged_by", ["iris", "mo"])
def test_it_waits_to_be_joined_as_before(logged_by: str) -> None:
    """Also when intake logged it and a jurist, who will not see it then, takes it off."""
    case, iris, sanne = cast.taken(), cast.desk_client("iris"), cast.desk_client("sanne")
    contact_id = cast.log_contact(logged_by)
    typed = cast.sheet(code=case.code)
    assert sanne.post(f"/contact/{contact_id}/koppelen/", typed).status_code == 302
    assert "mijn oma" in iris.get(f"/zaak/{case.code}/").content.decode()
    answer = iris.post(f"/zaak/{case.code}/gesprek/{contact_id}/los/", headers={"HX-Request": "true"})
    assert "mijn oma" not in answer.content.decode()
    assert "Losgemaakt." in answer.content.decode()
    row = cast.contact(logged_by, contact_id)
    assert (row.state, row.case_id, row.words["asked"]) == ("open", None, "Mag ik bij mijn oma wonen?")
    assert cast.acts(case)[-1] == "take-off-contact"
    assert iris.post(f"/zaak/{case.code}/gesprek/{contact_id}/los/").status_code == 422


def test_another_team_cannot() -> None:
    case, contact_id = cast.taken(), cast.log_contact("iris")
    cast.desk_client("iris").post(f"/contact/{contact_id}/koppelen/", cast.sheet(code=case.code))
    assert cast.refused("farah", case, f"gesprek/{contact_id}/los")
