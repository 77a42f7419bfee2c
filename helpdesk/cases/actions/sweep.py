"""The sweeper: keys without rows (a crash between the two commits) and spent proofs that can no longer be used."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connection

from helpdesk.cases.access import destroy_unused_keys
from helpdesk.cases.models import SpentProof
from helpdesk.lib import clock


def sweep_spent_proofs() -> int:
    """Delete proofs older than two days; a ticket lives two hours, so none of them can come back."""
    return SpentProof.objects.filter(spent_on__lt=clock.today() - timedelta(days=2)).delete()[0]


def sweep_orphan_keys() -> int:
    """Destroy keys of yesterday and before that protect nothing: a question whose second commit never came."""

    def in_use(asked: list[UUID]) -> set[UUID]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT keys_in_use(%s)", [asked])
            return {row[0] for row in cursor.fetchall()}

    return destroy_unused_keys(in_use, before=clock.today() - timedelta(days=1))
