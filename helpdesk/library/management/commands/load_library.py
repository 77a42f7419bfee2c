"""`manage.py load_library`: the Convention and the general comments from our own lists. Again is harmless."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from helpdesk.library.actions import load_own_lists


class Command(BaseCommand):
    help = "Makes works of our own lists, with titles in our own words, where no text was imported yet."

    def handle(self, *args: Any, **options: Any) -> None:
        written = load_own_lists()
        if options["verbosity"]:
            self.stdout.write(f"Library: {written} of our own lists written.")
