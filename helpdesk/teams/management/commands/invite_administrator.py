"""`manage.py invite_administrator <address>`: the very first account of a new house, and no other."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from helpdesk.ledger.actions import Actor
from helpdesk.teams.actions.invitations import invite
from helpdesk.teams.actions.teams import load_teams
from helpdesk.teams.letters import invitation_link
from helpdesk.teams.models import Member
from helpdesk.teams.roles import Role


class Command(BaseCommand):
    """Whoever can run this on the machine could do anything there; it refuses once an administrator works here."""

    help = "Prints the invitation of the first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        if Member.objects.filter(role=Role.ADMIN, is_active=True).exists():
            raise CommandError("There is an administrator already. Invitations are made at the desk.")
        load_teams()
        token = invite(actor=Actor.worker("installer"), by=None, email=options["email"], role=Role.ADMIN)
        self.stdout.write("Open this once, within a day:")
        self.stdout.write(invitation_link(token))
