"""Answer a proposal: one by one; a newer answer speaks for an older one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_refused_changed_and_in_the_end_accepted() -> None:
    made = scene()
    proposal = made.propose(until=(clock.today() + timedelta(days=2)).isoformat())
    made.do(f"voorstel/{proposal}", party=made.worker, reply="refuses", text="Te vaak.")
    assert "geweigerd" in made.look()
    assert "Maak er afspraken van" not in made.look()
    assert [one.get("done_at") for one in made.tasks] == [None], "the mother has still to answer"
    made.do(f"voorstel/{proposal}", party=made.mother, reply="accepts")
    assert all(one["done_at"] for one in made.tasks), "everybody has answered: nothing waits"
    made.do(f"voorstel/{proposal}", party=made.worker, reply="accepts", text="Toch goed.")
    page = made.look()
    assert "iedereen zegt ja" in page
    assert "Maak er afspraken van" in page
    assert cast.acts(made.case)[-1] == "answer-proposal"


def test_who_wants_it_otherwise_says_how() -> None:
    made = scene()
    proposal = made.propose()
    page = made.do(f"voorstel/{proposal}", expect=422, party=made.worker, reply="changes")
    assert "Schrijf wat deze persoon anders wil." in page
    made.do(f"voorstel/{proposal}", party=made.worker, reply="changes", text="Een halve dag.")
    assert "Wil het anders" in made.look()


def test_only_those_to_whom_it_was_put_and_only_what_is_there() -> None:
    made = scene()
    proposal = made.propose(to=[made.worker])
    made.do(f"voorstel/{proposal}", expect=422, party=made.mother, reply="accepts")
    assert "Dit voorstel is er niet meer." in made.do(f"voorstel/{new_id()}", expect=422, party=made.mother)
    assert "Kies een antwoord." in made.do(f"voorstel/{proposal}", expect=422, party=made.worker)
