"""Change what a colleague is here: role and teams, at work or not. Effective at the next click of that colleague."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from helpdesk.ledger.actions import Actor, record
from helpdesk.teams.actions.sessions import end_sessions
from helpdesk.teams.models import Ended, Member, Membership, Team
from helpdesk.teams.roles import Role


class NotOneself(ValueError):
    """Nobody gives rights to, or takes them from, the own account. The sentence is shown."""

    def __init__(self) -> None:
        super().__init__("Dit kun je niet bij jezelf doen. Vraag een andere beheerder.")


def put_in_teams(member: Member, slugs: Iterable[str]) -> None:
    """Make the teams of `member` exactly these."""
    Membership.objects.filter(member=member).delete()
    teams = Team.objects.filter(slug__in=list(slugs))
    Membership.objects.bulk_create([Membership(member=member, team=team) for team in teams])


@transaction.atomic
def change_role(*, by: Member, member: Member, role: Role, team_slugs: Iterable[str], discipline: str) -> None:
    """Another role, other teams. Running sessions go on: each click asks the table anew."""
    if by.pk == member.pk:
        raise NotOneself
    member.role, member.discipline = role, discipline
    member.save(update_fields=["role", "discipline"])
    put_in_teams(member, team_slugs)
    record("change-role", actor=Actor.member(by.pk), object_id=member.pk, purpose=str(role))


@transaction.atomic
def deactivate_member(*, by: Member, member: Member) -> None:
    """Close the account; all its sessions end at once (ASVS 7.4.2). Name and acts stay for the cases."""
    if by.pk == member.pk:
        raise NotOneself
    member.is_active = False
    member.save(update_fields=["is_active"])
    actor = Actor.member(by.pk)
    end_sessions(actor=actor, member=member, because=Ended.BY_ADMIN)
    record("deactivate-member", actor=actor, object_id=member.pk)


@transaction.atomic
def reactivate_member(*, by: Member, member: Member) -> None:
    """Open a closed account again; its factors are as they were."""
    if by.pk == member.pk:
        raise NotOneself
    member.is_active = True
    member.save(update_fields=["is_active"])
    record("reactivate-member", actor=Actor.member(by.pk), object_id=member.pk)


@transaction.atomic
def change_own_account(*, member: Member, first_name: str, full_name: str, single_keys: bool, theme: str) -> None:
    """What everybody may change of the own account. The address is how colleagues know you: an administrator's act."""
    member.first_name, member.full_name = first_name, full_name
    member.single_keys, member.theme = single_keys, theme
    member.save(update_fields=["first_name", "full_name", "single_keys", "theme"])
    record("change-own-account", actor=Actor.member(member.pk), object_id=member.pk)


@transaction.atomic
def guide_member(*, by: Member, member: Member, guided: bool) -> None:
    """Say that a colleague reads along what this one sends, or no longer. For a lead, of the own teams.

    Raises:
        NotOneself: nobody is let off by herself.
    """
    if by.pk == member.pk:
        raise NotOneself
    member.guided = guided
    member.save(update_fields=["guided"])
    record("guide-member", actor=Actor.member(by.pk), object_id=member.pk, purpose="on" if guided else "off")
