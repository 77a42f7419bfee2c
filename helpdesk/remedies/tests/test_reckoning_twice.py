"""Two implementations that were made apart say the same, for every row of the list and every day of 1995 to 2045."""

from __future__ import annotations

import csv
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from helpdesk.lib.dates import CalendarUnknown
from helpdesk.lib.dates import easter as first_easter
from helpdesk.lib.dates import holidays as first_holidays
from helpdesk.remedies.reckoning import NotReckoned, reckon
from helpdesk.remedies.terms import Regime, Start, Term, Unit, terms
from helpdesk.remedies.tests import second
from helpdesk.remedies.tests.second import KNOWN_FROM, Signature

EPOCH = date(1970, 1, 1)
TRIGGERS = second.all_days(1995, 2045)
EXAMPLES = list(csv.DictReader((Path(__file__).parent / "atw_examples.csv").read_text("utf-8").splitlines()))
NEVER = {"no_term", "not_available", "duration_of_measure"}


def signature(one: Term) -> Signature:
    return Signature(one.length, str(one.unit), str(one.start), str(one.regime), one.of_liberty)


def never(one: Term) -> bool:
    """The domain's own words: no number in the law, hours, uncertain, closed; and an order says itself when it ends."""
    return one.kind in NEVER or one.confidence == "uncertain" or one.regime in {Regime.HOURS, Regime.NONE}


@cache
def groups() -> dict[Signature, list[Term]]:
    found = defaultdict(list)
    for one in terms():
        if not never(one):
            found[signature(one)].append(one)
    return dict(found)


def test_every_row_is_in_a_group_or_refused_on_every_day() -> None:
    refused = [one for one in terms() if never(one)]
    assert len(refused) + sum(map(len, groups().values())) == len(terms()) == 115
    assert len(TRIGGERS) == 18_628
    for one in refused:
        for trigger in TRIGGERS[::97]:
            with pytest.raises(NotReckoned):
                reckon(one, EPOCH + timedelta(days=int(trigger)))


@pytest.mark.parametrize("size", groups(), ids=str)
def test_both_give_the_same_last_day_on_every_day(size: Signature) -> None:
    one = groups()[size][0]
    found = second.answers(size, TRIGGERS)
    for at, trigger in enumerate(TRIGGERS):
        if found.moves and found.nominal[at] < KNOWN_FROM:
            with pytest.raises(CalendarUnknown):
                reckon(one, EPOCH + timedelta(days=int(trigger)))
            continue
        try:
            first = reckon(one, EPOCH + timedelta(days=int(trigger)))
        except CalendarUnknown:
            assert found.moves, f"{one.id} on {trigger}"
            assert found.first[at] < KNOWN_FROM, f"{one.id} on {trigger}"
            continue
        said = [(day - EPOCH).days for day in (first.nominal, first.last)]
        assert said == [found.nominal[at], found.last[at]], f"{one.id} on {first.trigger}"
        assert bool(first.doubted) == found.warned[at], f"{one.id} on {first.trigger}"


def test_rows_of_one_group_share_their_day() -> None:
    """What a row's day hangs on is all in its signature: the other rows of a group, now and then."""
    days = [EPOCH + timedelta(days=int(trigger)) for trigger in second.all_days(2025, 2026)[::13]]
    for rows in groups().values():
        for trigger in days:
            assert len({reckon(one, trigger).last for one in rows}) == 1


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_the_second_gives_the_worked_examples_too(row: dict[str, str]) -> None:
    starts = {"backwards from the event day": Start.BACKWARD, "trigger day is day one": Start.FROM_DAY}
    start = starts.get(row["start_rule"], Start.DAY_AFTER)
    size = Signature(int(row["length"]), str(Unit(row["unit"])), str(start), row["regime"], of_liberty=False)
    trigger = (date.fromisoformat(row["trigger_date"]) - EPOCH).days
    found = second.answers(size, np.array([trigger]))
    assert EPOCH + timedelta(days=int(found.nominal[0])) == date.fromisoformat(row["nominal_last_day"])
    assert EPOCH + timedelta(days=int(found.last[0])) == date.fromisoformat(row["last_day"])


@pytest.mark.parametrize("year", range(2014, 2071))
def test_both_know_the_same_nine_holidays(year: int) -> None:
    named = {day for day, name in first_holidays(year).items() if name != "Gelijkgestelde dag"}
    own = second.holidays(year)
    assert (first_easter(year) - EPOCH).days == second.easter(year)
    assert {(day - EPOCH).days for day in named} == set(own)
    assert len(own) == 9
    assert (len(named) == 9) == (first_easter(year) + timedelta(days=39) != date(year, 5, 5)), "two may fall together"
