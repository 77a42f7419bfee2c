"""What a page shows of a finding: the safe day, the places on the line, and a mark that says how sure we are."""

from __future__ import annotations

from datetime import date

import pytest

from helpdesk.remedies.answer import answer, days_of, safe_day
from helpdesk.remedies.decisions import decision
from helpdesk.remedies.finding import Facts, Way, Who, find

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("last", "first", "safe"),
    [
        (date(2026, 11, 27), date(2026, 11, 14), date(2026, 11, 24)),  # three working days before a Friday
        (date(2026, 12, 29), date(2026, 12, 1), date(2026, 12, 23)),  # over Christmas and a weekend
        (date(2026, 11, 27), date(2026, 11, 26), date(2026, 11, 26)),  # never before the term begins
        (date(2012, 11, 27), date(2012, 11, 1), date(2012, 11, 27)),  # before the years whose holidays we know
    ],
)
def test_the_safe_day_lies_before_the_last(last: date, first: date, safe: date) -> None:
    assert safe_day(last, first) == safe


@pytest.mark.parametrize("today", [date(2026, 11, 1), TODAY, date(2026, 12, 24)])
def test_today_the_safe_and_the_last_day_stay_on_the_line(today: date) -> None:
    days = days_of(date(2026, 11, 13), date(2026, 11, 14), date(2026, 11, 27), today)
    assert 6 <= days.today_at <= days.last_at == 234
    assert 6 < days.safe_at < days.last_at
    assert days.passed == (today > date(2026, 11, 27))


def test_a_text_of_2015_is_not_shown_as_read() -> None:
    shown = answer(find(decision("strafbeschikking"), Facts(Who.CHILD_12, Way.SENT, date(2026, 11, 13))), TODAY)
    (objection,) = shown.open
    assert [read.chip.kind for read in objection.reads] == ["practice", "practice"]
    assert "2015" in objection.reads[0].chip.sure
    assert objection.choose


def test_the_first_step_has_the_article_of_the_term_and_the_others_their_own() -> None:
    shown = answer(find(decision("aanwijzing"), Facts(Who.PARENT, Way.SENT, date(2026, 3, 20))), TODAY)
    chips = [chip.words for _, chip in shown.open[0].reads[0].steps]
    assert chips == ["art. 1:264 BW", "Algemene termijnenwet art. 1 lid 1"]


def test_where_somebody_is_locked_up_the_mark_says_that_it_is_uncertain() -> None:
    shown = answer(find(decision("inrichting"), Facts(Who.CHILD_12, Way.HANDED, date(2026, 11, 13))), TODAY)
    assert [chip.kind for _, chip in shown.open[0].reads[0].steps] == ["practice", "unsure"]
