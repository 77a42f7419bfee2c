"""A letter to the child is proposed: it lies ready as a draft, in plain words, and nothing leaves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from helpdesk.cases.models import Draft, Letter, Message
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_lies_ready_and_nothing_is_sent() -> None:
    receipt = Receipt.new()
    made = scene(case=cast.taken(receipt=receipt))
    made.client.post(f"/zaak/{made.case.code}/concept/", {"kind": "reply", "text": "Wat ik al begon"})
    made.agree(("us", "Bellen met school", (clock.today() + timedelta(days=3)).isoformat()))
    assert made.client.post(f"{made.url}schrijf-het-kind/").headers["Location"].endswith("#antwoord")
    with cast.opened("iris", made.case) as file:
        text = file.mine(Draft.objects.get(case=file.case, kind="reply")).content["text"]
        assert Message.objects.filter(case=file.case).count() == 1
        assert not Letter.objects.filter(mailbox__case=file.case).exists()
    assert "Het ging over: Bezoek aan haar broertje." in text
    assert "- Wij: Bellen met school. Uiterlijk " in text
    assert text.endswith("Wat ik al begon"), "what she had begun is not lost"
    assert cast.letters(receipt) == []
    assert "Je hoeft niet." in made.case_page()


def test_no_name_of_anybody_stands_in_it_and_an_adult_is_called_u() -> None:
    made = scene(case=cast.taken(asker="ouder"))
    assert "Schrijf aan de vrager" in made.look()
    made.agree((made.mother, "Brengt haar", (clock.today() + timedelta(days=3)).isoformat()))
    made.client.post(f"{made.url}schrijf-het-kind/")
    with cast.opened("iris", made.case) as file:
        text = file.mine(Draft.objects.get(case=file.case, kind="reply")).content["text"]
    assert "Maryam" not in text
    assert "Wat vindt u ervan?" in text
