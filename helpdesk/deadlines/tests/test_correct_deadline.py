"""Correct a day: another one, and why. The old one stays, and nobody can change or delete what was written."""

from __future__ import annotations

from datetime import date
from typing import Any

import psycopg
import pytest

from helpdesk.deadlines.models import Deadline
from helpdesk.deadlines.tests.scene import OBJECTION, REASON, scene
from helpdesk.deadlines.workflow import State
from tests import cast
from tests.database import testbed

pytestmark = pytest.mark.django_db
WHY = "De brief is een week later verstuurd dan ik dacht."


def test_another_day_with_its_steps_and_the_old_one_stays() -> None:
    made = scene()
    made.set(date(2026, 11, 13), way="sent")
    made.confirm()
    typed: dict[str, Any] = {"term": OBJECTION, "on": "2026-11-20", "way": "sent"}
    shown = made.do("rechtzetten", expect=200, act="show", reason=WHY, **typed)
    assert "Laatste dag: maandag 4 januari" in shown
    made.do("rechtzetten", act="set", shown="2027-01-04", reason=WHY, **typed)
    deadline = made.deadline
    assert (deadline.last, deadline.confirmed) == (date(2027, 1, 4), None)
    page = made.look()
    for words in (WHY, "28-12-2026", "4-1-2027", "Rechtgezet"):
        assert words in page
    with cast.opened("iris", made.case):
        assert Deadline.objects.get(pk=made.id).safe_on == deadline.safe
    assert cast.acts(made.case)[-1] == "correct-deadline"


def test_a_reason_is_needed() -> None:
    made = scene()
    made.set(date(2026, 11, 13))
    typed: dict[str, Any] = {"term": OBJECTION, "on": "2026-11-20", "way": "sent", "act": "set", "shown": "2027-01-04"}
    assert "Schrijf waarom." in made.do("rechtzetten", expect=422, reason="", **typed)
    short = made.do("rechtzetten", expect=422, reason="Fout.", **typed)
    assert "Schrijf in minstens 20 letters waarom." in short
    assert "Fout." in short


def test_what_ended_by_mistake_runs_again() -> None:
    made = scene()
    made.set()
    made.do("afronden", how="met", reason=REASON)
    typed: dict[str, Any] = {
        "term": OBJECTION,
        "on": made.deadline.since.isoformat() if made.deadline.since else "",
        "way": "sent",
    }
    last = made.deadline.last.isoformat()
    made.do("rechtzetten", act="set", shown=last, reason="Ik drukte bij de verkeerde termijn op gehaald.", **typed)
    assert made.deadline.state == State.OPEN


@pytest.mark.django_db(transaction=True)
def test_the_database_takes_no_change_and_no_deletion() -> None:
    made = scene()
    made.set()
    with psycopg.connect(testbed().url("data", "krh_desk"), autocommit=True) as desk:
        desk.execute("SELECT set_config('app.member', %s, false)", [str(cast.member("iris").pk)])
        count = desk.execute("SELECT count(*) FROM deadlines_deadlinestep").fetchone()
        assert count == (1,), "the control: this connection sees it"
        for refused in (
            "UPDATE deadlines_deadlinestep SET content = content",
            "UPDATE deadlines_deadline SET created_on = created_on",
            "UPDATE deadlines_deadline SET case_id = case_id",
            "DELETE FROM deadlines_deadlinestep",
            "DELETE FROM deadlines_deadline",
            "INSERT INTO deadlines_calendarentry (id, member_id, day, which, version)"
            " SELECT gen_random_uuid(), id, current_date, 'safe', 0 FROM teams_member LIMIT 1",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                desk.execute(refused)
        assert desk.execute("UPDATE deadlines_deadline SET state = state, safe_on = safe_on").rowcount == 1
