"""`manage.py index_sources`: what was imported becomes findable. Again is harmless; killed, nothing is left behind."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from helpdesk.library.actions.source_index import forget_segments, index_sources


class Command(BaseCommand):
    """Run by whoever owns the tables, after an import."""

    help = "Makes the sources that were imported findable. Only what is new is read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="Throw the whole index away and make it again.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["anew"]:
            forget_segments()
        read = index_sources()
        if options["verbosity"]:
            self.stdout.write(f"Search in the sources: {read} articles read.")
