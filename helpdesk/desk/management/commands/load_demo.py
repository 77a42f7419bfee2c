"""`manage.py load_demo`: fills a demonstration with invented cases through the real actions. Runs as the owner."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from helpdesk.cases.demo.loader import load, with_ring
from helpdesk.deadlines.demo import load_deadlines
from helpdesk.reports.demo import load_report
from helpdesk.reports.demo_figures import load_figures
from helpdesk.teams.demo import load_cast


class Command(BaseCommand):
    """Twice is fine: what is there stays as it is."""

    help = "Loads the demonstration's cast and cases."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--public-keyring", type=Path, help="default: public.json beside this program's keyring")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demonstration: HELPDESK_DEMO is not 1, and nothing was loaded.")
        if str(settings.PROGRAM) != "owner":
            raise CommandError("load_demo asks and answers in one go, so it runs as HELPDESK_PROGRAM=owner.")
        ring = options["public_keyring"] or Path(os.environ["HELPDESK_KEYRING"]).with_name("public.json")
        made = load(lambda: with_ring(ring))
        days = load_deadlines(made)
        self.stdout.write(f"{len(made)} cases were made, and {days} days set in them.")
        load_report(load_cast())
        load_figures()
        answered = [play for play in made if play.story.stage == "waiting_asker" and play.story.asker == "kind"]
        if answered:
            self.stdout.write(f"A child's code that has an answer: {' '.join(answered[0].receipt.words)}")
