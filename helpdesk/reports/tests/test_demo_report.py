"""The demonstration has a report that was written through the real actions, once."""

from __future__ import annotations

import pytest

from helpdesk.cases.demo.loader import load
from helpdesk.cases.demo.stories import stories
from helpdesk.lib.row_actor import act_as
from helpdesk.reports.access import reports_of
from helpdesk.reports.demo import STORY, load_report
from helpdesk.teams.demo import load_cast
from tests import cast


@pytest.mark.django_db
def test_it_is_there_once_with_her_words_and_her_right_to_be_heard() -> None:
    (play,) = load(cast.as_public, [one for one in stories() if one.id == STORY])
    people = load_cast()
    with act_as(people["iris"].pk):
        assert load_report(people) == 1
        assert load_report(people) == 0, "twice is fine"
    with cast.opened("iris", play.code) as file:
        (report,) = reports_of(file)
    assert [one.voice for one in report.facts].count(True) == 1
    assert "niemand heeft aan mij gevraagd" in next(one.text for one in report.facts if one.voice)
    assert report.citations[0].short == "art. 12 IVRK"
