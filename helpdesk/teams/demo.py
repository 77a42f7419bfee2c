"""The cast of the demonstration: invented people, who come in by real invitations. Only with DEMO on."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.invitations import accept_invitation, invite
from helpdesk.teams.actions.teams import load_teams
from helpdesk.teams.models import Member
from helpdesk.teams.roles import ROLE_LABELS, Role

LOADER = Actor.worker("demo")


@dataclass(frozen=True)
class CastMember:
    """One invented colleague. `slug` is what the one-click button sends."""

    slug: str
    full_name: str
    first_name: str
    discipline: str
    role: Role
    teams: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.slug}@helpdesk.example"  # a domain that can never exist

    @property
    def role_label(self) -> str:
        return ROLE_LABELS[self.role]


CAST = (
    CastMember("iris", "Iris de Wit", "Iris", "jurist jeugdhulp", Role.JURIST, ("jeugdhulp",)),
    CastMember("sanne", "Sanne Oud", "Sanne", "coördinator jeugdhulp", Role.LEAD, ("jeugdhulp",)),
    CastMember("mo", "Mo Bakker", "Mo", "intake", Role.INTAKE),
    CastMember("farah", "Farah Idrissi", "Farah", "jurist migratie", Role.JURIST, ("migratie",)),
    CastMember("thomas", "Thomas Kok", "Thomas", "jurist jeugdstrafrecht", Role.JURIST, ("jeugdstraf",)),
    CastMember("noor", "Noor Visser", "Noor", "jurist uitbuiting en familie", Role.JURIST, ("uitbuiting", "familie")),
    CastMember("lotte", "Lotte Blom", "Lotte", "beleidsmedewerker", Role.POLICY),
    CastMember("karim", "Karim Haddad", "Karim", "functionaris gegevensbescherming", Role.PRIVACY),
    CastMember("bas", "Bas Smit", "Bas", "beheerder", Role.ADMIN),
)


def cast_member(slug: str) -> Member | None:
    """The account behind a button, when this is a demonstration and it exists and is open."""
    if not settings.DEMO or slug not in {one.slug for one in CAST}:
        return None
    found: Member | None = Member.objects.filter(email=f"{slug}@helpdesk.example", is_active=True).first()
    return found


@transaction.atomic
def load_cast() -> dict[str, Member]:
    """Invite the cast and let them accept. Twice is fine: who is there stays as is. Returns them by slug."""
    if not settings.DEMO:
        raise RuntimeError("The cast exists only in a demonstration (HELPDESK_DEMO=1).")
    load_teams()
    here = {member.email: member for member in Member.objects.filter(email__in=[one.email for one in CAST])}
    return {one.slug: here.get(one.email) or _join(one) for one in CAST}


def _join(one: CastMember) -> Member:
    token = invite(
        actor=LOADER, by=None, email=one.email, role=one.role, team_slugs=one.teams, discipline=one.discipline
    )
    return accept_invitation(token=token, first_name=one.first_name, full_name=one.full_name, password=None)
