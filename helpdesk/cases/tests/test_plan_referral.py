"""Plan a referral: to whom, for what, how, and what goes along; nothing leaves, and a letter lies ready."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases.models import Case, Draft, Message, Outgoing, Party, Referral, Task
from helpdesk.cases.tests.referring import GOES, planned
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.people.person import Person
from helpdesk.people.referral import How
from helpdesk.people.telling import Subject
from tests import cast

pytestmark = pytest.mark.django_db


def typed(**more: Any) -> dict[str, Any]:
    said = {"to": "place:JS", "purpose": "Iemand die meegaat", "how": "send", "email": "plevier@example.net"}
    soon = (clock.today() + timedelta(days=7)).isoformat()
    return {**said, "subjects": ["story"], "text": GOES, "remind_on": soon, **more}


def post(case: Case, **more: Any) -> Any:
    return cast.desk_client("iris").post(f"/zaak/{case.code}/verwijzing/", typed(**more))


def test_it_is_written_down_and_nothing_leaves() -> None:
    case = cast.taken()
    assert post(case).status_code == 302
    with cast.opened("iris", case) as file:
        content = file.mine(Referral.objects.get(case=case)).content
        person = Person.of(file.mine(Party.objects.get(case=case)).content)
        [task] = [row.content for row in file.open(Task.objects.filter(case=case))]
        draft = file.mine(Draft.objects.get(case=case, kind="reply")).content["text"]
        assert not Outgoing.objects.filter(case=case).exists()
        assert Message.objects.filter(case=case).count() == 1, "the question alone"
    assert (content["name"], content["purpose"], content["text"]) == (
        "Jeugdstem (voorheen AKJ)",
        typed()["purpose"],
        GOES,
    )
    assert content["subjects"] == ["story"]
    assert (person.institution, person.email, set(person.told)) == (
        "JS",
        typed()["email"],
        {Subject.CONTACT, Subject.STORY},
    )
    assert task["text"] == "Vraag na of het gelukt is: Jeugdstem (voorheen AKJ)"
    assert task["due_on"] == typed()["remind_on"]
    assert "Jeugdstem" in draft
    assert "Hoe dat gaat, spreken we eerst met jou af" in draft
    assert "plan-referral" in cast.acts(case)


def test_a_uncertain_number_is_not_put_into_the_letter() -> None:
    for place, there in (("JS", False), ("KT", True)):
        case = cast.taken()
        assert post(case, to=f"place:{place}", how="herself", email="", subjects=[], text="").status_code == 302
        with cast.opened("iris", case) as file:
            draft = file.mine(Draft.objects.get(case=case, kind="reply")).content["text"]
            assert not Party.objects.filter(case=case).exists(), "they do not know of her"
        assert (reference.institution(place).phone in draft) is there  # type: ignore[union-attr]


def test_calling_together_is_a_task_on_that_day() -> None:
    case, on = cast.taken(), (clock.today() + timedelta(days=3)).isoformat()
    assert post(case, how="warm", together_on=on, hours="ma-vr 9.00-17.00", email="").status_code == 302
    with cast.opened("iris", case) as file:
        tasks = {row.content["text"]: row.content["due_on"] for row in file.open(Task.objects.filter(case=case))}
    assert tasks["Bel samen met Jeugdstem (voorheen AKJ)"] == on


def test_a_letter_that_she_is_writing_is_left_alone() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/concept/", {"kind": "reply", "text": "Half een brief"})
    planned_now = iris.post(f"/zaak/{case.code}/verwijzing/", typed(), follow=True).content.decode()
    assert "Jouw concept aan de vrager bleef staan." in planned_now
    assert "Er ligt een brief aan de vrager klaar." not in planned_now
    with cast.opened("iris", case) as file:
        assert file.mine(Draft.objects.get(case=case, kind="reply")).content["text"] == "Half een brief"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"to": "place:DCI"}, "Kies iets uit de lijst."),
        ({"to": "party:11111111-1111-4111-8111-111111111111"}, "Kies iets uit de lijst."),
        ({"purpose": ""}, "Schrijf waarvoor je verwijst."),
        ({"email": ""}, "Vul in waar de mail naartoe gaat."),
        ({"text": ""}, "Schrijf wat er meegaat."),
        ({"subjects": []}, "Kies waar de tekst over gaat."),
        ({"how": "warm"}, "Kies een dag."),
        ({"text": "Bel {vul in: naam}"}, "Vul eerst in wat nog tussen"),
        ({"remind_on": "2020-01-01"}, "Deze dag is voorbij."),
        ({"hours": "ooit"}, "is niet te lezen"),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(more: dict[str, Any], sentence: str) -> None:
    answer = post(cast.taken(), **{"text": GOES, **more})
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert more.get("text", GOES) in html
    assert not Referral.objects.exists()


def test_nothing_is_chosen_beforehand_and_messages_are_proposed_only_when_asked() -> None:
    case, iris = cast.taken(text="Ik wil naar Zeepaardje toe."), cast.desk_client("iris")
    page = iris.get(f"/zaak/{case.code}/verwijzing/").content.decode()
    assert 'name="subjects" value="story" checked' not in page
    with cast.opened("iris", case):
        message = Message.objects.get(case=case).pk
    asked = iris.post(f"/zaak/{case.code}/verwijzing/", {**typed(text=""), "messages": [str(message)], "propose": "1"})
    html = asked.content.decode()
    assert asked.status_code == 200
    assert "Ik wil naar Zeepaardje toe.</textarea>" in html
    assert 'value="plevier@example.net"' in html, "nothing typed is lost"
    assert not Referral.objects.exists()


def test_what_goes_along_can_change_until_it_went() -> None:
    case = cast.taken()
    referral, iris = planned(case), cast.desk_client("iris")
    url = f"/zaak/{case.code}/verwijzing/{referral.pk}/"
    assert GOES in iris.get(url).content.decode()
    assert iris.post(url, {"purpose": "Anders", "subjects": ["story"], "text": "Korter."}).status_code == 302
    with cast.opened("iris", case) as file:
        assert file.mine(Referral.objects.get(case=case)).content["text"] == "Korter."
    assert cast.acts(case)[-1] == "change-referral"


def test_another_team_cannot() -> None:
    assert cast.refused("farah", cast.taken(), "verwijzing", **typed())


def test_the_page_costs_no_statement_more() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        return len([one for one in [*data.captured_queries, *keys.captured_queries] if "SAVEPOINT" not in one["sql"]])

    cost()
    without = cost()
    for _number in range(3):
        planned(case, how=How.HERSELF, person=None)
    iris.get(f"/zaak/{case.code}/")
    assert cost() == without <= 12
