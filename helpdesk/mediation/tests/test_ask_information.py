"""Ask for information: through the door out, in that person's own thread; or by telephone, through the same door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Draft, Message, Note, Outgoing
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.mediation.tests.scene import Scene, scene
from tests import cast

pytestmark = pytest.mark.django_db
WORDS = "Kunt u zeggen waarom het bezoek is gestopt?"


def ask(made: Scene, expect: int = 302, **typed: Any) -> str:
    form = {"party": made.worker, "channel": "email", "text": WORDS, "subjects": ["progress"], "working_days": "10"}
    return made.do("informatie", expect, **{**form, **typed})


def left(made: Scene) -> int:
    with cast.opened("iris", made.case):
        rows = (Message, Note, Outgoing)
        return sum(model.objects.filter(case=made.case).count() for model in rows)


def test_it_stands_in_that_persons_thread_and_not_in_the_childs() -> None:
    made = scene()
    ask(made)
    with cast.opened("iris", made.case) as file:
        message = next(row for row in file.open(Message.objects.filter(case=file.case)) if row.content["by"] != "asker")
        assert message.content["party"] == made.worker
        assert message.content["kind"] == "to-party"
        assert Outgoing.objects.get(case=file.case).message_id == message.pk
    page = made.case_page()
    assert WORDS in page.partition(f'id="draad-{made.worker}"')[2]
    assert WORDS not in page.partition("paneel-draden")[0]
    assert made.talks.requests[0].message == str(message.pk)
    assert cast.acts(made.case)[-2:] == ["ask-information", "write-to-party"]


def test_the_days_are_counted_in_working_days_and_become_a_task() -> None:
    made = scene()
    ask(made)
    wanted = add_working_days(clock.today(), 10)
    assert [(one["text"], one["due_on"]) for one in made.tasks] == [
        ("Is de gevraagde informatie er? Herinner.", wanted.isoformat())
    ]
    day = clock.today() + timedelta(days=20)
    ask(made, working_days="", wanted_by=day.isoformat(), remind_on=clock.today().isoformat())
    assert [one["due_on"] for one in made.tasks] == [clock.today().isoformat(), wanted.isoformat()]
    assert made.talks.requests[1].wanted_by == day


def test_what_was_not_agreed_is_refused_and_nothing_is_left_of_it() -> None:
    made, none = scene(), scene(start=False)
    before = left(made)
    page = ask(made, expect=422, subjects=["story"])
    assert "Niet afgesproken dat deze persoon mag weten het verhaal." in page
    assert WORDS in page
    assert left(made) == before
    assert made.talks.requests == []
    assert made.tasks == []
    assert none.mediation == ""
    assert "refuse" in cast.acts(made.case)


def test_the_telephone_passes_the_same_door() -> None:
    made = scene()
    ask(made, channel="call")
    with cast.opened("iris", made.case) as file:
        note = file.mine(Note.objects.get(case=file.case))
        assert note.content["text"] == WORDS
        assert note.content["about"] == "call"
        assert not Outgoing.objects.filter(case=file.case).exists()
    assert "aan de telefoon" in made.look()
    before = left(made)
    assert "Niet afgesproken" in ask(made, expect=422, channel="call", subjects=["story"])
    assert left(made) == before


def test_taken_back_within_the_minute_it_was_not_asked_and_says_so() -> None:
    made = scene()
    ask(made)
    made.client.post(f"/zaak/{made.case.code}/terughalen/{made.talks.requests[0].message}/")
    assert "teruggehaald: niet gevraagd" in made.look()
    assert WORDS in made.client.get(f"/zaak/{made.case.code}/persoon/{made.worker}/schrijven/").content.decode()


def test_what_lay_ready_for_that_person_stays() -> None:
    made = scene()
    kept = {"kind": Draft.kind_to(made.worker), "text": "Over iets anders"}
    made.client.post(f"/zaak/{made.case.code}/concept/", kept)
    ask(made)
    assert (
        "Over iets anders"
        in made.client.get(f"/zaak/{made.case.code}/persoon/{made.worker}/schrijven/").content.decode()
    )


def test_one_who_was_taken_away_is_not_asked() -> None:
    made = scene()
    with cast.opened("iris", made.case, to="remove-party") as file:
        case_actions.remove_party(file=file, party_id=made.uuid(made.worker))
    assert "Kies iets uit de lijst." in ask(made, expect=422)
    assert made.talks.requests == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"working_days": ""}, "Kies een dag of een aantal werkdagen."),
        ({"wanted_by": "2027-01-04"}, "Kies een van de twee"),
        ({"working_days": "0"}, "Eén werkdag is het minste."),
        ({"working_days": "veel"}, "Schrijf een getal."),
        ({"working_days": "", "wanted_by": "2020-01-01"}, "Kies een dag vanaf vandaag"),
        ({"text": "Beste {vul in: wie}"}, "Vul eerst in wat nog tussen"),
        ({"party": ""}, "Kies aan wie je dit vraagt."),
    ],
)
def test_what_is_wrong_is_said(typed: dict[str, str], sentence: str) -> None:
    made = scene()
    assert sentence in ask(made, expect=422, **typed)
    assert made.talks.requests == []
