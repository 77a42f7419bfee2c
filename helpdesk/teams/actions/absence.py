"""Days on which a colleague does not work: entered by herself, or by her lead when she fell ill."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.teams.models import Absence, Member


@transaction.atomic
def enter_absence(*, by: Member, member: Member, from_on: date, until_on: date, stand_in: Member | None) -> Absence:
    """She is away from a day until a day, both included."""
    row = Absence(member=member, from_on=from_on, until_on=until_on, stand_in=stand_in)
    row.save(force_insert=True)
    record("enter-absence", actor=Actor.member(by.pk), object_id=member.pk)
    return row


@transaction.atomic
def end_absence(*, by: Member, absence_id: UUID) -> None:
    """She is back, or it was a mistake."""
    row: Absence | None = Absence.objects.filter(pk=absence_id).first()
    if row is None:
        return
    record("end-absence", actor=Actor.member(by.pk), object_id=row.member_id)
    row.delete()
