"""A lost factor is reset by two people. The colleague comes back by a link that the second one hands over in person."""

from __future__ import annotations

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from helpdesk.ledger.actions import Actor, record
from helpdesk.teams.actions.invitations import invite
from helpdesk.teams.actions.sessions import end_sessions
from helpdesk.teams.models import Ended, FactorReset, Member
from helpdesk.teams.roles import Role


class ResetRefused(ValueError):
    """The sentence is shown to the colleague."""


@transaction.atomic
def request_factor_reset(*, by: Member, member: Member) -> FactorReset:
    """The first person asks. An earlier request for the same member makes place."""
    if by.pk == member.pk:
        raise ResetRefused("Je eigen sloten herstelt een ander voor je.")
    FactorReset.objects.filter(member=member, confirmed_at=None).delete()
    now = timezone.now()
    reset = FactorReset(member=member, requested_by=by, requested_at=now, expires_at=now + timedelta(hours=24))
    reset.save(force_insert=True)
    record("request-factor-reset", actor=Actor.member(by.pk), object_id=member.pk)
    return reset


@transaction.atomic
def confirm_factor_reset(*, by: Member, reset: FactorReset) -> str:
    """The second person confirms: factors, password and sessions go. Returns the token of the way back, shown once."""
    held = FactorReset.objects.open().select_for_update(of=("self",)).filter(pk=reset.pk).first()
    if held is None:
        raise ResetRefused("Dit verzoek is al behandeld of verlopen.")
    member: Member = held.member
    if by.pk in {held.requested_by_id, member.pk}:
        raise ResetRefused("Een tweede collega bevestigt dit: niet wie het vroeg, en niet wie het aangaat.")
    actor = Actor.member(by.pk)
    held.confirmed_by, held.confirmed_at = by, timezone.now()
    held.save(update_fields=["confirmed_by", "confirmed_at"])
    Authenticator.objects.filter(user=member).delete()
    member.set_password(None)
    member.save(update_fields=["password"])
    end_sessions(actor=actor, member=member, because=Ended.BY_ADMIN)
    record("confirm-factor-reset", actor=actor, object_id=member.pk)
    return invite(actor=actor, by=by, email=member.email, role=Role(member.role), member=member)


@transaction.atomic
def use_code_once(*, authenticator: Authenticator, step: int) -> bool:
    """Note that the code of this time step was used; False when it, or a later one, was used before (ASVS 6.5.1)."""
    held = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    if step <= held.data.get("last_step", 0):
        return False
    held.data["last_step"] = step
    held.save(update_fields=["data"])
    authenticator.data = held.data
    return True


def record_factor_change(*, member: Member, what: str) -> None:
    """A factor came or went by the member's own hand."""
    record("change-factors", actor=Actor.member(member.pk), object_id=member.pk, purpose=what)
