"""`manage.py load_teams`: bring the teams up to their file. Again is harmless."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from helpdesk.teams.actions.teams import load_teams


class Command(BaseCommand):
    """Part of every release, after the migrations."""

    help = "Loads the teams from helpdesk/teams/teams.toml."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{load_teams()} teams.")
