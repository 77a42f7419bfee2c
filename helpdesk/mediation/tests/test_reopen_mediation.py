"""Reopen a mediation, with the reason."""

from __future__ import annotations

import pytest

from helpdesk.mediation.tests.scene import REASON, scene
from helpdesk.mediation.tests.test_end_mediation import END
from tests import cast

pytestmark = pytest.mark.django_db


def test_it_runs_again_and_the_reason_stays() -> None:
    made = scene()
    assert "De bemiddeling loopt nog." in made.do("heropenen", expect=422, reason=REASON)
    made.do("afsluiten", **END)
    assert "Schrijf in minstens 20 letters waarom." in made.do("heropenen", expect=422, reason="zomaar")
    made.do("heropenen", reason=REASON)
    assert made.talks.ended is None
    page = made.look()
    assert REASON in page.partition("krh-timeline")[2]
    assert "/standpunt/" in page
    assert cast.acts(made.case)[-1] == "reopen-mediation"
