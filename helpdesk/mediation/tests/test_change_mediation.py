"""Bring a mediation up to date: the newest frame speaks, whoever leaves keeps what he said."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import Scene, scene
from tests import cast

pytestmark = pytest.mark.django_db


def frame(made: Scene, **typed: Any) -> dict[str, Any]:
    return {
        "about": "Bezoek in het weekend",
        "aim": "Eens per week.",
        "text": "Liever zaterdag.",
        "parties": [made.mother],
        "lead": str(cast.member("iris").pk),
        "started_on": clock.today().isoformat(),
        **typed,
    }


def test_the_newest_speaks_and_the_older_stays_in_the_course() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Dit kan niet bij ons.")
    assert "Bezoek aan haar broertje" in made.look("bijwerken/")
    made.do("bijwerken", **frame(made))
    page = made.look()
    assert "Liever zaterdag." in page
    assert "Ik mis hem heel erg." not in page.partition("krh-timeline")[0]
    assert "Bezoek aan haar broertje" in page.partition("krh-timeline")[2]
    assert "Dit kan niet bij ons." in page, "what was said by somebody who left stays"
    assert made.talks.parties == [made.mother]
    assert "Bezoek in het weekend" in made.case_page()
    assert cast.acts(made.case)[-1] == "change-mediation"


def test_who_left_can_say_nothing_new() -> None:
    made = scene()
    made.do("bijwerken", **frame(made))
    made.do("standpunt", expect=422, party=made.worker, text="Toch nog iets")
    assert len(made.talks.positions) == 0


def test_what_is_missing_is_said_and_the_rest_stays() -> None:
    made = scene()
    page = made.do("bijwerken", expect=422, **frame(made, aim=""))
    assert "Schrijf in één zin" in page
    assert "Liever zaterdag." in page
