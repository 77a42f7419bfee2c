"""Requests through the glass, for whoever decides and signs; opened under the key of each, the look on record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models import Count, Q

from helpdesk.cases.access import refuse
from helpdesk.cases.models import Conflict, GlassRequest
from helpdesk.lib import clock
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


@dataclass(frozen=True)
class Tally:
    """What of others wants this member's eye: wait for a decision, are open now, were not looked back at."""

    waiting: int
    in_use: int
    unsigned: int

    def __bool__(self) -> bool:
        return bool(self.waiting or self.in_use or self.unsigned)

    def __str__(self) -> str:
        return f"{self.waiting}-{self.in_use}-{self.unsigned}"


def tally_for(member: Member) -> Tally:
    """Counts alone, in one statement: no key is opened for them. What is open now is looked back at afterwards."""
    now = clock.now()
    asked = Q(decided_by=None)
    in_use = Q(open_until__gt=now)
    unsigned = Q(decided_by__isnull=False, signed_by=None) & (Q(open_until=None) | Q(open_until__lte=now))
    counts = {"waiting": Count("pk", asked), "in_use": Count("pk", in_use), "unsigned": Count("pk", unsigned)}
    return Tally(**_visible(member).exclude(asked_by=member).aggregate(**counts))


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
