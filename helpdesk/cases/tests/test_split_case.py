"""What does not belong in a case goes to a new one, under a key of its own, behind the wall of the first."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from helpdesk.cases import actions
from helpdesk.cases.access_whereabouts import whereabouts_of
from helpdesk.cases.models import Case, Conflict, FamilyLink, Message, Note, Party, Whereabouts
from helpdesk.cases.tests.test_move_message import SAID, answered, page, row_of, with_a_call
from helpdesk.ledger.models import Entry
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.vault.cipher import DoesNotOpen
from tests import cast
from tests.test_absent import behind_a_wall

pytestmark = pytest.mark.django_db
WHY = "Dit gaat over haar zus, niet over haar zelf."
TITLE = "Wonen bij een ander"


def press(client: Client, case: Case, **typed: Any) -> Any:
    """Tick and type; then, when it was said in words what will happen, say yes."""
    typed = {"label": TITLE, "why": WHY, **typed}
    shown = client.post(f"/zaak/{case.code}/splitsen/", typed)
    seen = re.findall(r'name="gezien" value="([0-9a-f]+)"', shown.content.decode())
    return client.post(f"/zaak/{case.code}/splitsen/", {**typed, "gezien": seen[0]}) if seen else shown


def split(client: Client, case: Case, **typed: Any) -> Case:
    answer = press(client, case, **typed)
    assert answer.status_code == 302, answer.content.decode()
    code = answer["Location"].split("/zaak/")[1].strip("/")
    with cast.opened("iris", code) as file:
        return file.case


def count(model: Any, **rows: Any) -> int:
    """How many rows Iris can see."""
    with act_as(cast.member("iris").pk):
        return int(model.objects.filter(**rows).count())


def with_mother(case: Case, **more: Any) -> Party:
    with cast.opened("iris", case, to="add-party") as file:
        person = Person(Part.PARENT, Interest.UNKNOWN, name="Roos Zwaan", **more)
        return actions.add_party(file=file, person=person)


def test_what_was_ticked_goes_and_the_rest_stays() -> None:
    receipt = Receipt.new()
    case, iris = cast.taken(receipt=receipt), cast.desk_client("iris")
    cast.answer(receipt, SAID)
    cast.answer(receipt, "Dit blijft.")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "Over de zus."})
    form = iris.get(f"/zaak/{case.code}/splitsen/").content.decode()
    assert SAID in form
    assert " checked" not in form, "nothing is chosen beforehand"
    assert cast.STORY not in form, "the question itself stays"
    rows = [row_of(case), row_of(case, "Over de zus.")]
    shown = iris.post(f"/zaak/{case.code}/splitsen/", {"rows": rows, "label": TITLE, "why": WHY})
    assert "1 bericht en 1 notitie" in shown.content.decode()
    assert count(Case) == 1, "only said, not done"
    other = split(iris, case, rows=rows)
    here, there = page(iris, case), page(iris, other)
    assert SAID not in here
    assert "Dit blijft." in here
    assert "Hiervan afgesplitst" in here
    assert other.code in here
    assert SAID in there
    assert "Over de zus." in there
    assert "De vrager van een andere zaak" in there, "it is not the voice of an asker of this case"
    assert "Afgesplitst van" in there
    assert WHY in here
    assert WHY in there
    assert TITLE in there
    assert cast.acts(case)[-1] == "split-case"
    assert cast.acts(other) == ["split-case"]


def test_the_new_case_is_born_as_any_other() -> None:
    case, iris = answered(), cast.desk_client("iris")
    other = split(iris, case, rows=[row_of(case)])
    assert (other.team_id, other.state, other.urgency) == (case.team_id, "team", case.urgency)
    assert other.key_id != case.key_id
    assert other.promise_on
    assert other.promise_on > clock.today()
    assert other.summary["assignee"] == str(cast.member("iris").pk)
    assert not hasattr(other, "mailbox")
    assert 'id="antwoord-tekst"' not in page(iris, other), "nobody has a code for it"


def test_the_first_key_opens_nothing_of_it() -> None:
    case, iris = answered(), cast.desk_client("iris")
    row = row_of(case)
    with cast.opened("iris", case) as file:
        key = file.key
    split(iris, case, rows=[row])
    with act_as(cast.member("iris").pk):
        moved = Message.objects.get(pk=row)
    moved.__dict__["_opener"] = key
    with pytest.raises(DoesNotOpen):
        moved.content  # noqa: B018


def test_people_are_copied_and_their_words_stay_theirs() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    mother = with_mother(case)
    with cast.opened("iris", case) as file:
        said = file.mine(Message(case=case, created_on=clock.today(), visible_at=clock.now()))
        content = {
            "by": "party",
            "party": str(mother.pk),
            "kind": "answer",
            "text": SAID,
            "at": clock.now().isoformat(),
        }
        said.content = content
        said.save(force_insert=True)
    other = split(iris, case, rows=[said.pk], people=[mother.pk])
    with cast.opened("iris", other) as file:
        copy = file.mine(Party.objects.get(case=other))
        assert copy.pk != mother.pk
        assert copy.content["name"] == "Roos Zwaan"
        moved = file.mine(Message.objects.get(pk=said.pk))
        assert moved.content["party"] == str(copy.pk)
    assert count(Party, case=case) == 1, "she stands in the first case too"


def test_a_conflict_among_those_who_go_is_said_first() -> None:
    case, iris = answered(), cast.desk_client("iris")
    one, two = with_mother(case, asks=True), None
    with cast.opened("iris", case, to="add-party") as file:
        two = actions.add_party(file=file, person=Person(Part.PARENT, Interest.UNKNOWN, name="Jan Kok", asks=True))
    typed = {"rows": [row_of(case)], "people": [one.pk, two.pk], "label": TITLE, "why": WHY}
    shown = iris.post(f"/zaak/{case.code}/splitsen/", typed).content.decode()
    assert "Geef elke ouder een eigen zaak." in shown
    split(iris, case, **typed)
    assert Entry.objects.filter(object_id=case.pk, verb="split-case").get().purpose == "knowing a warning"


def test_a_call_goes_under_its_own_key() -> None:
    case, call = with_a_call(asked="Over oma.")
    iris = cast.desk_client("iris")
    other = split(iris, case, rows=[call])
    assert "Over oma." in page(iris, other)
    assert "Over oma." not in page(iris, case)


def test_where_the_child_is_goes_only_when_it_is_ticked() -> None:
    case, iris = answered(), cast.desk_client("iris")
    with cast.opened("iris", case, to="set-whereabouts") as file:
        actions.set_whereabouts(file=file, typed={"address": "Lindelaan 4"})
    note = iris.post(f"/zaak/{case.code}/notitie/", {"text": "Nog iets."})
    assert note.status_code == 302
    without = split(iris, case, rows=[row_of(case)])
    assert not count(Whereabouts, case=without)
    other = split(iris, case, rows=[row_of(case, "Nog iets.")], whereabouts="on")
    with act_as(cast.member("iris").pk):
        assert len(set(Whereabouts.objects.values_list("key_id", flat=True))) == 2
    assert "show-whereabouts" in cast.acts(case)
    with cast.opened("iris", other, to="show-whereabouts") as file:
        known = whereabouts_of(file, verb="show-whereabouts")
        assert known
        assert known.content["address"] == "Lindelaan 4"


def test_the_wall_and_who_knows_the_family_go_along() -> None:
    case, iris = answered(), cast.desk_client("iris")
    with cast.opened("iris", case, to="mark-conflict") as file:
        Conflict.objects.create(case=case, member=cast.member("farah"))
        assert file.case.pk == case.pk
    behind_a_wall(case)
    other = split(iris, case, rows=[row_of(case)])
    assert cast.desk_client("sanne").get(f"/zaak/{other.code}/").status_code == 404
    assert cast.desk_client("iris").get(f"/zaak/{other.code}/").status_code == 200
    with cast.opened("iris", other) as file:
        assert file.case.wall.content["reason"]
        assert list(Conflict.objects.filter(case=other).values_list("member_id", flat=True)) == [
            cast.member("farah").pk
        ]


def test_refused_with_a_sentence_and_nothing_is_lost() -> None:
    case, iris = answered(), cast.desk_client("iris")
    nothing = press(iris, case)
    assert nothing.status_code == 422
    assert "Kies minstens één bericht" in nothing.content.decode()
    assert TITLE in nothing.content.decode(), "what was typed stands there"
    assert press(iris, case, rows=[row_of(case, cast.STORY)]).status_code == 422
    assert press(iris, case, rows=[row_of(case)], why="kort").status_code == 422
    iris.post(f"/zaak/{case.code}/overdragen/", {"team": "migratie", "note": "Voor jullie."})
    offered = press(iris, case, rows=[row_of(case)])
    assert offered.status_code == 422
    assert "Er loopt een overdracht." in offered.content.decode()
    assert cast.refused("farah", answered(), "splitsen", rows=[], label=TITLE, why=WHY)
    assert count(Case) == 2
    assert count(FamilyLink) == 0
    assert count(Note) == 0


def test_what_is_ticked_after_it_was_said_is_said_again() -> None:
    case, iris = answered(), cast.desk_client("iris")
    iris.post(f"/zaak/{case.code}/notitie/", {"text": "Nog iets."})
    typed: dict[str, Any] = {"rows": [row_of(case)], "label": TITLE, "why": WHY}
    shown = iris.post(f"/zaak/{case.code}/splitsen/", typed).content.decode()
    seen = re.findall(r'name="gezien" value="([0-9a-f]+)"', shown)[0]
    more: list[UUID] = [*typed["rows"], row_of(case, "Nog iets.")]
    again = iris.post(f"/zaak/{case.code}/splitsen/", {**typed, "rows": more, "gezien": seen})
    assert again.status_code == 200
    assert count(Case) == 1
