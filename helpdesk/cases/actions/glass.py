"""Through the glass: to read, for an hour, a case that is not there for one. Two people, a reason, a signature."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, transaction

from helpdesk.cases.access_contacts import new_desk_key
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import GlassRequest
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.teams.models import Member

OPEN_FOR = timedelta(minutes=60)
NONE = "Dit verzoek is er niet meer."


def ask_glass(*, member: Member, code: str, reason: str) -> GlassRequest:
    """Ask. The answer is the same whether or not there is such a case.

    Raises:
        NotNow: too short a reason.
    """
    why = checked_reason(reason)
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, team_id FROM glass_case(%s)", [code])
        found = cursor.fetchone() or (None, None)
    key = new_desk_key()
    row = GlassRequest(key_id=key.id, case_id=found[0], team_id=found[1], asked_by=member, created_on=clock.today())
    key.open(row)
    row.content = {"code": code, "reason": why, "at": now_text()}
    with transaction.atomic(durable=True):
        row.save(force_insert=True)
        record("ask-glass", actor=Actor.member(member.pk), object_id=row.case_id or row.pk)
    return row


def decide_glass(*, member: Member, request: GlassRequest, yes: bool) -> GlassRequest:
    """The second of two: an hour of reading, or no.

    Raises:
        NotNow: one's own, decided already, or there is no such case to open.
    """
    with transaction.atomic():
        row = GlassRequest.objects.select_for_update().filter(pk=request.pk, decided_by=None).first()
        if row is None:
            raise NotNow(NONE)
        if row.asked_by_id == member.pk:
            raise NotNow("Je vroeg dit zelf. Een andere collega beslist.")
        if yes and row.case_id is None:
            raise NotNow("Deze code hoort bij geen zaak die zo open kan.")
        row.decided_by = member
        row.open_until = clock.now() + OPEN_FOR if yes else None
        row.save(update_fields=["decided_by", "open_until"])
        verb = "open-glass" if yes else "refuse-glass"
        record(verb, actor=Actor.member(member.pk), object_id=row.case_id or row.pk)
    return row


def sign_glass(*, member: Member, request: GlassRequest) -> None:
    """Looked back at it: it was right, or it was spoken about. Nobody signs her own look.

    Raises:
        NotNow: one's own, or signed already.
    """
    if request.asked_by_id == member.pk:
        raise NotNow("Je keek zelf. Een andere collega tekent.")
    with transaction.atomic():
        waiting = GlassRequest.objects.filter(pk=request.pk, signed_by=None, decided_by__isnull=False)
        if not waiting.update(signed_by=member):
            raise NotNow(NONE)
        record("sign-glass", actor=Actor.member(member.pk), object_id=request.case_id or request.pk)
