"""`manage.py check_reference`: names what nobody checked for half a year, and then ends with 1. For CI and a timer."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from helpdesk.directory import reference
from helpdesk.lib import clock


class Command(BaseCommand):
    help = "Lists reference rows that were checked more than 183 days ago."

    def handle(self, *args: Any, **options: Any) -> None:
        aged = reference.aged(clock.today())
        for item in aged:
            self.stdout.write(f"{item.list_name}/{item.key}: checked on {item.checked_on}")
        if aged:
            raise CommandError(f"{len(aged)} rows were not checked for half a year.")
