"""Invite somebody, and accept an invitation: the only way in which an account comes about."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from helpdesk.ledger.actions import Actor, record
from helpdesk.teams.actions.members import put_in_teams
from helpdesk.teams.models import Invitation, Member
from helpdesk.teams.roles import MAY_INVITE, Role


class InvitationRefused(ValueError):
    """The sentence is shown to the colleague."""


def token_hash(token: str) -> str:
    """A token has 256 random bits, so a plain hash keeps it; the link is nowhere in the database."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(
    *,
    actor: Actor,
    by: Member | None,
    email: str,
    role: Role,
    team_slugs: Iterable[str] = (),
    discipline: str = "",
    member: Member | None = None,
) -> str:
    """Make an invitation of a day and return its token; it is shown or sent once.

    `by` is None only for the first administrator and the demonstration. `member` is set to let somebody back in.
    An earlier open invitation for the same address stops working.
    """
    address = email.strip().lower()
    if by is not None and member is None and role not in MAY_INVITE.get(Role(by.role), frozenset()):
        raise InvitationRefused("Voor deze rol kan een beheerder uitnodigen.")
    slugs = set(team_slugs)
    if by is not None and member is None and by.role != Role.ADMIN:
        own = set(by.memberships.values_list("team__slug", flat=True))
        if not slugs <= own:
            raise InvitationRefused("Voor een ander team kan een beheerder uitnodigen.")
    if member is None and Member.objects.filter(email=address).exists():
        raise InvitationRefused("Met dit adres werkt hier al iemand.")
    now = timezone.now()
    Invitation.objects.open().filter(email=address).update(expires_at=now)
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        token_hash=token_hash(token),
        email=address,
        role=role,
        team_slugs=sorted(slugs),
        discipline=discipline,
        member=member,
        invited_by=by,
        created_at=now,
        expires_at=now + timedelta(hours=settings.INVITATION_HOURS),
    )
    invitation.save(force_insert=True)
    record("invite", actor=actor, object_id=invitation.pk, purpose=str(role))
    return token


def invitation_for(token: str) -> Invitation | None:
    """The open invitation of this link; None for unknown, used and stale alike."""
    found: Invitation | None = Invitation.objects.open().filter(token_hash=token_hash(token)).first()
    return found


@transaction.atomic
def accept_invitation(*, token: str, first_name: str, full_name: str, password: str | None) -> Member:
    """Make the account, or let its owner back in. Without a password the passkey that follows is the way in.

    Raises InvitationRefused when the link is used meanwhile: two clicks, one account.
    """
    invitation = Invitation.objects.open().select_for_update().filter(token_hash=token_hash(token)).first()
    if invitation is None:
        raise InvitationRefused("Deze uitnodiging werkt niet meer.")
    now = timezone.now()
    member = invitation.member or Member(
        email=invitation.email,
        role=invitation.role,
        discipline=invitation.discipline,
        joined_on=timezone.localdate(now),
    )
    member.first_name, member.full_name, member.is_active = first_name, full_name, True
    member.set_password(password)
    member.save()
    if invitation.member is None:
        put_in_teams(member, invitation.team_slugs)
    invitation.used_at = now
    invitation.save(update_fields=["used_at"])
    record("accept-invitation", actor=Actor.member(member.pk), object_id=invitation.pk)
    return member
