"""Record information: what came back, and where it stands; the reminder is gone with it."""

from __future__ import annotations

import pytest

from helpdesk.lib.ids import new_id
from helpdesk.mediation.tests.scene import scene
from helpdesk.mediation.tests.test_ask_information import ask
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_question_is_answered_and_nothing_waits() -> None:
    made = scene()
    ask(made)
    asked = made.talks.requests[0].line.id
    assert "Kunt u zeggen" in made.look(f"informatie/{asked}/")
    made.do(f"informatie/{asked}", text="Er was geen begeleider.")
    page = made.look()
    assert "antwoord is er" in page
    assert "Er was geen begeleider." in page
    assert all(one["done_at"] for one in made.tasks)
    assert cast.acts(made.case)[-1] == "record-information"


def test_what_is_wrong_is_said() -> None:
    made = scene()
    ask(made)
    asked = made.talks.requests[0].line.id
    assert "Schrijf wat je te horen kreeg" in made.do(f"informatie/{asked}", expect=422)
    gone = made.do(f"informatie/{new_id()}", expect=422, text="x")
    assert "Deze vraag om informatie is er niet meer." in gone
