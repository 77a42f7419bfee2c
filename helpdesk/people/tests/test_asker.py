"""The asker and the telling rules: by mail only that there is news, by her own word, in her hours."""

from __future__ import annotations

from datetime import datetime
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from helpdesk.people.asker import AskerContact, may_go_to_asker
from helpdesk.people.hours import parse
from helpdesk.people.telling import Channel, Subject

HOME = ZoneInfo("Europe/Amsterdam")
WEDNESDAY = datetime(2026, 11, 25, 16, tzinfo=HOME)
NIGHT = datetime(2026, 11, 25, 21, tzinfo=HOME)
HOURS = parse("ma-vr 15.00-17.00")


def test_the_whole_matrix() -> None:
    addresses, choices, hours = ("", "zij@example.net"), (True, False), ((), HOURS)
    went = 0
    for email, safe, when, subject, channel, at in product(
        addresses, choices, hours, Subject, Channel, (WEDNESDAY, NIGHT)
    ):
        wanted = channel == Channel.CODE or (
            channel == Channel.EMAIL
            and subject == Subject.CONTACT
            and bool(email)
            and safe
            and (not when or at == WEDNESDAY)
        )
        found = may_go_to_asker(AskerContact(email, safe, when), [subject], channel, at=at)
        assert found.allowed is wanted, (email, safe, when, subject, channel, at, found)
        went += found.allowed
    assert went > 20, "the control: what is allowed does go"


def test_what_nobody_said_is_no() -> None:
    assert AskerContact.of(None) == AskerContact()
    assert not AskerContact.of({"email": "zij@example.net"}).safe
    assert not AskerContact.of({"email": "zij@example.net", "safe": "ja"}).safe
    known = AskerContact("zij@example.net", True, HOURS)
    assert AskerContact.of(known.as_content()) == known
    assert "example" not in repr(known)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (WEDNESDAY, WEDNESDAY),
        (NIGHT, datetime(2026, 11, 26, 15, tzinfo=HOME)),
        (datetime(2026, 11, 25, 9, tzinfo=HOME), datetime(2026, 11, 25, 15, tzinfo=HOME)),
        (datetime(2026, 11, 27, 17, tzinfo=HOME), datetime(2026, 11, 30, 15, tzinfo=HOME)),
        (
            datetime(2027, 3, 27, 12, tzinfo=HOME),
            datetime(2027, 3, 29, 15, tzinfo=HOME),
        ),  # over the change of the clock
    ],
)
def test_the_next_safe_moment(now: datetime, then: datetime) -> None:
    assert AskerContact("zij@example.net", True, HOURS).next_safe(now) == then


def test_once_a_week_comes_back_next_week_and_no_hours_are_always() -> None:
    weekly = AskerContact("zij@example.net", True, parse("wo 15.00-15.30"))
    assert weekly.next_safe(WEDNESDAY) == datetime(2026, 12, 2, 15, tzinfo=HOME)
    assert AskerContact("zij@example.net", True).next_safe(NIGHT) == NIGHT
