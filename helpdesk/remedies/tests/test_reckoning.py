"""The last day as the worked examples have it, and as the words of the law have it, whatever the day."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.dates import is_working_day
from helpdesk.remedies.reckoning import NotReckoned, add_months, by_post, dwangsom, reckon
from helpdesk.remedies.terms import Regime, Start, Term, Unit, term, terms

EXAMPLES = list(csv.DictReader((Path(__file__).parent / "atw_examples.csv").read_text("utf-8").splitlines()))
STARTS = {
    "first day of term = day after trigger": Start.DAY_AFTER,
    "trigger day is day one": Start.FROM_DAY,
    "backwards from the event day": Start.BACKWARD,
}
LAST = date(2026, 2, 16)
YEARS = st.dates(date(2023, 1, 1), date(2027, 9, 1))


def made(length: int, unit: Unit, *, start: Start = Start.DAY_AFTER, regime: Regime = Regime.ATW) -> Term:
    """A term of no law."""
    return replace(term("AWB-01"), id="", group="", length=length, unit=unit, start=start, regime=regime)


def the_term(row: dict[str, str]) -> Term:
    """The term of the list, when it is the one of the example and nobody is locked up."""
    own = made(int(row["length"]), Unit(row["unit"]), start=STARTS[row["start_rule"]], regime=Regime(row["regime"]))
    listed = term(row["term_id"]) if row["term_id"] else own
    alike = (listed.unit, listed.length, listed.start) == (own.unit, own.length, own.start)
    return own if listed.of_liberty or not alike else listed


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_the_worked_examples(row: dict[str, str]) -> None:
    found = reckon(the_term(row), date.fromisoformat(row["trigger_date"]))
    assert (found.nominal, found.last) == (
        date.fromisoformat(row["nominal_last_day"]),
        date.fromisoformat(row["last_day"]),
    ), [step.says for step in found.steps]


def test_each_step_says_its_article_and_its_days() -> None:
    found = reckon(term("AWB-01"), date(2026, 2, 20))
    assert [step.rule for step in found.steps] == ["R1", "R4"]
    assert found.steps[1].says == (
        "Vrijdag 3 april 2026 is Goede Vrijdag. De termijn loopt door tot en met dinsdag 7 april 2026, "
        "de eerste dag die geen zaterdag, zondag of feestdag is."
    )
    assert found.steps[1].law == "Algemene termijnenwet art. 1 lid 1"
    assert found.confidence == "verified"


@pytest.mark.parametrize("one", terms(), ids=lambda one: one.id)
def test_every_row_of_the_list_is_reckoned_or_refused_with_a_reason(one: Term) -> None:
    never = one.confidence == "uncertain" or one.kind in {"no_term", "not_available", "duration_of_measure"}
    never = never or one.regime in {Regime.HOURS, Regime.NONE}
    if never:
        with pytest.raises(NotReckoned, match=r"\.$"):
            reckon(one, date(2026, 9, 1))
        return
    found = reckon(one, date(2026, 9, 1))
    assert found.steps
    assert found.steps[0].law
    assert not [step for step in found.steps if "{" in step.says]


@given(YEARS)
def test_where_somebody_is_locked_up_no_day_is_added(trigger: date) -> None:
    locked_up = [one for one in terms() if one.of_liberty and one.unit is not None]
    reckoned = [one for one in locked_up if one.kind != "duration_of_measure" and one.regime is not Regime.HOURS]
    assert len(reckoned) > 8
    for one in reckoned:
        found = reckon(one, trigger)
        assert found.last == found.nominal
        assert found.confidence == "uncertain", "how far the act reaches here is for a jurist"


short = st.one_of(
    st.tuples(st.integers(1, 90), st.just(Unit.DAY)),
    st.tuples(st.integers(1, 12), st.just(Unit.WEEK)),
    st.tuples(st.integers(1, 3), st.just(Unit.MONTH)),
)


@given(short, YEARS, st.sampled_from([Start.DAY_AFTER, Start.FROM_DAY]))
def test_a_short_term_ends_on_a_working_day_and_holds_two(size: tuple[int, Unit], trigger: date, start: Start) -> None:
    found = reckon(made(*size, start=start), trigger)
    inside = [found.first + timedelta(days=at) for at in range((found.last - found.first).days + 1)]
    assert is_working_day(found.last)
    if size[1] is not Unit.DAY or size[0] >= 3:
        assert sum(map(is_working_day, inside)) >= 2
    two = size[1] is not Unit.DAY or size[0] >= 3
    least = max(found.nominal, [day for day in inside if is_working_day(day)][1] if two else found.nominal)
    assert not any(map(is_working_day, inside[inside.index(least) : -1])), "not a day more than the act gives"


@given(short, YEARS)
def test_a_later_day_never_gives_an_earlier_end(size: tuple[int, Unit], trigger: date) -> None:
    one = made(*size)
    assert reckon(one, trigger).last <= reckon(one, trigger + timedelta(days=1)).last


@pytest.mark.parametrize(("length", "unit"), [(91, Unit.DAY), (13, Unit.WEEK), (4, Unit.MONTH), (1, Unit.YEAR)])
@given(YEARS)
def test_a_long_term_keeps_its_day(length: int, unit: Unit, trigger: date) -> None:
    found = reckon(made(length, unit), trigger)
    assert found.last == found.nominal


@given(YEARS)
def test_treaties_and_backwards_keep_their_day(trigger: date) -> None:
    for one in (made(4, Unit.MONTH, regime=Regime.CALENDAR), made(10, Unit.DAY, start=Start.BACKWARD)):
        found = reckon(one, trigger)
        assert found.last == found.nominal


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-40, 40))
def test_months_keep_the_number_or_end_the_month(day: date, months: int) -> None:
    found = add_months(day, months)
    assert found.day == day.day or (found + timedelta(days=1)).day == 1
    assert (found.year * 12 + found.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    ("posted", "received", "in_time"),
    [
        (date(2026, 2, 16), date(2026, 2, 23), True),
        (date(2026, 2, 16), date(2026, 2, 24), False),
        (date(2026, 2, 17), date(2026, 2, 18), False),
        (date(2026, 2, 10), date(2026, 2, 11), True),
    ],
)
def test_by_post(posted: date, received: date, in_time: bool) -> None:
    found = by_post(LAST, posted=posted, received=received)
    assert found.in_time is in_time
    assert "6:9" in found.step.law


def test_received_before_it_was_posted_is_no_date() -> None:
    with pytest.raises(ValueError, match="before"):
        by_post(LAST, posted=date(2026, 2, 16), received=date(2026, 2, 15))


@pytest.mark.parametrize(("days", "euros"), [(0, 0), (14, 322), (20, 532), (28, 812), (42, 1_442), (60, 1_442)])
def test_dwangsom(days: int, euros: int) -> None:
    assert dwangsom(days) == euros


@pytest.mark.parametrize(("term_id", "last"), [("AWB-11", date(2026, 3, 30)), ("AWB-12", date(2026, 5, 11))])
def test_the_decision_on_an_objection_counts_from_the_end_of_the_term_before(term_id: str, last: date) -> None:
    assert reckon(term(term_id), LAST).last == last


def test_years_of_which_we_do_not_know_all_days_are_said() -> None:
    found = reckon(term("AWB-01"), date(2021, 6, 1))
    assert [one.rule for one in found.warnings] == ["unknown-days"]
    assert found.confidence == "uncertain"
    assert not reckon(term("AWB-01"), date(2026, 6, 1)).warnings


def test_two_sets_of_rules_hold_one_after_the_other() -> None:
    day = date(2026, 6, 12)
    assert term("VW-02").holds_on(day)
    assert not term("VW-02").holds_on(day - timedelta(days=1))
    assert term("VW-21").holds_on(day - timedelta(days=1))
    assert not term("VW-21").holds_on(day)
