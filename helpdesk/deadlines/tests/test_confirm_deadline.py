"""Confirm or dispute a day: always another colleague than the one who set it, and always the day that she saw."""

from __future__ import annotations

from typing import Any

import pytest

from helpdesk.deadlines.tests.scene import REASON, scene, soon
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_second_colleague_confirms() -> None:
    made = scene()
    made.set()
    assert "nog niet nagelezen" in made.look()
    made.confirm("sanne")
    assert made.deadline.confirmed
    assert "nog niet nagelezen" not in made.look()
    assert "las hem na en kwam op dezelfde dag" in made.look()
    assert cast.acts(made.case)[-1] == "confirm-deadline"
    assert "Deze dag is al nagelezen." in made.confirm("sanne", expect=422)


def test_never_the_one_who_set_it() -> None:
    made = scene()
    made.set()
    assert "Ik kom op dezelfde dag" not in made.look()
    assert "Ik kom op dezelfde dag" in made.look("sanne"), "the control"
    assert "Jij zette deze dag vast." in made.confirm("iris", expect=422)
    assert "Jij zette deze dag vast." in made.do("klopt-niet", expect=422, reason=REASON)
    assert made.deadline.judged is None


def test_what_changed_under_her_eyes_is_not_confirmed() -> None:
    made = scene()
    made.by_hand(soon(20))
    seen = made.deadline.seen
    made.do("rechtzetten/met-de-hand", **by_hand(soon(22)))
    assert "Er is intussen iets veranderd." in made.do("klopt", who="sanne", expect=422, seen=seen)
    assert made.deadline.confirmed is None


def test_another_day_is_disputed_and_a_new_one_is_read_anew() -> None:
    made = scene()
    made.by_hand(soon(20))
    assert "Schrijf in minstens 20 letters" in made.do("klopt-niet", who="sanne", expect=422, reason="Nee.")
    made.do("klopt-niet", who="sanne", reason="Ik kom een dag eerder uit, volgens de brief zelf.")
    for page in (made.look(), made.look("sanne", f"/zaak/{made.case.code}/")):
        assert "komt op een andere dag" in page
    made.do("rechtzetten/met-de-hand", **by_hand(soon(19)))
    assert made.deadline.judged is None
    assert "nog niet nagelezen" in made.look()
    made.confirm("sanne")
    assert made.deadline.confirmed


def by_hand(last: object) -> dict[str, Any]:
    return {
        "what": "Reactie aan de school",
        "last": str(last),
        "source": "Brief van de school van dinsdag",
        "text": "De tweede brief van de school noemt een andere dag.",
        "reason": "Ik las de verkeerde brief toen ik hem vastzette.",
    }
