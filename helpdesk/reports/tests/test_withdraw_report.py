"""Withdraw a report with a reason; it stays to be read."""

from __future__ import annotations

import pytest

from helpdesk.reports.tests.test_read_report import asked
from helpdesk.reports.tests.writing_scene import whole
from helpdesk.reports.workflow import State

pytestmark = pytest.mark.django_db
REASON = "De advocaat heeft nieuwe stukken van de school gekregen."


def test_withdrawn_with_a_reason_and_still_to_be_read() -> None:
    made = asked(whole())
    assert "20 letters" in made.do("trek-in", expect=422, reason="Nee")
    made.do("trek-in", reason=REASON)
    assert made.report.state == State.WITHDRAWN
    assert made.words() == "Het kind is niet gehoord."
    assert "ingetrokken" in made.save("x", base=made.load()["version"]).json()["error"]
