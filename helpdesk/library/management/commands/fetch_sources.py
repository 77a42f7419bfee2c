"""`manage.py fetch_sources FOLDER --law BWBR0005537 --ecli ... --item 001-57769 --since 2026-01-01`: files to import.

Polite and resumable: what is in the folder is not asked for again, and a part of a file is completed. It only fetches;
`import_sources FOLDER` reads them.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from helpdesk.library import endpoints
from helpdesk.library.fetching import Fetcher, NotFetched


class Command(BaseCommand):
    help = "Fetches official law and case law into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--law", action="append", default=[], metavar="BWBR...")
        parser.add_argument("--on", type=date.fromisoformat, help="only the state of this day")
        parser.add_argument("--ecli", action="append", default=[])
        parser.add_argument("--since", type=date.fromisoformat, help="judgments that changed since this day")
        parser.add_argument("--subject", default="", help="field of law, an address of data.rechtspraak.nl")
        parser.add_argument("--item", action="append", default=[], help="number of a text in HUDOC")
        parser.add_argument("--query", default="", help="query of HUDOC")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds between two requests")

    def handle(self, *args: Any, **options: Any) -> None:
        fetcher = Fetcher(options["folder"], settings.SOURCES_AGENT, options["pause"])
        new = old = 0
        try:
            for name, is_new in self._asked(fetcher, options):
                new, old = new + is_new, old + (not is_new)
                self.stdout.write(f"{'fetched' if is_new else 'is there'} {name}")
        except NotFetched as why:
            raise CommandError(f"{why} ({new} new; start again to go on)") from None
        self.stdout.write(f"{new} new, {old} were there.")

    def _asked(self, fetcher: Fetcher, options: dict[str, Any]) -> Iterator[tuple[str, bool]]:
        bases = settings.SOURCES
        yield from endpoints.laws(fetcher, options["law"], on=options["on"], base=bases["bwb"])
        since, subject = options["since"], options["subject"]
        yield from endpoints.judgments(
            fetcher, options["ecli"], since=since, subject=subject, base=bases["rechtspraak"]
        )
        yield from endpoints.strasbourg(fetcher, options["item"], query=options["query"], base=bases["hudoc"])
