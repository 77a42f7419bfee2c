"""Complaints about ourselves as numbers, for leads and the privacy officer."""

from __future__ import annotations

from helpdesk.cases.models import OwnComplaint
from helpdesk.lib import clock
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may


def late_complaints(member: Member) -> int | None:
    """How many are late, as far as this member may know; None for whoever does not count them."""
    if not may(member, "count-complaints"):
        return None
    _, unconfirmed, unanswered = OwnComplaint.objects.all().counted(clock.today())
    return int(unconfirmed + unanswered)
