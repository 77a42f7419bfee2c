"""`manage.py count_reports`: makes the figures across reports of each year that is closed. Runs as the owner."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from helpdesk.reports.actions.publish import publish_figures
from helpdesk.vault.keyring import KeyNotHeld


class Command(BaseCommand):
    """For a timer every night. Twice is fine: a year is made once."""

    help = "Makes the figures across reports: only what exposes nobody, and only of years that are closed."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            years = publish_figures()
        except KeyNotHeld:
            raise CommandError("The desk counts and reads nothing of it: run this as HELPDESK_PROGRAM=owner.") from None
        self.stdout.write(f"Figures were made of: {', '.join(map(str, years))}." if years else "No year was closed.")
