"""A source changed: somebody looks, says what she saw, and the mark goes until the next change."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from helpdesk.cases.models import Case
from helpdesk.cases.tests.relying import kept, relies_on, rely
from helpdesk.lib.ids import new_id
from helpdesk.library.tests.shelf import NEW, OLD, SHORT, state
from tests import cast

pytestmark = pytest.mark.django_db


def typed(**more: Any) -> dict[str, Any]:
    return {"how": "right", "note": "Alleen de spelling is anders.", **more}


@pytest.fixture
def changed() -> tuple[Case, UUID]:
    state({"2": "Twee."})
    case = cast.taken()
    source = rely(case)
    state({"2": "Anders."}, NEW)
    return case, source


def lit(case: Case) -> bool:
    return "krh-cite--changed" in cast.desk_client("iris").get(f"/zaak/{case.code}/").content.decode()


@pytest.mark.parametrize(("how", "cited"), [("right", OLD), ("adapted", NEW)])
def test_the_mark_goes_and_comes_back_at_the_next_change(changed: tuple[Case, UUID], how: str, cited: Any) -> None:
    case, source = changed
    assert lit(case)
    iris, path = cast.desk_client("iris"), f"/zaak/{case.code}/bron/{source}/nagekeken/"
    assert f"art. 2 {SHORT}" in iris.get(path).content.decode()
    assert iris.post(path, typed(how=how)).status_code == 302
    assert cast.acts(case)[-1] == "check-source"
    (one,) = relies_on(case)
    assert (one.valid_from, [look.note for look in one.looks]) == (cited, ["Alleen de spelling is anders."])
    assert not lit(case)
    assert "Alleen de spelling is anders." in iris.get(f"/zaak/{case.code}/").content.decode()
    state({"2": "Weer anders."}, NEW.replace(month=10))
    assert lit(case)
    assert kept(case) == ["2"]


@pytest.mark.parametrize("wrong", [{"how": ""}, {"how": "misschien"}, {"note": ""}, {"note": "x" * 501}])
def test_it_says_what_was_seen(changed: tuple[Case, UUID], wrong: dict[str, Any]) -> None:
    case, source = changed
    answer = cast.desk_client("iris").post(f"/zaak/{case.code}/bron/{source}/nagekeken/", typed(**wrong))
    assert answer.status_code == 422
    assert lit(case)


def test_another_article_stays_lit(changed: tuple[Case, UUID]) -> None:
    case, source = changed
    state({"2": "Anders.", "3": "Drie."}, NEW.replace(month=8))
    other = rely(case, "3")
    state({"2": "Anders.", "3": "Drie, anders."}, NEW.replace(month=9))
    cast.desk_client("iris").post(f"/zaak/{case.code}/bron/{source}/nagekeken/", typed())
    assert lit(case)
    cast.desk_client("iris").post(f"/zaak/{case.code}/bron/{other}/nagekeken/", typed())
    assert not lit(case)


def test_what_is_not_there_is_not_there(changed: tuple[Case, UUID]) -> None:
    case, source = changed
    iris, other = cast.desk_client("iris"), cast.taken()
    gone = iris.get(f"/zaak/{case.code}/bron/{new_id()}/nagekeken/", follow=True)
    assert "Deze bron is er niet meer." in gone.content.decode()
    elsewhere = iris.post(f"/zaak/{other.code}/bron/{source}/nagekeken/", typed(), follow=True)
    assert "Deze bron is er niet meer." in elsewhere.content.decode()
    assert cast.refused("farah", case, f"bron/{source}/nagekeken", **typed())
    assert lit(case)
