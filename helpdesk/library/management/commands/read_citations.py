"""`manage.py read_citations`: read all our own words anew, after the list of names grew. Again is harmless."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from helpdesk.library.actions import read_all_citations


class Command(BaseCommand):
    help = "Finds which sources the standard texts and internal articles cite."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Citations: {read_all_citations()} texts and articles read.")
