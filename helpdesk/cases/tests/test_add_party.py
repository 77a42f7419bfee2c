"""Somebody around the child is entered: letters on the page, a warning first where one is due."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Conflict, Party
from helpdesk.directory import reference
from helpdesk.lib.row_actor import act_as
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from tests import cast
from tests.walk import somebody

pytestmark = pytest.mark.django_db
MOTHER = Person(Part.PARENT, name="Maryam el Idrissi", telephone="06-12345678")


def entered(case: Case, person: Person, by: str = "iris") -> Party:
    with cast.opened(by, case, to="add-party") as file:
        return actions.add_party(file=file, person=person)


def post(client: Client, case: Case, **more: Any) -> Any:
    return client.post(f"/zaak/{case.code}/persoon/", somebody(**more))


def test_letters_stand_on_the_page_and_the_name_nowhere() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    assert post(iris, case, name="Maryam el Idrissi", told_contact="yes", told_story="ask").status_code == 302
    page = iris.get(f"/zaak/{case.code}/").content.decode()
    assert "Ouder met gezag" in page
    assert "<bdi>M.I.</bdi>" in page
    assert "mag weten: dat er contact is" in page
    assert "eerst vragen: het verhaal" in page
    assert "Idrissi" not in page
    assert "M.I." not in iris.get("/").content.decode()
    assert cast.acts(case)[-1] == "add-party"
    assert "Iemand om het kind heen erbij gezet" in page


def test_nobody_may_know_anything_until_it_is_said() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    post(iris, case, name="Noor")
    assert "mag niets weten" in iris.get(f"/zaak/{case.code}/").content.decode()


def test_a_conflict_is_said_first_and_the_colleague_decides() -> None:
    case, iris = cast.taken(asker="kind"), cast.desk_client("iris")
    typed = {"interest": "against", "name": "Piet Pietersen"}
    asked = post(iris, case, **typed)
    assert asked.status_code == 422
    page = asked.content.decode()
    assert "krh-notice--danger" in page
    assert "staat tegenover het kind" in page
    assert "Piet Pietersen" in page, "what was typed stays"
    assert page.index("told_progress") < page.index("krh-notice--danger") < page.index('id="doe"'), "above the button"
    assert "add-party" not in cast.acts(case)
    seen = re.findall(r'name="gezien" value="([0-9a-f]+)"', page)[0]
    assert post(iris, case, weet="1", gezien="0" * 24, **typed).status_code == 422, "yes to something else"
    assert post(iris, case, weet="1", gezien=seen, **typed).status_code == 302
    assert cast.acts(case)[-1] == "add-party"


def test_somebody_alike_in_a_case_that_she_may_see() -> None:
    other, case, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    entered(other, MOTHER)
    page = post(iris, case, name="Mariam Idrissi").content.decode()
    assert "Lijkt op" in page
    assert other.code in page
    assert "(naam)" in page
    assert "el Idrissi" not in page, "the other name lies behind an act as well"
    assert cast.acts(other)[-1] == "match-party"
    assert "compare-parties" in cast.acts(case)
    assert post(iris, case, name="Mariam Idrissi", weet="1").status_code == 302


def test_of_a_case_that_she_may_not_see_nothing_is_shown_or_read() -> None:
    theirs, case, iris = cast.taken(by="farah", team="migratie"), cast.taken(), cast.desk_client("iris")
    entered(theirs, MOTHER, by="farah")
    assert post(iris, case, name="Maryam el Idrissi", telephone="0612345678").status_code == 302
    assert "match-party" not in cast.acts(theirs)


def test_a_known_family_takes_no_part() -> None:
    known, case, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    entered(known, MOTHER)
    with act_as(cast.member("iris").pk):
        Conflict(case=known, member=cast.member("iris")).save(force_insert=True)
    assert post(iris, case, name="Maryam el Idrissi").status_code == 302
    assert "match-party" not in cast.acts(known)


def test_who_was_taken_away_is_not_looked_for() -> None:
    other, case, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    party = entered(other, MOTHER)
    with cast.opened("iris", other, to="remove-party") as file:
        actions.remove_party(file=file, party_id=party.pk)
    assert post(iris, case, name="Maryam el Idrissi").status_code == 302


def test_a_colleague_with_the_same_family_name() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    family = cast.member("sanne").full_name.split()[-1]
    assert "Vraag of dit familie" in post(iris, case, name=f"Ahmed {family}").content.decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"part": ""}, "Kies wie dit is."),
        ({"part": "baas"}, "Kies iets uit de lijst."),
        ({"birth_date": "2999-01-01"}, "Deze dag kan geen geboortedag zijn."),
        ({"birth_date": "31-11-2010"}, "Deze dag bestaat niet."),
        ({"told_story": "yes"}, "Deze persoon mag niet weten dat er contact is."),
        ({"part": "opponent", "told_contact": "yes", "told_whereabouts": "yes"}, "hoort nooit waar het kind is"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_stays(typed: dict[str, str], sentence: str) -> None:
    answer = post(cast.desk_client("iris"), cast.taken(), name="Noor B", **typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "Noor B" in answer.content.decode()


def test_not_before_the_question_was_taken_in_and_not_after_the_end() -> None:
    new = cast.ask_question()
    assert post(cast.desk_client("mo"), new).status_code == 422
    case = cast.taken()
    with cast.opened("iris", case, to="refer") as file:
        actions.refer_case(file=file, institution="", reason="elders", letter="")
    assert post(cast.desk_client("iris"), case).status_code == 422


def test_the_page_costs_the_same_with_ten_people() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        told = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in told if "SAVEPOINT" not in one["sql"]])

    before = cost()
    for part in [*Part][:10]:
        entered(case, Person(part, Interest.SAME, name="A B"))
    assert cost() == before <= 12


def test_a_new_one_sorts_where_it_belongs() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")
    for part in (Part.LAWYER, Part.SIBLING, Part.CHILD):
        entered(case, Person(part))
    page = iris.get(f"/zaak/{case.code}/paneel/omheen/").content.decode()
    assert page.index("<b>Kind</b>") < page.index("<b>Broer of zus</b>") < page.index("<b>Advocaat</b>")


def test_another_team_and_the_administrator_cannot() -> None:
    case = cast.taken()
    assert cast.refused("farah", case, "persoon", **somebody())
    assert cast.refused("bas", case, "persoon", **somebody())
