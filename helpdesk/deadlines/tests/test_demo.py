"""The days of the demonstration: set in cases that were made, read by a colleague, and shown on the list."""

from __future__ import annotations

import pytest

from helpdesk.cases.demo.loader import load
from helpdesk.cases.demo.stories import stories
from helpdesk.deadlines.demo import DAYS, HEARING, load_deadlines
from helpdesk.lib import clock
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_new_user_sees_deadlines_and_again_makes_nothing() -> None:
    wanted = {day.story for day in DAYS} | {HEARING[0]}
    told = [story for story in stories() if story.id in wanted]
    assert {story.id for story in told} == wanted
    made = load(cast.as_public, told)
    assert load_deadlines(made) == len(DAYS)
    page = cast.desk_client("iris").get("/termijnen/").content.decode()
    assert page.count("Veilige dag:") == 2
    assert load_deadlines(load(cast.as_public, told)) == 0


def test_each_day_is_still_to_come() -> None:
    for day in DAYS:
        assert day.counted().last > clock.today(), day.story
