"""Correct a mediation: a step is struck or gets other words, and both stay to be read. A slip is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.mediation import actions
from helpdesk.mediation.tests.scene import REASON, scene
from helpdesk.mediation.tests.test_ask_information import ask
from helpdesk.mediation.tests.test_end_mediation import END
from tests import cast

pytestmark = pytest.mark.django_db


def test_other_words_stand_in_the_place_and_the_old_ones_below_it() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Nooit bezoek.")
    step = made.talks.lines[-1].id
    assert "Nooit bezoek." in made.look(f"rechtzetten/{step}/")
    made.do(f"rechtzetten/{step}", reason=REASON, text="Voorlopig geen bezoek.")
    page = made.look()
    sides, _, course = page.partition("krh-timeline")
    assert "Voorlopig geen bezoek." in sides
    assert "Nooit bezoek." not in sides
    assert "Nooit bezoek." in course
    assert REASON in course
    assert cast.acts(made.case)[-1] == "correct-mediation"


def test_without_words_it_counts_no_more() -> None:
    made = scene()
    made.agree((made.worker, "Regelt een ruimte", (clock.today() + timedelta(days=3)).isoformat()))
    made.do(f"rechtzetten/{made.talks.agreements[0].line.id}", reason=REASON)
    assert made.talks.promises == []
    assert all(one["done_at"] for one in made.tasks), "its day is gone from the list"
    made.do("afsluiten", **END)
    made.do(f"rechtzetten/{made.talks.lines[-1].id}", reason=REASON)
    assert made.talks.ended is None, "an end that was no end is none"


def test_a_reason_is_needed_and_only_once() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Nooit bezoek.")
    step = made.talks.lines[-1].id
    page = made.do(f"rechtzetten/{step}", expect=422, reason="fout", text="Anders")
    assert "Schrijf in minstens 20 letters waarom." in page
    made.do(f"rechtzetten/{step}", reason=REASON)
    assert "al rechtgezet" in made.do(f"rechtzetten/{step}", expect=422, reason=REASON)
    assert "al rechtgezet" in made.do(f"rechtzetten/{new_id()}", expect=422, reason=REASON)


def test_what_was_sent_gets_no_other_words() -> None:
    made = scene()
    ask(made)
    step = made.talks.requests[0].line.id
    assert "krijgt geen andere woorden" in made.do(f"rechtzetten/{step}", expect=422, reason=REASON, text="Iets anders")
    made.do(f"terugnemen/{step}", expect=422)
    made.do(f"rechtzetten/{step}", reason=REASON)
    assert made.talks.requests == []


def test_a_slip_is_taken_back_for_a_day_by_its_own_hand() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Verkeerd geplakt.")
    step = made.talks.lines[-1].id
    assert f"terugnemen/{step}/" in made.look()
    sanne = cast.desk_client("sanne")
    assert sanne.post(f"{made.url}terugnemen/{step}/").status_code == 422, "another colleague's"
    late = clock.at(timezone.now() + timedelta(days=1, minutes=1))
    with cast.opened("iris", made.case) as file, late, pytest.raises(NotNow, match="een dag lang"):
        actions.take_back_step(file=file, mediation_id=made.talks.id, step=step)
    made.do(f"terugnemen/{step}")
    assert made.talks.positions == {}
    assert "Teruggenomen." in made.look()


def test_a_correction_that_was_a_slip_is_taken_back_itself() -> None:
    made = scene()
    made.do("standpunt", party=made.worker, text="Nooit bezoek.")
    step = made.talks.lines[-1].id
    made.do(f"rechtzetten/{step}", reason=REASON)
    assert made.talks.positions == {}
    made.do(f"terugnemen/{made.talks.lines[-1].id}")
    assert [one.text for one in made.talks.positions[made.worker]] == ["Nooit bezoek."]
