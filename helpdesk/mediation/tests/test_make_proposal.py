"""Make a proposal: from us or from one of them, to others, with a day by which they answer. Nothing leaves by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.models import Message, Outgoing
from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_waits_for_everybody_to_whom_it_was_put_and_nothing_is_sent() -> None:
    made = scene()
    until = clock.today() + timedelta(days=5)
    made.propose(until=until.isoformat())
    page = made.look()
    assert page.count("Nog niets gezegd") == 2
    assert made.talks.state == "Er ligt een voorstel"
    assert [(one["text"], one["due_on"]) for one in made.tasks] == [("Antwoord op een voorstel?", until.isoformat())]
    assert cast.acts(made.case)[-1] == "make-proposal"
    with cast.opened("iris", made.case):
        assert not Outgoing.objects.filter(case=made.case).exists()
        assert Message.objects.filter(case=made.case).count() == 1


def test_who_proposes_does_not_answer() -> None:
    made = scene()
    page = made.do("voorstel", expect=422, author=made.mother, to=[made.mother], text="Mijn voorstel")
    assert "hoeft er zelf niet op te antwoorden" in page
    assert "Mijn voorstel" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"to": []}, "Kies aan wie het voorstel gaat."),
        ({"text": " "}, "Schrijf het voorstel op."),
        ({"until": "2020-01-01"}, "Deze dag ligt voor het voorstel."),
        ({"author": "de gemeente"}, "Kies iets uit de lijst."),
    ],
)
def test_what_is_wrong_is_said(typed: dict[str, object], sentence: str) -> None:
    made = scene()
    assert sentence in made.do("voorstel", expect=422, **{"author": "us", "to": [made.mother], "text": "Zo", **typed})
