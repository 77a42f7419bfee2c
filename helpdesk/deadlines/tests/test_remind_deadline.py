"""The ladder, with the clock moved: each rung once, by a worker that reads nothing; then the lead's number goes up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, time
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from helpdesk.deadlines.actions import remind
from helpdesk.deadlines.tests.scene import REASON, scene, soon
from helpdesk.directory import agreements
from helpdesk.lib import clock
from helpdesk.lib.dates import working_day_before
from helpdesk.lib.row_actor import act_as
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


def on(day: date) -> AbstractContextManager[None]:
    """The clock of the house on this day, at noon."""
    return clock.at(timezone.make_aware(datetime.combine(day, time(12))))


def rungs(owner_cursor: Callable[..., Any]) -> list[str]:
    with owner_cursor("default") as cursor:
        cursor.execute("SELECT rung FROM deadlines_reminder ORDER BY at, rung")
        return [rung for (rung,) in cursor.fetchall()]


def test_each_rung_once_as_the_day_comes_nearer(owner_cursor: Callable[..., Any]) -> None:
    made = scene()
    made.by_hand(soon(30))
    safe = made.deadline.safe
    with act_as(None):
        assert remind() == 0
        for rung, days in agreements.ladder().items():
            with on(working_day_before(safe, days)):
                assert remind() == 1, rung
                assert remind() == 0, rung
    assert rungs(owner_cursor) == ["remind-first", "remind-second", "remind-third", "remind-lead"]
    assert cast.acts(made.case)[-4:] == ["remind-deadline"] * 4
    with on(safe), act_as(cast.member("sanne").pk), connection.cursor() as cursor:
        cursor.execute("SELECT late FROM desk_counts()")
        assert cursor.fetchone() == (1,)


def test_a_worker_that_was_down_takes_all_that_passed(owner_cursor: Callable[..., Any]) -> None:
    made = scene()
    made.by_hand(soon(30))
    with on(made.deadline.last):
        assert remind() == 4
    assert len(rungs(owner_cursor)) == 4


def test_what_ended_reminds_nobody_and_a_new_day_has_a_ladder_of_its_own(owner_cursor: Callable[..., Any]) -> None:
    made = scene()
    made.by_hand(soon(6))
    assert remind() == 1
    typed: dict[str, Any] = {
        "what": "x",
        "last": soon(7).isoformat(),
        "source": "Brief",
        "text": REASON,
        "reason": REASON,
    }
    made.do("rechtzetten/met-de-hand", **typed)
    assert remind() == 1
    made.do("afronden", how="met", reason=REASON)
    with on(made.deadline.last):
        assert remind() == 0
    assert rungs(owner_cursor) == ["remind-first", "remind-first"]
