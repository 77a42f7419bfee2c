"""A colleague's deadlines as a calendar file: no name, no code, no kind. What it says is a day and where to look."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Calendar, Event

from helpdesk.deadlines.models import WHICH, CalendarEntry

Entry = tuple[UUID, date, str, int, bool]


def hash_of(token: str) -> bytes:
    """What is stored of the secret part of an address. It is random, so a plain hash keeps it."""
    return hashlib.sha256(token.encode()).digest()


def entries_under(token: str) -> list[Entry] | None:
    """What stands in the calendar of this address; None when nobody has it. Found by hash, compared at one pace."""
    wanted = hash_of(token)
    found = CalendarEntry.objects.under(wanted)
    if found is None or not hmac.compare_digest(found[0], wanted):
        return None
    return found[1]


def as_file(entries: Iterable[Entry], *, at: datetime, url: str) -> bytes:
    """The calendar by RFC 5545. An entry that was dropped is there for a while and says so."""
    calendar = Calendar()
    calendar.add("prodid", "-//helpdesk//termijnen//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Termijnen")
    for entry_id, day, which, version, cancelled in entries:
        event = Event()
        event.add("uid", str(entry_id))
        event.add("dtstamp", at)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", f"Termijn: {WHICH[which]}")
        event.add("sequence", version)
        event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        event.add("url", url)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
