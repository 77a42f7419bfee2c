"""Above the telephone: is it answered now, by whom today, and when again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helpdesk.directory.opening import Opening, opening_hours
from helpdesk.lib import clock
from helpdesk.teams.models import Member, RotaTurn
from helpdesk.teams.roles import may


@dataclass(frozen=True)
class AtThePhone:
    """`next_on` is the day on which it is answered next; None while it is."""

    hours: Opening
    is_open: bool
    next_on: date | None
    today: list[str]
    mine: bool
    may_edit: bool


def at_the_phone(member: Member) -> AtThePhone:
    """In one statement."""
    hours, now = opening_hours(), clock.now()
    turns = list(RotaTurn.objects.all().on(clock.today()))
    is_open = hours.is_open(now)
    return AtThePhone(
        hours,
        is_open,
        None if is_open else hours.next_day(now),
        [turn.member.full_name for turn in turns],
        any(turn.member_id == member.pk for turn in turns),
        may(member, "edit-rota"),
    )
