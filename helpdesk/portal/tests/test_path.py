"""The child's path: for every state one step that is now, and a day only where we promised one."""

from __future__ import annotations

import pytest

from helpdesk.cases.workflow import ENDED, State
from helpdesk.portal.path import path_of

IRIS = {"name": "Iris", "as": "jurist jeugdhulp"}


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("helper", [None, IRIS])
@pytest.mark.parametrize("state", list(State))
def test_every_state_has_one_step_now(state: State, helper: dict[str, str] | None, answered: bool) -> None:
    path = path_of({"state": str(state), "promise_on": "2026-11-27", "answered": answered, "helper": helper})
    states = [step.state for step in path]
    assert states.count("now") == 1
    assert states == sorted(states, key=["done", "now", "next"].index)
    assert len(path) <= 4
    assert all(step.label for step in path)
    if state in ENDED:
        assert path[-1].state == "now"


def test_the_day_that_we_promised_stands_with_our_answer() -> None:
    path = path_of({"state": "team", "promise_on": "2026-11-27", "answered": False, "helper": IRIS})
    assert "27 november" in path[-1].when
    assert "Iris" in path[2].label
    waiting = path_of({"state": "waiting_asker", "promise_on": "2026-11-27", "answered": True, "helper": IRIS})
    assert "27" not in waiting[-1].when


def test_an_empty_status_is_a_new_question() -> None:
    assert [step.state for step in path_of({})] == ["now", "next", "next", "next"]
