"""The asker stops what she agreed to, in her mailbox, and can put it back at once. Runs in the public program."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection, transaction

from helpdesk.cases.access import Visit, sealed_value
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Withdrawal
from helpdesk.ledger.actions import ASKER, record
from helpdesk.lib import clock


def stop_consent(visit: Visit, consent: str) -> dict[str, Any] | None:
    """From the commit of this on nothing is told by that consent: the door reads the row before it allows anything.

    Returns:
        What was stopped, with the id of the stop; None when that consent does not stand in her mailbox.
    """
    status = visit.box.status or {}
    one = next((one for one in status.get("agreed") or [] if one["id"] == consent), None)
    if one is None:
        return None
    row = Withdrawal(case_id=visit.box.case_id, created_on=clock.today(), made_at=clock.now())
    visit.to_case(row)
    row.content = {"consent": consent, "at": now_text()}
    stopped = {**one, "stop": str(row.pk)}
    left = [other for other in status["agreed"] if other["id"] != consent]
    with transaction.atomic(durable=True):
        row.save(force_insert=True)
        _tell(visit, {**status, "agreed": left, "stopped": stopped})
        record("stop-consent", actor=ASKER, object_id=visit.box.case_id)
    return stopped


def allow_again(visit: Visit, stop: UUID) -> bool:
    """Put back what she stopped a moment ago; False when that is too long ago, or seen at the desk already."""
    status = visit.box.status or {}
    stopped = status.get("stopped") or {}
    if stopped.get("stop") != str(stop):
        return False
    one = {name: value for name, value in stopped.items() if name != "stop"}
    with transaction.atomic(durable=True):
        if not Withdrawal.objects.put_back(visit.lookup, visit.box.pk, stop):
            return False
        _tell(visit, {**status, "agreed": [*status.get("agreed", []), one], "stopped": None})
        record("allow-again", actor=ASKER, object_id=visit.box.case_id)
    return True


def _tell(visit: Visit, status: dict[str, Any]) -> None:
    visit.box.status = status
    with connection.cursor() as cursor:
        sealed = sealed_value(visit.box, "status")
        cursor.execute("SELECT mailbox_status(%s, %s, %s)", [visit.lookup, visit.box.pk, sealed])
