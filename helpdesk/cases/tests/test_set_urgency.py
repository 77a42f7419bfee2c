"""Set urgency: danger stands on top of every list at once."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


def test_danger_is_marked_and_the_list_knows() -> None:
    cast.taken(text="Een gewone vraag")
    case = cast.taken()
    iris = cast.desk_client("iris")
    assert iris.post(f"/zaak/{case.code}/spoed/", {"urgency": "0"}).status_code == 302
    page = iris.get("/").content.decode()
    assert page.index(case.code) < page.index("Gewoon")
    assert "gevaar gaat voor" in page
    assert cast.acts(case)[-1] == "set-urgency"


@pytest.mark.parametrize("typed", ["", "7", "gevaar"])
def test_a_level_that_does_not_exist_is_refused(typed: str) -> None:
    case = cast.taken()
    assert cast.desk_client("iris").post(f"/zaak/{case.code}/spoed/", {"urgency": typed}).status_code == 422
    assert cast.acts(case)[-1] == "take"


def test_intake_does_so_in_triage_and_not_after() -> None:
    fresh = cast.ask_question()
    assert cast.desk_client("mo").post(f"/zaak/{fresh.code}/spoed/", {"urgency": "1"}).status_code == 302
    assert cast.refused("mo", cast.with_team(), "spoed", urgency="0")
