"""A law changes in a new state: exactly what relies on the changed articles lights up, for whoever may see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Case
from helpdesk.cases.tests.relying import rely
from helpdesk.desk.changed import Changed, changed_sources
from helpdesk.directory import actions as directory
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.row_actor import act_as
from helpdesk.library import actions
from helpdesk.library.standing import Lit
from helpdesk.library.tests.shelf import NEW, SHORT, reading, state
from helpdesk.teams.models import Team
from tests import cast
from tests.test_absent import second

pytestmark = pytest.mark.django_db
PAGE = "/bronnen/gewijzigd/"
OLD_STATE = {"1": "Eén.", "2": "Twee.", "3": "Drie."}
NEW_STATE = {"1": "Eén.", "2": "Twee, anders.", "4": "Vier."}  # 1 the same, 2 changed, 3 removed, 4 added


@pytest.fixture(autouse=True)
def reader() -> Iterator[None]:
    with reading():
        yield


def said(title: str, body: str) -> dict[str, Any]:
    iris, later = cast.member("iris"), clock.today() + timedelta(days=100)
    return {"title": title, "body": body, "themes": [], "owner": iris, "review_on": later}


def text(number: str, title: str = "") -> Any:
    lists: dict[str, Any] = {"states": [], "askers": [], "language": "nl"}
    words = said(title or f"Tekst over {number}", f"Zie art. {number} lid 3 {SHORT}.")
    return directory.add_standard_text(actor=cast.member("iris"), said={**words, **lists})


def article(number: str) -> Any:
    words = said(f"Artikel over {number}", f"Zie art. {number} {SHORT}.")
    return actions.add_article(actor=cast.member("iris"), said=words)


def seen(who: str) -> dict[str, Changed]:
    member = cast.member(who)
    with act_as(member.pk):
        return {one.key.address.removeprefix("artikel="): one for one in changed_sources(member)}


def codes(who: str) -> set[str]:
    return {line.code for one in seen(who).values() for line in one.cases}


def worklist(who: str) -> dict[str, str]:
    """Which of the listed cases is marked, and with what."""
    page = cast.desk_client(who).get("/").content.decode()
    rows = page.split('<tr class="krh-row">')[1:]
    marks = {}
    for row in rows:
        if found := re.search(r"(Wet gewijzigd: [^<]+)", row):
            marks[re.findall(r"KR-\w+", row)[0]] = found[1]
    return marks


def test_exactly_these_light_up() -> None:
    state(OLD_STATE)
    cases = {number: cast.taken(text=f"Zaak {number}") for number in "123"}
    for number, case in cases.items():
        rely(case, number)
    bare = cast.taken(text="Zonder bron")
    for number in "123":
        text(number)
        article(number)
    assert seen("iris") == {}
    assert worklist("iris") == {}
    assert "Niets waar we op steunen is veranderd." in cast.desk_client("iris").get(PAGE).content.decode()
    state(NEW_STATE, NEW)
    lit = seen("iris")
    assert {number: one.state for number, one in lit.items()} == {"2": Lit.CHANGED, "3": Lit.GONE}
    for number, one in lit.items():
        assert [line.code for line in one.cases] == [cases[number].code]
        assert [line.title for line in one.texts] == [f"Tekst over {number}"]
        assert [line.title for line in one.articles] == [f"Artikel over {number}"]
        assert (one.name, one.since) == (f"art. {number} {SHORT}", NEW)
    assert worklist("iris") == {cases[number].code: f"Wet gewijzigd: art. {number} {SHORT}" for number in "23"}
    page = cast.desk_client("iris").get(PAGE).content.decode()
    for number in "23":
        assert cases[number].code in page
    assert cases["1"].code not in page
    assert bare.code not in page
    texts = cast.desk_client("iris").get("/standaardteksten/").content.decode()
    assert f"art. 2 lid 3 {SHORT}: gewijzigd" in texts
    assert f"art. 3 lid 3 {SHORT}: vervallen" in texts
    assert f"art. 1 lid 3 {SHORT}" not in texts.replace(f"Zie art. 1 lid 3 {SHORT}", "")


def test_a_case_lights_up_for_whoever_may_open_it_and_for_nobody_else_even_as_a_number() -> None:
    state(OLD_STATE)
    mine, theirs = cast.taken(), cast.taken(by="farah", team="migratie")
    offered, walled, known, ended = cast.taken(by="farah", team="migratie"), cast.taken(), cast.taken(), cast.taken()
    for case, by in ((mine, "iris"), (theirs, "farah"), (offered, "farah"), (walled, "iris"), (known, "iris")):
        rely(case, by=by)
    rely(ended)
    know = article("2")
    with cast.opened("farah", offered, to="hand-over") as file:
        case_actions.hand_over_case(file=file, team=Team.objects.get(slug="jeugdhulp"), to=None, note="past daar beter")
    with cast.opened("iris", walled, to="wall-case") as file:
        inside = [cast.member("iris"), second()]
        case_actions.wall_case(file=file, members=inside, reason="Alleen wie haar kent, op haar verzoek.")
    with cast.opened("iris", known, to="mark-conflict") as file:
        case_actions.mark_conflict(file=file, member=cast.member("sanne"))
    with cast.opened("iris", ended, to="refer") as file:
        case_actions.refer_case(file=file, institution="", reason="elders", letter="")
    state(NEW_STATE, NEW)
    expected = {
        "iris": {mine, offered, walled, known},
        "sanne": {mine, offered},
        "farah": {theirs, offered},
        "mo": set[Case](),
        "lotte": set[Case](),
    }
    for who, cases in expected.items():
        assert codes(who) == {case.code for case in cases}, who
        page = cast.desk_client(who).get(PAGE).content.decode()
        assert set(re.findall(r"KR-\w{5}", page)) == {case.code for case in cases}, who
        count = cast.desk_client(who).get(f"/kennis/{know.article_id}/").content.decode()
        told = {0: "0 open zaken", 1: "Eén open zaak"}.get(len(cases), f"{len(cases)} open zaken")
        assert (told in count) is (who != "lotte"), who
        assert "Artikel over 2" in page
    assert {line.code for line in seen("iris")["2"].cases if not line.check_url} == {offered.code}
    for who in ("karim", "bas"):
        assert cast.desk_client(who).get(PAGE).status_code == 404


def test_looked_at_is_out_of_the_list_for_that_one_alone() -> None:
    state(OLD_STATE)
    one, other = cast.taken(), cast.taken()
    rely(one)
    rely(other)
    text("2")
    article("2")
    state(NEW_STATE, NEW)
    iris = cast.desk_client("iris")
    looked = {"how": "right", "note": "Alleen een komma."}
    for index, left in ((0, (1, 1, 1)), (0, (0, 1, 1))):
        assert iris.post(seen("iris")["2"].cases[index].check_url, looked).status_code == 302
        lit = seen("iris")["2"]
        assert (len(lit.cases), len(lit.texts), len(lit.articles)) == left
    assert worklist("iris") == {}
    assert iris.get(seen("iris")["2"].texts[0].check_url).status_code == 200
    assert iris.post(seen("iris")["2"].texts[0].check_url, {"how": "right", "note": ""}).status_code == 422
    for name in ("texts", "articles"):
        assert iris.post(getattr(seen("iris")["2"], name)[0].check_url, looked).status_code == 302
    assert seen("iris") == {}
    assert "gewijzigd" not in iris.get("/standaardteksten/").content.decode()
    state({"2": "En weer anders."}, NEW + timedelta(days=1))
    lit = seen("iris")["2"]
    assert (len(lit.cases), len(lit.texts), len(lit.articles)) == (2, 1, 1)


def test_what_was_retired_is_nobodys_worry() -> None:
    state(OLD_STATE)
    directory.retire_standard_text(actor=cast.member("iris"), held=text("2"))
    actions.retire_article(actor=cast.member("iris"), held=article("2"))
    state(NEW_STATE, NEW)
    assert seen("iris") == {}


def test_a_state_to_come_is_announced() -> None:
    state(OLD_STATE)
    rely(cast.taken())
    later = clock.today() + timedelta(days=40)
    state(NEW_STATE, later)
    assert seen("iris")["2"].to_come
    assert "Vanaf" in cast.desk_client("iris").get(PAGE).content.decode()


def test_several_sources_of_one_case_are_one_mark() -> None:
    state(OLD_STATE)
    case = cast.taken()
    for number in "123":
        rely(case, number)
    state(NEW_STATE, NEW)
    assert worklist("iris") == {case.code: f"Wet gewijzigd: art. 2 {SHORT} en nog 1"}


def test_both_lists_cost_the_same_at_one_case_and_at_twenty() -> None:
    state(OLD_STATE)
    iris = cast.desk_client("iris")

    def once(path: str) -> int:
        reference.themes()
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            assert iris.get(path).status_code == 200
        return len(data) + len(keys)

    def statements(path: str) -> int:
        return min(once(path), once(path))  # once in a while a page also keeps the session alive

    def more(first: int, last: int) -> None:
        for number in range(first, last):
            rely(cast.taken(), "2")
            text("2", f"Tekst {number}")
            article("2")

    cast.taken()
    plain = statements("/")
    more(0, 2)
    state(NEW_STATE, NEW)
    paths = ("/", PAGE, "/kennis/", "/standaardteksten/")
    few = [statements(path) for path in paths]
    more(2, 12)
    state({"2": "En weer anders."}, NEW + timedelta(days=1))
    assert [statements(path) for path in paths] == few
    assert few[0] == plain + 1
    assert few[0] <= 12
    assert max(few[1:]) <= 12, few
    assert len(seen("iris")["2"].cases) == 12
