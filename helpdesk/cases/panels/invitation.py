"""How it stands with an invitation: until when its link opens, whether it was opened, or is too old."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from helpdesk.cases.models import Mailbox
from helpdesk.lib import clock


@dataclass(frozen=True)
class Invitation:
    """`opened_at` is when somebody took the mailbox over; who that was, nobody here knows."""

    until: date
    opened_at: datetime | None
    expired: bool


def invitation_of(box: Mailbox | None) -> Invitation | None:
    """Of a mailbox that began with an invitation; None for every other."""
    if box is None or box.invite_until is None:
        return None
    return Invitation(box.invite_until, box.opened_at, box.opened_at is None and box.invite_until < clock.today())
