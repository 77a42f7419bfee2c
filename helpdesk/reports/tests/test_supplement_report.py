"""A supplement follows a signed report, with all its facts and sources."""

from __future__ import annotations

import pytest

from helpdesk.lib.row_actor import act_as
from helpdesk.reports.models import Report
from helpdesk.reports.tests.test_sign_report import frozen, signed
from helpdesk.reports.tests.writing_scene import Written
from helpdesk.reports.workflow import State
from tests import cast

pytestmark = pytest.mark.django_db
REASON = "De advocaat heeft nieuwe stukken van de school gekregen."


def test_a_supplement_follows_with_all_facts_and_sources() -> None:
    made = signed()
    assert "20 letters" in made.do("aanvulling", expect=422, reason="Zo maar")
    made.do("aanvulling", reason=REASON)
    with act_as(cast.member("iris").pk):
        (new,) = Report.objects.filter(case=made.case).exclude(pk=made.id)
    follow = Written(made.case, new.pk, clients=made.clients)
    assert (follow.report.state, follow.report.frame.title) == (
        State.DRAFT,
        f"Aanvulling op {frozen(made)['number']}",
    )
    assert [one.ref for one in follow.report.facts] == [one.ref for one in made.report.facts]
    assert [one.ref for one in follow.report.citations] == [made.cited]
    follow.saved("Er is iets nieuws.")
    assert made.report.state == State.SIGNED
