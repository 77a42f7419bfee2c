"""`manage.py load_reference`: bring the rows up to the files. Again is harmless; changes of administrators stay."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from helpdesk.directory import files
from helpdesk.directory.models import ReferenceItem
from helpdesk.lib.ids import new_id


class Command(BaseCommand):
    help = "Loads the reference lists from helpdesk/directory/data."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        wanted = {(item.list_name, item.key): asdict(item) for item in files.items()}
        held = {(row.list_name, row.key): row.pk for row in ReferenceItem.objects.all()}
        gone = [pk for place, pk in held.items() if place not in wanted]
        ReferenceItem.objects.filter(pk__in=gone).delete()
        ReferenceItem.objects.bulk_create(
            [ReferenceItem(id=held.get(place) or new_id(), **row) for place, row in wanted.items()],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[name for name in files.Item.__dataclass_fields__ if name not in {"list_name", "key"}],
        )
        if options["verbosity"]:
            self.stdout.write(f"Reference lists: {len(wanted)} rows, {len(gone)} removed.")
