"""What became of a signed report: written down right by right, taken back, asked for; in a case that ended too."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from helpdesk.cases import actions as case_actions
from helpdesk.cases.models import Case, Task
from helpdesk.cases.workflow import NotNow
from helpdesk.directory import reference
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.row_actor import act_as
from helpdesk.library.models import Kind, Version, Work
from helpdesk.people.telling import Channel
from helpdesk.reports import actions
from helpdesk.reports.followup import Dealt, Known, Result, Told, known
from helpdesk.reports.models import Report
from helpdesk.reports.tests.test_read_report import asked
from helpdesk.reports.tests.test_sign_report import press, signed
from helpdesk.reports.tests.writing_scene import Written, text, whole
from tests import cast

pytestmark = pytest.mark.django_db
ECLI = "ECLI:NL:RBDHA:2020:1"
CAME: dict[str, Any] = {"procedure": "court", "body": "Rechtbank Den Haag", "result": "partly"}


def applied() -> Written:
    """Signed, with one right that it applies."""
    made = whole()
    parts = [
        {"type": f"right_{name}", "content": text("Zo staat het er.")["content"]} for name in ("fact", "norm", "gap")
    ]
    right = {"type": "right", "attrs": {"id": "", "citation": made.cited}, "content": parts}
    answer = made.save(base=0, doc={"type": "doc", "content": [right, right]})
    assert answer.status_code == 200, answer.content
    made.do("nalezen/vraag", reader=str(cast.member("sanne").pk))
    return signed(made)


def give(made: Written, *kinds: str) -> None:
    with cast.opened("iris", made.case, to="give-report") as file:
        more: dict[str, Any] = {"to": None, "channel": Channel.POST, "press": press}
        actions.give_report(file=file, report_id=made.id, kinds=kinds or ("pdf",), **more)


def now(made: Written) -> Known:
    found = known(made.report.lines)
    assert found is not None
    return found


def ask_on(made: Written) -> Any:
    with act_as(cast.member("iris").pk):
        return Report.objects.get(pk=made.id).ask_on


def tasks(made: Written) -> list[tuple[str, bool]]:
    """Each task and whether it is done."""
    with cast.opened("iris", made.case) as file:
        rows = [row.content for row in file.open(Task.objects.filter(case=made.case))]
    return [(row["due_on"], bool(row.get("done_at"))) for row in rows if "hoe het afliep" in row["text"]]


def first(made: Written) -> str:
    """The step that can be taken back on the page."""
    (step,) = re.findall(r"/uitkomst/([0-9a-f-]{36})/terug/", made.look("uitkomst"))
    return str(step)


def test_what_the_decision_did_with_each_right_is_written_down() -> None:
    made = applied()
    assert "We weten nog niet wat ervan kwam" in made.look("uitkomst")
    form = made.look("uitkomst/bij")
    assert form.count("art. 2 Proefwet") == 1, "a right that is applied twice is asked about once"
    assert 'value="Rechtbank Den Haag"' in form, "what the report says is not typed again"
    made.do("uitkomst/bij", **CAME, right_1="not-followed", ecli=ECLI.lower(), signal="on", note="Zij gaan in beroep.")
    told = now(made).told
    assert (told.result, told.rights, told.ecli, told.signal) == (
        Result.PARTLY,
        {made.cited: Dealt.NOT_FOLLOWED},
        ECLI,
        True,
    )
    page = made.look("uitkomst")
    assert "behandeld, niet gevolgd" in page
    assert "staat nog niet in onze bibliotheek" in page
    assert "Zij gaan in beroep." in page
    assert "deels beslist zoals gevraagd" in made.as_("iris").get(f"/zaak/{made.case.code}/").content.decode()
    assert cast.acts(made.case)[-1] == "follow-report"


def test_the_judgment_is_a_link_once_the_library_has_it() -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME, ecli=ECLI)
    work = Work.objects.create(code=ECLI, kind=Kind.JUDGMENT, title="Uitspraak", source="proef", confidence="proef")
    Version.objects.create(work=work, digest="a" * 64, file_name="proef.xml", read_at=clock.now())
    page = made.look("uitkomst")
    assert "staat nog niet" not in page
    assert re.search(rf'<a href="/[^"]+"><bdi>{ECLI}', page)


def test_nothing_typed_is_lost_and_what_cannot_be_is_said() -> None:
    made = applied()
    ahead = (clock.today() + timedelta(days=1)).isoformat()
    wrong = made.do(
        "uitkomst/bij", expect=422, procedure="court", result="granted", ecli="ABC", filed_on=ahead, note="Zo."
    )
    for sentence in ("Schrijf op bij wie", "geen ECLI-nummer", "nog niet geweest", "Zo."):
        assert sentence in wrong
    undecided = {**CAME, "result": "pending", "right_1": "followed"}
    assert "Er is niets beslist" in made.do("uitkomst/bij", expect=422, **undecided)
    assert "Zeg hoe het afliep" in made.do("uitkomst/bij", expect=422, procedure="court")
    assert known(made.report.lines) is None


def test_the_newest_speaks_and_taken_back_the_one_before_speaks_again() -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME)
    made.do("uitkomst/bij", **{**CAME, "result": "granted"}, right_1="followed", note="In hoger beroep.")
    assert now(made).told.result == Result.GRANTED
    step = first(made)
    made.do(f"uitkomst/{step}/terug")
    assert now(made).told.result == Result.PARTLY
    page = made.look("uitkomst")
    assert "In hoger beroep." in page, "it stays to be seen"
    assert "teruggenomen" in page
    assert "al teruggenomen" in made.do(f"uitkomst/{step}/terug", expect=422)
    assert cast.acts(made.case)[-1] == "take-back-outcome"


def test_only_a_signed_report_is_followed_and_only_with_its_own_rights() -> None:
    made = asked(whole())
    assert "nog niet getekend" in made.look("uitkomst", expect=422)
    assert "nog niet getekend" in made.do("uitkomst/bij", expect=422, **CAME)
    done = applied()
    told = Told("court", "Rechtbank", Result.GRANTED, rights={done.fact: Dealt.FOLLOWED})
    with cast.opened("iris", done.case, to="follow-report") as file, pytest.raises(NotNow, match="niet in dit rapport"):
        actions.follow_report(file=file, report_id=done.id, told=told)


def test_a_report_that_was_given_is_asked_about_in_time() -> None:
    made = applied()
    assert (ask_on(made), tasks(made)) == (None, []), "the control: nobody has it"
    give(made)
    on = add_working_days(clock.today(), reference.own_days("report-outcome"))
    assert ask_on(made) == on
    assert tasks(made) == [(on.isoformat(), False)]
    give(made)
    assert len(tasks(made)) == 1, "asked once"
    made.do("uitkomst/bij", **{**CAME, "result": "pending"})
    assert [done for _, done in tasks(made)] == [True, False], "not decided yet: asked again"
    made.do("uitkomst/bij", **CAME)
    assert ask_on(made) is None
    assert [done for _, done in tasks(made)] == [True, True]
    made.do(f"uitkomst/{first(made)}/terug")
    assert ask_on(made) == on, "taken back, it is not known any more"


def test_what_waits_too_long_stands_in_the_list() -> None:
    made = applied()
    give(made)
    client = made.as_("iris")
    assert "Vraag hoe het afliep" not in client.get("/rapportages/").content.decode()
    days = add_working_days(clock.today(), reference.own_days("report-outcome")) - clock.today()

    def page(who: Any = client) -> str:
        return str(who.get("/rapportages/").content.decode())

    with clock.at(clock.now() + days):
        later = cast.desk_client("iris")
        assert f"{made.at}uitkomst/" in page(later)
        assert f"{made.at}uitkomst/" not in page(cast.desk_client("mo")), "another team"
        cast.desk_client("iris").post(f"{made.at}uitkomst/bij/", CAME)
        assert f"{made.at}uitkomst/" not in page(later)


def test_the_list_costs_the_same_with_many_that_wait() -> None:
    made = applied()
    for one in (made, *(applied() for _ in range(2))):
        with act_as(cast.member("iris").pk):
            Report.objects.filter(pk=one.id).update(ask_on=clock.today())
    made.as_("iris").get("/rapportages/")  # the first page of a session costs more
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        page = made.as_("iris").get("/rapportages/").content.decode()
    assert page.count("data-row") == 3
    assert len(data) + len(keys) <= 8


def test_a_case_that_ended_is_followed_too() -> None:
    made = applied()
    give(made)
    with cast.opened("iris", made.case, to="close") as file:
        record = {"kinds": ["advice"], "outcome": "advised", "signal": False}
        case_actions.close_case(file=file, record_of_closing=record, knowing=True)
    made.do("uitkomst/bij", **CAME)
    assert now(made).told.result == Result.PARTLY
    assert ask_on(made) is None
    with cast.opened("iris", made.case):
        assert Case.objects.get(pk=made.case.pk).state == "closed"


def test_who_does_not_work_the_case_sees_and_writes_nothing() -> None:
    made = applied()
    made.do("uitkomst/bij", **CAME)
    for who in ("mo", "noor"):
        client = cast.desk_client(who)
        assert client.get(f"{made.at}uitkomst/").status_code == 404, who
        for path in ("bij/", "neem-over/", f"{UUID(int=1)}/terug/"):
            assert client.post(f"{made.at}uitkomst/{path}", CAME).status_code in {403, 404}, (who, path)
