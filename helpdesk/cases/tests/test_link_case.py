"""Two cases of one family are linked and not merged: a line on both, for whoever may read both."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions
from helpdesk.cases.models import Case, FamilyLink
from helpdesk.directory import reference
from helpdesk.people.family import Relation, seen_back
from tests import cast
from tests.test_absent import behind_a_wall, without_looks

pytestmark = pytest.mark.django_db


def link(client: Client, case: Case, other: Case | str, relation: str = "sibling") -> Any:
    code = other if isinstance(other, str) else other.code
    return client.post(f"/zaak/{case.code}/familie/", {"other": code, "relation": relation})


def page(who: str, case: Case) -> str:
    return cast.desk_client(who).get(f"/zaak/{case.code}/").content.decode()


def test_each_side_says_what_the_other_is() -> None:
    child, mother, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    assert mother.code not in page("iris", child)
    assert link(iris, child, mother.code[3:].lower(), "parent").status_code == 302
    assert "Zaak van een ouder" in page("iris", child)
    assert mother.code in page("sanne", child)
    assert "Zaak van een kind" in page("iris", mother)
    assert child.code in page("iris", mother)
    assert cast.acts(child)[-1] == cast.acts(mother)[-1] == "link-case"
    assert link(iris, mother, child).status_code == 422, "they are linked already"
    assert link(iris, child, child).status_code == 422


def test_the_words_fit_from_both_sides() -> None:
    assert all(seen_back(seen_back(relation)) == relation for relation in Relation)


@pytest.mark.django_db(transaction=True)
def test_nothing_in_clear_names_the_other(owner_cursor: Any) -> None:
    one, other = cast.taken(), cast.taken()
    link(cast.desk_client("iris"), one, other)
    with owner_cursor("default") as cursor:
        cursor.execute("SELECT * FROM cases_familylink")
        rows, names = cursor.fetchall(), [column.name for column in cursor.description]
    assert sorted(names) == ["case_id", "content", "created_on", "id"]
    by_case = {row[names.index("case_id")]: row for row in rows}
    assert set(by_case) == {one.pk, other.pk}
    said = [bytes(row[names.index("content")]) for row in rows]
    assert not any(code.encode() in blob for blob in said for code in (one.code, other.code))
    assert str(other.pk) not in str(by_case[one.pk])


def test_who_cannot_read_the_other_sees_no_sign_of_it() -> None:
    one, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    behind_a_wall(other)
    before = cast.desk_client("sanne").get(f"/zaak/{one.code}/")
    assert link(iris, one, other).status_code == 302
    assert other.code in page("iris", one), "the control finds nothing"
    after = cast.desk_client("sanne").get(f"/zaak/{one.code}/")
    assert other.code not in after.content.decode()
    assert "Zaken van familie" not in after.content.decode()
    assert without_looks(before) == without_looks(after)


def test_a_case_that_she_cannot_read_is_refused_as_one_that_is_not_there() -> None:
    mine, theirs, iris = cast.taken(), cast.taken(by="farah", team="migratie"), cast.desk_client("iris")
    answers = [link(iris, mine, code) for code in (theirs.code, "KR-22222")]
    assert [one.status_code for one in answers] == [422, 422]
    assert cast.same_answer(*answers)
    assert "Deze zaak is er niet, of je kunt er niet bij." in answers[0].content.decode()
    assert cast.refused("farah", mine, "familie", other=theirs.code, relation="sibling")
    assert link(iris, mine, "KR-AAA").status_code == 422
    assert FamilyLink.objects.count() == 0


def test_when_the_other_is_forgotten_the_line_is_gone() -> None:
    one, other, iris = cast.taken(), cast.taken(), cast.desk_client("iris")
    link(iris, one, other)
    with cast.opened("sanne", other, to="forget-case") as file:
        actions.forget_case(file=file)
    assert "Zaken van familie" not in page("iris", one)


def test_the_page_costs_the_same_with_one_and_with_ten() -> None:
    case, iris = cast.taken(), cast.desk_client("iris")

    def cost() -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(f"/zaak/{case.code}/").status_code == 200
        told = [*data.captured_queries, *keys.captured_queries]
        return len([one for one in told if "SAVEPOINT" not in one["sql"]])

    link(iris, case, cast.taken())
    iris.get(f"/zaak/{case.code}/")  # what was said is said here
    one = cost()
    for number in range(9):
        other = cast.taken()
        if number % 2:
            behind_a_wall(other)
        link(iris, case, other)
    assert iris.get(f"/zaak/{case.code}/").content.count(b"Zaak van een broer") == 10
    assert cost() == one <= 12
