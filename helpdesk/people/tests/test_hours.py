"""Safe hours: read as people type them, and held against the clock on the wall, in summer as in winter."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from helpdesk.people.hours import NotHours, SafeHours, in_words, parse, safe_now


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ma-vr 15.00-17.00", "ma-vr 15.00-17.00"),
        ("maandag t/m vrijdag van 15 tot 17 uur", "ma-vr 15.00-17.00"),
        ("za 10:30-12:00, zo 11-12", "za 10.30-12.00, zo 11.00-12.00"),
        ("", ""),
    ],
)
def test_hours_are_read(typed: str, read: str) -> None:
    assert in_words(parse(typed)) == read
    assert [SafeHours.of(one.as_content()) for one in parse(typed)] == list(parse(typed))


@pytest.mark.parametrize("typed", ["altijd", "vr-ma 15-17", "ma 17-15", "ma 25-26"])
def test_what_cannot_be_read_is_said_with_an_example(typed: str) -> None:
    with pytest.raises(NotHours, match=r"ma-vr 15\.00-17\.00"):
        parse(typed)


def test_summer_and_winter_have_the_same_hours_on_the_wall() -> None:
    hours = parse("ma-zo 15.00-17.00")
    assert safe_now(hours, datetime(2027, 3, 27, 14, 30, tzinfo=UTC))  # 15.30, winter
    assert not safe_now(hours, datetime(2027, 3, 28, 15, 30, tzinfo=UTC))  # 17.30, the first day of summer
    assert safe_now(hours, datetime(2027, 3, 28, 13, 30, tzinfo=UTC))
    assert not safe_now(hours, datetime(2027, 3, 28, 15, 0, tzinfo=UTC)), "until is not included"
    assert not safe_now((), datetime(2027, 3, 28, 13, 30, tzinfo=UTC)), "nothing said is never"
