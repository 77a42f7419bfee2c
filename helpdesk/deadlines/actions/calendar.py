"""The secret address of one's own calendar: made, made anew, taken away. Shown once; only its hash is kept."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction

from helpdesk.deadlines.calendar import hash_of
from helpdesk.deadlines.models import CalendarEntry, CalendarFeed
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.teams.models import Member

KEPT = timedelta(days=60)  # so long a dropped entry says so, for calendars that look in rarely


@transaction.atomic
def make_calendar(*, member: Member) -> str:
    """A new address; one that was there answers no more. Returns the secret part, which nobody can read again."""
    token = secrets.token_urlsafe(24)
    CalendarFeed.objects.filter(member=member).delete()
    CalendarFeed(member=member, token_hash=hash_of(token), created_on=clock.today()).save(force_insert=True)
    record("make-calendar", actor=Actor.member(member.pk), object_id=member.pk)
    return token


@transaction.atomic
def revoke_calendar(*, member: Member) -> None:
    """From now on the address answers nobody."""
    CalendarFeed.objects.filter(member=member).delete()
    record("revoke-calendar", actor=Actor.member(member.pk), object_id=member.pk)


def sweep_calendar() -> None:
    """What the worker takes away."""
    CalendarEntry.objects.sweep(clock.today() - KEPT)
