"""The asker says how it went, or passes it by. Runs in the public program."""

from __future__ import annotations

from django.db import connection, transaction

from helpdesk.cases.access import Visit, sealed_value
from helpdesk.cases.access_how import counted_answer
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.actions.visit import status_after
from helpdesk.cases.models import ASKS_AGAIN, HEARD, Message
from helpdesk.cases.workflow import Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import ASKER, record
from helpdesk.lib import clock

ANSWERS = ("yes", "bit", "no")


def tell_how(visit: Visit, *, answer: str = "", text: str = "", again: bool = False) -> None:
    """Store what she says, sealed to the case; an answer is counted once. Only `again` brings the case back.

    Args:
        answer: one of `ANSWERS`, or empty.
        again: she asks us to look once more.
    """
    today, box = clock.today(), visit.box
    message = Message(case_id=box.case_id, created_on=today, visible_at=clock.now())
    visit.to_case(message)
    said = {"answer": answer, "again": again, "text": text, "at": now_text()}
    message.content = {"by": "asker", "kind": "how", "channel": "mailbox", **said}
    fact = counted_answer(visit, answer, again=again)
    promise = agreements.due(agreements.NEW, Urgency.NORMAL, clock.now()).on
    if again:
        box.status = status_after(box.status or {}, promise)
    with transaction.atomic(durable=True):
        message.save(force_insert=True)
        if _heard(visit, ASKS_AGAIN if again else HEARD) and answer and fact is not None:
            fact.save(force_insert=True)
        if again:
            with connection.cursor() as cursor:
                sealed = sealed_value(box, "status")
                cursor.execute("SELECT mailbox_answered(%s, %s, %s, %s)", [visit.lookup, box.pk, promise, sealed])
        record("ask-again" if again else "tell-how", actor=ASKER, object_id=box.case_id)


def pass_how_by(visit: Visit) -> None:
    """She does not want to say; we do not ask again about this end."""
    with transaction.atomic(durable=True):
        _heard(visit, HEARD)


def _heard(visit: Visit, what: int) -> bool:
    """Remember that we heard from her; False when we did before."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT mailbox_heard(%s, %s, %s)", [visit.lookup, visit.box.pk, what])
        return bool(cursor.fetchone()[0])
