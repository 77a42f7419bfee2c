"""Make an agreement: who does what by when. Its days stand on the worklist by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.lib import clock
from helpdesk.mediation.tests.scene import scene
from tests import cast

pytestmark = pytest.mark.django_db


def test_from_a_proposal_to_which_all_said_yes_and_from_no_other() -> None:
    made = scene()
    proposal, day = made.propose(), clock.today() + timedelta(days=7)
    row: dict[str, Any] = {"who_0": made.worker, "what_0": "Regelt een ruimte", "by_0": day.isoformat()}
    early = made.do("afspraak", expect=422, text="Zo doen we het.", proposal=proposal, **row)
    assert "Nog niet iedereen heeft ja gezegd" in early
    assert "Regelt een ruimte" in early
    for who in (made.worker, made.mother):
        made.do(f"voorstel/{proposal}", party=who, reply="accepts")
    assert "Elke woensdag een uur." in made.look(f"afspraak/?voorstel={proposal}")
    made.do("afspraak", text="Zo doen we het.", proposal=proposal, **row)
    assert "afgesproken" in made.look()
    assert made.talks.state == "Afspraken lopen"
    assert cast.acts(made.case)[-1] == "make-agreement"
    assert "de afspraak staat er al" in made.do("afspraak", expect=422, text="x", proposal=proposal, **row)


def test_its_days_are_tasks_and_stand_on_the_worklist() -> None:
    made = scene()
    soon, later = clock.today() + timedelta(days=3), clock.today() + timedelta(days=30)
    made.agree((made.worker, "Regelt een ruimte", soon.isoformat()), ("us", "Belt de school", later.isoformat()))
    texts = [(one["text"], one["due_on"], one["assignee"]) for one in made.tasks]
    me = str(cast.member("iris").pk)
    wanted = [
        ("Afspraak: Regelt een ruimte", soon.isoformat(), me),
        ("Afspraak: Belt de school", later.isoformat(), me),
    ]
    assert texts == wanted
    assert "Afspraak: Regelt een ruimte" in made.client.get("/").content.decode()
    assert f"/bemiddeling/{made.mediation}/" in made.case_page()


def test_when_the_day_has_passed_it_is_asked_whether_it_was_kept() -> None:
    made = scene()
    made.agree((made.worker, "Regelt een ruimte", (clock.today() - timedelta(days=1)).isoformat()))
    for page in (made.client.get("/").content.decode(), made.case_page()):
        assert "Dag voorbij: nagekomen? Regelt een ruimte" in page
    assert "Dag voorbij: nagekomen?" in made.look()


def test_its_day_comes_also_while_we_wait_for_the_asker() -> None:
    made = scene()
    past, later = ((clock.today() + timedelta(days=days)).isoformat() for days in (-1, 9))
    made.agree((made.worker, "Belt de school", later))
    made.client.post(f"/zaak/{made.case.code}/antwoorden/", {"text": "Dag, zo gaat het."})
    made.client.post("/filters/", {"waits": "all"})
    assert "De vrager is aan zet." in made.client.get("/").content.decode()
    made.agree((made.worker, "Regelt een ruimte", past))
    page = made.client.get("/").content.decode()
    assert "Dag voorbij: nagekomen? Regelt een ruimte" in page
    assert "krh-row__due--late" in page


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({}, "Schrijf ten minste één afspraak op"),
        ({"who_0": "us"}, "Schrijf wat er gebeurt."),
        ({"what_1": "Iets", "by_1": "2027-01-04"}, "Kies wie dit doet."),
        ({"who_0": "us", "what_0": "Iets"}, "Kies een dag."),
        ({"who_0": "us", "what_0": "Iets", "by_0": "31-31-31"}, "Deze dag bestaat niet."),
        ({"who_0": "us", "what_0": "I" * 121, "by_0": "2027-01-04"}, "Dit is te lang."),
    ],
)
def test_half_a_promise_is_none(row: dict[str, str], sentence: str) -> None:
    made = scene()
    page = made.do("afspraak", expect=422, text="Zo doen we het.", **row)
    assert sentence in page
    assert "Zo doen we het." in page
    assert made.talks.agreements == []
