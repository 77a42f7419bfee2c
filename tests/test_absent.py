"""A case that is not there for somebody is absent everywhere: behind a wall, of a known family, of another team.

Whoever is left out has every list read before the case comes and after it: not a letter may differ, so that no count
and no badge tells either. The addresses come from `tests/access_table.py`; a new list is walked without being named
here. Each time somebody who is in does find it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from django.test import Client
from psycopg import sql

from helpdesk.cases import actions
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.models import Case, Conflict, Party
from helpdesk.deadlines.actions import remind
from helpdesk.lib import clock
from helpdesk.lib.case_codes import new_code
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.models import Member, Membership, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import joined
from tests import cast
from tests.access_table import DESK, WEAK
from tests.database import testbed
from tests.knocking import FORMS, ROUTES, Visitor, path_of
from tests.test_row_security import WITH_A_CASE
from tests.walk import somebody

WORD = "Zeepaardje"
OF_A_CASE = [name for name, route in ROUTES.items() if "<slug:code>" in route]
# One's own account, colleagues and reference data know no case; every other address without an id is a list.
LISTS = [
    name
    for name, verb in DESK.items()
    if verb not in {None, WEAK} and "<" not in ROUTES[name] and not name.startswith(("teams:", "account_", "mfa_"))
]
# What the policies themselves look up asks no case: ids of nothing that can be read.
LOOKED_UP = {"cases_wall", "cases_wallmember", "cases_conflict", "cases_offer"}
# The empty call sheet has an id of its own each time it is asked for.
FRESH = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TOKEN = re.compile("[A-Za-z0-9]{64}")
pytestmark = pytest.mark.django_db
REASON = "Een ouder werkt hier, daarom zo klein mogelijk."


def wall(case: Case, by: str, *named: Member) -> None:
    with cast.opened(by, case, to="wall-case") as file:
        actions.wall_case(file=file, members=[file.member, *named], reason=REASON)


def knows(who: str) -> Callable[[Case], None]:
    def mark(case: Case) -> None:
        with cast.opened(who, case, to="mark-conflict") as file:
            actions.mark_conflict(file=file, member=file.member)

    return mark


def behind_a_wall(case: Case) -> None:
    """Iris keeps it to herself and one more; her own lead stays outside."""
    wall(case, "iris", second())


def second() -> Member:
    """Another jurist of Iris' team."""
    found: Member | None = Member.objects.filter(full_name="Ada Mulder").first()
    if found is None:
        found = joined("Ada Mulder", Role.JURIST)
        Membership.objects.create(member=found, team=Team.objects.get(slug="jeugdhulp"))
    return found


@dataclass(frozen=True)
class Kind:
    """Why it is not there, for whom; the case is Iris'."""

    name: str
    out: str
    hide: Callable[[Case], None]

    def __str__(self) -> str:
        return self.name


KINDS = [
    Kind("wall", "sanne", behind_a_wall),
    Kind("conflict", "sanne", knows("sanne")),
    Kind("other team", "noor", lambda case: None),
]
every_kind = pytest.mark.parametrize("kind", KINDS, ids=str)


def hidden(kind: Kind) -> tuple[Case, UUID]:
    """The case with all that lists show: somebody around the child, a task, a call to be made."""
    case, iris = cast.taken(text=f"Het gaat om {WORD}."), cast.desk_client("iris")
    typed = somebody(name=f"{WORD} Jansen", telephone="06-12345678")
    assert iris.post(f"/zaak/{case.code}/persoon/", typed).status_code == 302
    task = {"text": WORD, "due_on": "2027-01-04", "assignee": str(cast.member("iris").pk)}
    assert iris.post(f"/zaak/{case.code}/taak/", task).status_code == 302
    call = cast.log_contact("iris", asked=WORD, callback_on="2026-01-05")
    assert iris.post(f"/contact/{call}/koppelen/", {**cast.sheet(asked=WORD), "code": case.code}).status_code == 302
    mediated(iris, case)
    due(iris, case)
    plan = {"callback_on": "2026-01-05"}
    assert iris.post(f"/contact/{call}/terugbellen/", plan).status_code == 302
    kind.hide(case)
    with connection.cursor() as cursor:  # what is being given away ends with its act; a test is one whole act
        cursor.execute("SELECT set_config('app.moving', '', false)")
    return case, call


def due(iris: Client, case: Case) -> None:
    """A day that must not be missed, so near that the whole team and its lead see it."""
    typed = {"what": WORD, "last": clock.today().isoformat(), "source": WORD, "text": f"Dat staat in de brief: {WORD}."}
    owner = str(cast.member("iris").pk)
    answer = iris.post(f"/zaak/{case.code}/termijnen/met-de-hand/", {**typed, "owner": owner})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    assert remind() >= 1


def mediated(iris: Client, case: Case) -> None:
    """Talks about her, with a promise that is due."""
    with cast.opened("iris", case) as file:
        party = str(Party.objects.get(case=file.case).pk)
    path, lead = f"/zaak/{case.code}/bemiddeling/", str(cast.member("iris").pk)
    typed = {"about": WORD, "aim": WORD, "parties": [party], "lead": lead, "started_on": "2026-01-05"}
    begun = iris.post(path, typed)
    assert begun.status_code == 302
    promise = {"text": WORD, "on": "2026-01-05", "who_0": party, "what_0": WORD, "by_0": "2026-01-06"}
    assert iris.post(f"{begun.headers['Location']}afspraak/", promise).status_code == 302


def without_looks(answer: Any) -> str:
    """A case page up to who looked at it, last on the page: one's own look is one more each time."""
    story, found, _ = answer.content.decode().partition('id="paneel-keek"')
    assert found
    return TOKEN.sub("", story)


def pages(visitor: Visitor) -> dict[str, bytes]:
    found = {name: visitor.knock("get", path_of(name)) for name in LISTS}
    return {name: FRESH.sub(b"new", one.body) for name, one in found.items() if one.status == 200}


@every_kind
def test_no_list_count_or_badge_tells_of_it(kind: Kind) -> None:
    left_out, inside = Visitor(kind.out), Visitor("iris")
    second()
    before, before_inside = pages(left_out), pages(inside)
    case, _ = hidden(kind)
    after, after_inside = pages(left_out), pages(inside)
    assert len(after) >= 6
    told = [name for name, body in after.items() if case.code.encode() in body or WORD.encode() in body]
    assert told == []
    assert [name for name in after if after[name] != before[name]] == []
    changed = {name for name in after_inside if after_inside[name] != before_inside[name]}
    assert {"desk:worklist", "desk:callbacks"} <= changed, "the control finds nothing"
    assert case.code.encode() in after_inside["desk:worklist"]


@every_kind
@pytest.mark.parametrize("built", ["before", "after", "between"])
def test_no_search_tells_of_it(kind: Kind, built: str) -> None:
    """Hidden before it lay in a segment, after, or since: its words find and count nothing, nor do names in it."""

    def answers(who: str, words: str) -> str:
        page = cast.desk_client(who).post("/zoeken/", {"words": words}).content.decode()
        return TOKEN.sub("", re.sub(r'(id="zoek" name="words") value="[^"]*"', r"\1", page))

    def build() -> None:
        keep_words(most=1000)
        build_segments()

    def hide(case: Case) -> None:
        if built == "between":
            build()
        kind.hide(case)
        if built == "after":
            build()

    nothing = answers(kind.out, "zeppelinhangar")
    case, _ = hidden(Kind(kind.name, kind.out, hide))
    for words in (WORD, f"{WORD[:-1]}*", f'"{WORD} Jansen"', "Jansen", "Janssen"):
        assert answers(kind.out, words) == nothing
    assert case.code in answers("iris", WORD)
    assert case.code in answers("iris", "Janssen")


@every_kind
def test_no_address_of_it_differs_from_that_of_no_case(kind: Kind) -> None:
    left_out, inside = Visitor(kind.out), Visitor("iris")
    case, _ = hidden(kind)
    wrong, checks = [], 0
    for name in OF_A_CASE:
        for method in ("get", "post"):
            missing = left_out.knock(method, path_of(name, new_code()), FORMS.get(name))
            if missing.status == 405:
                continue
            checks += 1
            if left_out.knock(method, path_of(name, case.code), FORMS.get(name)).shape != missing.shape:
                wrong.append(f"{method} {name}")
    assert wrong == []
    assert checks >= 40
    assert inside.knock("get", path_of("desk:case-page", case.code)).status == 200


@every_kind
def test_its_calls_are_gone_and_nothing_can_be_joined_to_it(kind: Kind) -> None:
    case, call = hidden(kind)
    left_out, inside = cast.desk_client(kind.out), cast.desk_client("iris")
    assert inside.get(f"/telefoon/{call}/").status_code == 200
    assert left_out.get(f"/telefoon/{call}/").status_code == 404
    own = cast.log_contact(kind.out)
    path = f"/contact/{own}/koppelen/"
    theirs, nobodys = (left_out.post(path, {**cast.sheet(), "code": code}) for code in (case.code, "KR-22222"))
    assert theirs.status_code == nobodys.status_code == 422
    assert cast.same_answer(theirs, nobodys)


@every_kind
def test_no_link_of_the_family_tells_of_it(kind: Kind) -> None:
    """A sister's case that the left-out member reads; the hidden one is linked to it by who reads both."""
    if kind.name == "other team":
        pytest.skip("nobody of one team alone reads both; tests/test_link_case.py refuses such a link")
    sister, inside = cast.taken(), cast.desk_client("iris")
    case, _ = hidden(kind)
    path = f"/zaak/{sister.code}/"
    before = cast.desk_client(kind.out).get(path)
    assert inside.post(f"{path}familie/", {"other": case.code, "relation": "sibling"}).status_code == 302
    assert case.code in inside.get(path).content.decode(), "the control finds nothing"
    assert without_looks(before) == without_looks(cast.desk_client(kind.out).get(path))


@every_kind
def test_nobody_in_it_is_suggested_as_known(kind: Kind) -> None:
    case, _ = hidden(kind)
    team = "jeugdhulp" if kind.out == "sanne" else "uitbuiting"
    own, control = cast.with_team(team=team), cast.with_team()
    typed = somebody(name=f"{WORD} Jansen", telephone="06-12345678")
    told = cast.desk_client("iris").post(f"/zaak/{control.code}/persoon/", typed)
    assert (told.status_code, case.code in told.content.decode()) == (422, True)
    assert cast.desk_client(kind.out).post(f"/zaak/{own.code}/persoon/", typed).status_code == 302


@pytest.mark.parametrize("kind", ["wall", "conflict"])
def test_triage_knows_nothing_of_it(kind: str) -> None:
    mo, ada = Visitor("mo"), joined("Ada Mulder", Role.INTAKE)
    before = pages(mo)
    case = cast.ask_question(f"Het gaat om {WORD}.", team=None, theme="")
    shown = mo.knock("get", path_of("desk:triage"))
    assert case.code.encode() in shown.body, "the control finds nothing"
    if kind == "wall":
        wall(case, "sanne", ada)
    else:
        knows("mo")(case)
    assert pages(mo) == before
    assert mo.knock("get", path_of("desk:triage-question", case.code)).status == 404
    assert case.code in cast.desk_client("sanne").get("/triage/").content.decode()


@pytest.mark.parametrize(
    ("who", "kind", "shown"), [("karim", "wall", 200), ("karim", "conflict", 404), ("sanne", "wall", 404)]
)
def test_who_looked_is_shown_beyond_a_wall_to_privacy_alone(who: str, kind: str, shown: int) -> None:
    visitor, case = Visitor(who), cast.taken(text=f"Het gaat om {WORD}.", title=WORD)
    path = path_of("desk:looks-at-case", case.code)
    assert visitor.knock("get", path).status == 200, "the control"
    if kind == "wall":
        behind_a_wall(case)
    else:
        with act_as(cast.member("iris").pk):
            Conflict.objects.create(case=case, member=cast.member(who))
    seen = visitor.knock("get", path)
    assert seen.status == shown
    if shown == 200:
        assert b"Iris" in seen.body
        assert WORD.encode() not in seen.body
        assert b"Zaak voorgoed wissen" not in seen.body
    else:
        assert seen.shape == visitor.knock("get", path_of("desk:looks-at-case", new_code())).shape
    for other in (f"/zaak/{case.code}/", f"/zaak/{case.code}/wissen/"):
        assert visitor.knock("get", other).status == 404


@pytest.mark.django_db(transaction=True)
@every_kind
def test_the_database_says_the_same(kind: Kind) -> None:
    hidden(kind)

    def rows(slug: str) -> dict[str, int]:
        with psycopg.connect(testbed().url("data", "krh_desk"), autocommit=True) as desk:
            desk.execute("SELECT set_config('app.member', %s, false)", [str(cast.member(slug).pk)])
            tables = {name for (name,) in desk.execute(WITH_A_CASE).fetchall()} - LOOKED_UP
            found = {"cases_case": desk.execute("SELECT count(*) FROM cases_case").fetchone()}
            for name in tables:
                found[name] = desk.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
            changed = desk.execute("UPDATE cases_case SET urgency = urgency").rowcount
            return {name: one[0] if one else -1 for name, one in found.items()} | {"changed": changed}

    inside, left_out = rows("iris"), rows(kind.out)
    for name in (
        "cases_case",
        "cases_message",
        "cases_party",
        "cases_task",
        "cases_contact",
        "mediation_step",
        "deadlines_deadline",
        "deadlines_deadlinestep",
        "deadlines_reminder",
        "changed",
    ):
        assert inside[name] >= 1, f"the control finds nothing in {name}"
    assert set(left_out.values()) == {0}, left_out
