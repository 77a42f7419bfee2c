"""Laying steps on top of each other, without a database: order, corrections of corrections, what goes with what."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.ids import new_id
from helpdesk.mediation.lay import talks_of
from helpdesk.mediation.talks import Talks

Step = tuple[UUID, dict[str, Any]]


def step(number: int, kind: str, **said: Any) -> Step:
    return new_id(), {"kind": kind, "number": number, "by": "iris", "at": "2026-11-28T10:00:00+00:00", **said}


def frame(number: int = 1, about: str = "bezoek") -> Step:
    return step(number, "frame", about=about, aim="", wish="", lead="iris", parties=["a", "b"], started_on="2026-11-01")


def laid(*steps: Step) -> Talks:
    return talks_of(new_id(), steps)


def promised(number: int, by: str = "2026-12-01") -> Step:
    return step(
        number,
        "agreement",
        proposal="",
        text="zo",
        on="2026-11-20",
        promises=[{"id": f"p{number}", "who": "a", "what": "bellen", "by": by}],
    )


@given(st.permutations(range(5)))
def test_the_order_in_which_rows_come_back_changes_nothing(order: list[int]) -> None:
    steps = [
        frame(),
        frame(2, "school"),
        promised(3),
        step(4, "mark", promise="p3", mark="broken", text="", on="2026-12-02"),
        step(5, "mark", promise="p3", mark="kept", text="toch", on="2026-12-03"),
    ]
    talks = laid(*(steps[at] for at in order))
    assert talks.about == "school"
    assert [(one.how, one.open) for one in talks.promises] == [("toch", False)]
    assert talks.dues() == []


def test_a_changed_promise_keeps_what_was_changed_before() -> None:
    day = step(3, "mark", promise="p2", mark="changed", text="", on="2026-11-21", what="bellen", by="2026-12-09")
    words = step(4, "mark", promise="p2", mark="changed", text="", on="2026-11-22", what="schrijven", by="2026-12-09")
    (one,) = laid(frame(), promised(2), day, words).promises
    assert (one.what, one.by, one.open) == ("schrijven", date(2026, 12, 9), True)


def test_what_hangs_on_a_struck_step_goes_with_it() -> None:
    made = promised(2)
    mark = step(3, "mark", promise="p2", mark="broken", text="", on="2026-12-02")
    asked = step(4, "request", party="a", channel="call", text="?", on="2026-11-20", wanted_by="2026-12-01", remind_on="2026-12-01")  # fmt: skip # noqa: E501
    told = step(5, "information", request=str(asked[0]), text="!", on="2026-11-21")
    strike = [step(6 + n, "correction", of=str(one[0]), reason="fout", text="") for n, one in enumerate((made, asked))]
    talks = laid(frame(), made, mark, asked, told, *strike)
    assert (talks.promises, talks.requests, talks.dues()) == ([], [], [])
    assert len(talks.lines) == 7, "and all of it stays to be read"


def test_a_correction_that_was_taken_back_corrects_nothing() -> None:
    said = step(2, "position", party="a", text="nee", on="2026-11-20")
    wrong = step(3, "correction", of=str(said[0]), reason="fout", text="ja")
    assert laid(frame(), said, wrong).positions["a"][0].text == "ja"
    back = step(4, "take-back", of=str(wrong[0]))
    assert laid(frame(), said, wrong, back).positions["a"][0].text == "nee"


def test_an_end_and_a_new_beginning_and_promises_that_outlive_both() -> None:
    end = step(3, "end", outcome="partly", text="", after="nothing", on="2026-11-22")
    assert laid(frame(), promised(2), end).state == "Deels gelukt"
    assert len(laid(frame(), promised(2), end).dues()) == 1
    again = step(4, "reopen", text="weer", on="2026-11-23")
    assert laid(frame(), promised(2), end, again).state == "Afspraken lopen"
