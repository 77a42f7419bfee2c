"""What the asker does with her link or code: take over, write on, read, burn. Runs in the public program."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import connection, transaction

from helpdesk.cases.access import Visit, burn_mailbox_key, sealed_value
from helpdesk.cases.access_invite import held_with, let_go
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Letter, Mailbox, Message
from helpdesk.cases.workflow import State, Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import ASKER, record
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt


def accept_invitation(token: str, receipt: Receipt) -> bool:
    """Take the mailbox of this link over under a receipt, once. False when it is unknown, used, too old or cut off.

    The wrap under the receipt is committed first, then the mailbox is hers, then the wrap under the link is destroyed.
    A crash between two of them leaves a wrap that nothing names, and the sweeper takes it.
    """
    held = held_with(token, receipt)
    if held is None:
        return False
    with transaction.atomic(durable=True):
        taken = Mailbox.objects.accept(held.lookup, held.box, held.made)
        if taken:
            record("accept-invitation", actor=ASKER, object_id=held.box.case_id)
    let_go(held.box.key_id if taken else held.made.key_id)
    return taken


def answer(visit: Visit, text: str, *, kind: str = "answer", channel: str = "website") -> None:
    """Store what the asker writes, sealed to the case. A waiting or ended case comes back to its team.

    Args:
        kind: `answer` from the mailbox, `addition` when a changed question was sent again, `burn` for a wish to wipe.
    """
    today = clock.today()
    promise = agreements.due(agreements.NEW, Urgency.NORMAL, clock.now()).on
    message = Message(case_id=visit.box.case_id, created_on=today, visible_at=clock.now())
    visit.to_case(message)
    message.content = {"by": "asker", "kind": kind, "channel": channel, "text": text, "at": now_text()}
    box = visit.box
    box.status = status_after(box.status or {}, promise)
    sealed = sealed_value(box, "status")
    with transaction.atomic(durable=True):
        message.save(force_insert=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT mailbox_answered(%s, %s, %s, %s)", [visit.lookup, box.pk, promise, sealed])
        record(kind, actor=ASKER, object_id=box.case_id)


def status_after(status: dict[str, Any], promise: date) -> dict[str, Any]:
    """A question that nobody has read yet keeps its promise; anything else is with a team again, with a new one."""
    if status.get("state") in {State.NEW, State.TRIAGE}:
        return status
    return {**status, "promise_on": promise.isoformat(), "state": str(State.TEAM)}


def mark_letter_read(visit: Visit, letter: Letter) -> None:
    """From the next visit on this letter is not shown any more."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT mailbox_mark_read(%s, %s, %s)", [visit.lookup, visit.box.pk, letter.pk])


def burn_mailbox(visit: Visit) -> None:
    """The asker wipes her mailbox: the desk hears it, the key is destroyed, the rows go, the code is unknown."""
    answer(visit, "", kind="burn")
    burn_mailbox_key(visit)
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SELECT mailbox_burn(%s, %s)", [visit.lookup, visit.box.pk])
