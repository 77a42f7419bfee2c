"""Which texts came in under one ticket: a mark for each, in the table of spent proofs. Keyed, so it tells nothing."""

from __future__ import annotations

import hmac
import json
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from helpdesk.cases.actions import ProofSpent, spend_proof
from helpdesk.intake.ticket import Ticket


def mark_of(data: dict[str, Any], ticket: Ticket) -> bytes:
    """Tells a text that was sent before from a changed one. Keyed with the receipt, which no database holds."""
    said = {name: value for name, value in data.items() if name not in {"ticket", "pow"}}
    key = ticket.receipt.to_bytes() + settings.KEYRING.ticket
    return hmac.digest(key, ticket.submission.bytes + json.dumps(said, sort_keys=True).encode(), "sha256")


def remember(mark: bytes) -> bool:
    """Write the mark; False when it was there. No wait for the disk: the case's commit follows and takes it along."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL synchronous_commit TO off")
            spend_proof(mark)
    except ProofSpent:
        return False
    return True


class _OnlyLooking(Exception):
    """Rolls the look back."""


def is_marked(mark: bytes) -> bool:
    """Whether the mark is there. This role cannot read the table; it tries to write, and takes the try back."""
    try:
        with transaction.atomic():
            spend_proof(mark)
            raise _OnlyLooking
    except ProofSpent:
        return True
    except _OnlyLooking:
        return False


def half(mark: bytes) -> bytes:
    """Stands while an addition is being stored; when that breaks off, the mark alone does not count."""
    return b"half" + mark
