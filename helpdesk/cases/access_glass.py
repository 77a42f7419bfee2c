"""Requests through the glass, for whoever decides and signs; opened under the key of each, the look on record."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import Q

from helpdesk.cases.access import refuse
from helpdesk.cases.models import Conflict, GlassRequest
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role
from helpdesk.vault import gate
from helpdesk.vault.opened import attach

SHOWN = 100


def requests_for(member: Member) -> list[GlassRequest]:
    """One's own, those about the teams that one leads, and for privacy all; newest first."""
    rows = _visible(member).select_related("case", "asked_by", "decided_by", "signed_by").order_by("-created_on", "-id")
    found = list(rows[:SHOWN])
    glances = gate.glance(found)
    seen = [row for row in found if row.key_id in glances]
    for row in seen:
        attach(glances[row.key_id], row)
    return seen


def waiting_for(member: Member) -> int:
    """How many wait for this member to decide."""
    return _visible(member).filter(decided_by=None).exclude(asked_by=member).count()


def request_for(member: Member, request_id: UUID, *, to: str) -> GlassRequest:
    """One request of somebody.

    Raises:
        Http404: no such request, or none of this member's. The refusal is in the ledger.
    """
    row: GlassRequest | None = _visible(member).filter(pk=request_id).first()
    if row is None:
        raise refuse(member, to)
    return row


def _visible(member: Member) -> models.QuerySet[GlassRequest]:
    known = Conflict.objects.filter(member=member).values("case")
    others = Q(case=None) | ~Q(case__in=known)  # whoever knows the family hears of nobody's request for it
    mine = Q(asked_by=member)
    if member.role == Role.LEAD:
        mine |= Q(team__in=list(member.team_ids())) & others
    if member.role == Role.PRIVACY:
        mine |= others
    return GlassRequest.objects.filter(mine)
