"""What the tests of all rooms use to be somebody: members by real invitations, and a shortcut through the sign-in."""

from __future__ import annotations

import time
from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.invitations import accept_invitation, invite
from helpdesk.teams.actions.teams import load_teams
from helpdesk.teams.models import DeskSession, Member, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.session_store import SEEN, STARTED, STRONG, row_key

PASSWORD = "vuurtoren mist klinker"
SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def joined(name: str, role: Role, teams: Iterable[str] = (), password: str | None = None) -> Member:
    """A colleague who was invited and accepted, without a second lock."""
    if not Team.objects.exists():
        load_teams()
    email = f"{name.lower().replace(' ', '.')}@werk.example"
    token = invite(actor=Actor.worker("test"), by=None, email=email, role=role, team_slugs=teams, discipline=name)
    first = name.split()[0]
    return accept_invitation(token=token, first_name=first, full_name=name, password=password)


def with_app(member: Member, seed: str = SEED) -> Authenticator:
    """Give the member the app with codes."""
    held: Authenticator = TOTP.activate(member, seed).instance
    return held


def code_of(held: Authenticator, *, later: int = 0) -> str:
    """What the app shows now, or some half minutes later."""
    return str(format_hotp_value(hotp_value(decrypt(held.data["secret"]), int(time.time()) // 30 + later)))


def sign_in(client: Client, member: Member, *, strong: bool = True) -> None:
    """Be `member`, with both locks open unless told otherwise, without walking through the sign-in."""
    client.force_login(member, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session[STARTED] = session[SEEN] = time.time()
    session[STRONG] = strong
    session.save()
    now = timezone.now()
    DeskSession(member=member, key_hash=row_key(session.session_key or ""), started_at=now, seen_at=now).save()


def ages(client: Client, **seconds: int) -> None:
    """Move the session's times into the past: `ages(client, desk_seen=900)`."""
    session = client.session
    for name, passed in seconds.items():
        session[name] -= passed
    session.save()


def is_in(client: Client) -> bool:
    """Whether the account page opens."""
    return client.get("/aanmelden/account/").status_code == 200


def rows_of_sessions() -> int:
    return Session.objects.count()
