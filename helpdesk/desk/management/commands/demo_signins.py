"""`manage.py demo_signins`: who one can be in the demonstration, for the screen of `./dev run`."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from helpdesk.teams.demo import CAST


class Command(BaseCommand):
    """Prints names, roles and teams; signing in is one click on the desk's first page."""

    help = "Prints the people of the demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            return
        self.stdout.write("Sign in with one click as:")
        for one in CAST:
            where = f" ({', '.join(one.teams)})" if one.teams else ""
            self.stdout.write(f"  {one.full_name:<16} {one.role_label.lower()}: {one.discipline}{where}")
