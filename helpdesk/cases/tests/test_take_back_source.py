"""A source that was added by mistake goes, from the page, from lists and from search; its rows stay."""

from __future__ import annotations

import pytest

from helpdesk.cases.models import Source
from helpdesk.cases.tests.relying import WHY, kept, relies_on, rely
from helpdesk.cases.tests.test_search import build, codes, found
from helpdesk.library.tests.shelf import state
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_goes_and_may_be_added_again() -> None:
    state({"1": "Eén.", "2": "Twee."})
    case, iris = cast.taken(), cast.desk_client("iris")
    source, stays = rely(case), rely(case, "1")
    assert iris.post(f"/zaak/{case.code}/bron/{source}/weg/").status_code == 302
    assert cast.acts(case)[-1] == "take-back-source"
    assert [one.id for one in relies_on(case)] == [stays]
    assert kept(case) == ["1"]
    with cast.opened("iris", case):
        assert Source.objects.filter(case=case).count() == 3
    assert rely(case) != source
    assert sorted(kept(case)) == ["1", "2"]


def test_twice_is_said_and_changes_nothing() -> None:
    state({"2": "Twee."})
    case, iris = cast.taken(), cast.desk_client("iris")
    source = rely(case)
    for _ in range(2):
        answer = iris.post(f"/zaak/{case.code}/bron/{source}/weg/", follow=True)
    assert "Deze bron staat hier niet (meer)." in answer.content.decode()
    assert cast.acts(case).count("take-back-source") == 1


def test_why_is_found_until_then() -> None:
    state({"2": "Twee."})
    case = cast.taken(text="Een vraag.")
    build()
    source = rely(case)
    for _ in range(2):
        assert found("iris", "omgang beperkt") == codes(case)
        assert found("farah", "omgang beperkt") == set()
        build()
    cast.desk_client("iris").post(f"/zaak/{case.code}/bron/{source}/weg/")
    for _ in range(2):
        assert found("iris", "omgang beperkt") == set()
        build()
    assert "omgang" in WHY


def test_nobody_else_can() -> None:
    state({"2": "Twee."})
    case = cast.taken()
    assert cast.refused("farah", case, f"bron/{rely(case)}/weg")
