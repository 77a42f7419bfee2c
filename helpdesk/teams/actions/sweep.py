"""What the desk's worker throws away: sessions that ended, links that were used or went stale."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils import timezone

from helpdesk.teams.models import Absence, DeskSession, FactorReset, Invitation, RotaTurn

KEEP_ENDED_SESSIONS = timedelta(days=7)
KEEP_INVITATIONS = timedelta(days=30)
KEEP_ROTA = timedelta(days=30)


def sweep() -> int:
    """Delete what is past its term; the number of rows that went. Safe to run at any time, and twice."""
    now = timezone.now()
    silent = now - timedelta(seconds=settings.DESK_ABSOLUTE_SECONDS)
    gone = DeskSession.objects.filter(
        Q(ended_at__lt=now - KEEP_ENDED_SESSIONS) | Q(ended_at=None, started_at__lt=silent)
    ).delete()[0]
    gone += Session.objects.filter(expire_date__lt=now).delete()[0]
    gone += Invitation.objects.filter(created_at__lt=now - KEEP_INVITATIONS).delete()[0]
    gone += FactorReset.objects.filter(requested_at__lt=now - KEEP_INVITATIONS).delete()[0]
    gone += Absence.objects.filter(until_on__lt=timezone.localdate(now) - KEEP_ROTA).delete()[0]
    gone += RotaTurn.objects.filter(day__lt=timezone.localdate(now) - KEEP_ROTA).delete()[0]
    return gone
