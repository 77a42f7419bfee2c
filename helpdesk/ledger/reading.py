"""Reading the ledger: who looked at a case, and what was done with it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from helpdesk.ledger.models import Entry


def of_object(object_id: UUID) -> QuerySet[Entry]:
    """Everything about one object, newest first."""
    return Entry.objects.filter(object_id=object_id).order_by("-at")
