"""`manage.py verify_ledger`: walks the whole chain and ends with 1 when anything was changed, removed or cut off."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from helpdesk.cases.access import verify_ledger


class Command(BaseCommand):
    """For a timer every night, and for whoever asks whether the ledger can be trusted."""

    help = "Verifies the ledger against its chain and the anchor in the key database."

    def handle(self, *args: Any, **options: Any) -> None:
        verdict = verify_ledger()
        if not verdict.sound:
            where = f"at link {verdict.broken_at}" if verdict.broken_at else "at its end: links are missing"
            raise CommandError(f"The ledger was tampered with, {where}.")
        self.stdout.write(f"Sound: {verdict.links} links, {verdict.unsealed} entries not chained yet.")
