"""The sweeper: keys without rows (a crash between two commits), spent proofs, automatic mail that nobody needed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import connection

from helpdesk.cases.access import destroy_unused_keys
from helpdesk.cases.access_mail import destroy_mail_keys
from helpdesk.cases.models import SpentProof
from helpdesk.lib import clock

ROBOTS_KEPT = timedelta(days=30)
BATCH = 500
_IN_USE = ["keys_in_use"]  # functions of the database, one for each room that keeps keys of its own


def sweep_robot_mail() -> int:
    """Forget automatic messages that lay outside every case for thirty days; return how many.

    A bounce repeats what was sent and to whom, so it is not kept for ever. The worker sees no mail: two functions
    of the database name and delete these rows alone. The keys go first.
    """
    gone = 0
    before = clock.today() - ROBOTS_KEPT
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT id, key_id FROM old_robot_mail(%s, %s)", [before, BATCH])
            rows = cursor.fetchall()
            destroy_mail_keys([key for _, key in rows])
            cursor.execute("SELECT forget_robot_mail(%s)", [[row for row, _ in rows]])
            gone += len(rows)
            if len(rows) < BATCH:
                return gone


def sweep_spent_proofs() -> int:
    """Delete proofs older than two days; a ticket lives two hours, so none of them can come back."""
    return SpentProof.objects.filter(spent_on__lt=clock.today() - timedelta(days=2)).delete()[0]


def sweep_orphan_keys() -> int:
    """Destroy keys of yesterday and before that protect nothing: a question whose second commit never came."""

    def in_use(asked: list[UUID]) -> set[UUID]:
        with connection.cursor() as cursor:
            found: set[UUID] = set()
            for function in _IN_USE:
                cursor.callproc(function, [asked])
                found |= {row[0] for row in cursor.fetchall()}
            return found

    return destroy_unused_keys(in_use, before=clock.today() - timedelta(days=1))


def ask_too(function: str) -> None:
    """A room above keeps keys; this function of the database knows which. Once, when the program starts."""
    _IN_USE.append(function)
