"""What the lawyer does herself. Runs in the public program: it puts in once, marks, and reads nothing of the case."""

from __future__ import annotations

import hashlib
from uuid import UUID

from django.db import transaction

from helpdesk.cases.models import Message
from helpdesk.cases.workflow import Urgency
from helpdesk.counsel.access_outside import OpenDoor
from helpdesk.counsel.following import Answer, Filing
from helpdesk.counsel.models import Door, Parcel
from helpdesk.counsel.words import ANSWERS, as_said
from helpdesk.directory import agreements
from helpdesk.ledger.actions import OUTSIDE, record
from helpdesk.lib import clock
from helpdesk.lib.turns import Turns

_turns = Turns()


class AnsweredBefore(ValueError):
    """She has given her last answer, or the door was shut. Nothing was kept."""


def enrol(door: OpenDoor, secret: bytes, step: int) -> bool:
    """Keep the secret of her app at the first visit; False when somebody was earlier, or the time for it is over."""
    with transaction.atomic(durable=True):
        if not Door.objects.enrol(door.lookup, door.sealed_secret(secret), step):
            return False
        record("enter-counsel", actor=OUTSIDE, object_id=door.row.case_id, purpose="first")
    return True


def enter(door: OpenDoor, step: int) -> bool:
    """Come in with the figures of this step; False when they were used before."""
    with transaction.atomic(durable=True):
        if not Door.objects.enter(door.lookup, step):
            return False
        record("enter-counsel", actor=OUTSIDE, object_id=door.row.case_id)
    return True


def note_wrong(door: OpenDoor) -> None:
    """Wrong figures. Only whoever opened link and code gets here, so nobody else can shut her out."""
    with transaction.atomic(durable=True):
        Door.objects.note_wrong(door.lookup)
        record("enter-counsel", actor=OUTSIDE, object_id=door.row.case_id, result="refused")


def collect(door: OpenDoor, parcel_id: UUID) -> Parcel | None:
    """One thing that lies ready, once. That it was fetched is committed before a byte leaves."""
    with transaction.atomic(durable=True):
        row = door.collect(parcel_id)
        if row is not None:
            record("collect-share", actor=OUTSIDE, object_id=door.row.case_id)
    return row


def reply(door: OpenDoor, said: Filing | Answer, *, page: bytes) -> None:
    """Keep where she filed, or her answer, sealed to the case, in her thread; the case comes back to its team.

    Args:
        page: the number of her visit; the same words from it count once.

    Raises:
        AnsweredBefore: she gave her last answer already.
    """
    words = hashlib.sha256(as_said(said).encode()).digest()
    with _turns.take(page) as done:
        if words not in done:
            _put_in(door, said)
            done.add(words)


def _put_in(door: OpenDoor, said: Filing | Answer) -> None:
    now = clock.now()
    message = Message(case_id=door.row.case_id, created_on=clock.today(), visible_at=now)
    door.to_case(message)
    message.content = {
        "by": "party",
        "kind": ANSWERS,
        "channel": "link",
        "party": door.row.told["party"],
        "counsel": door.row.told["counsel"],
        "said": said.as_content(),
        "text": as_said(said),
        "at": now.isoformat(timespec="seconds"),
    }
    promise = agreements.due(agreements.NEW, Urgency.NORMAL, now).on
    with transaction.atomic(durable=True):
        message.save(force_insert=True)
        if not Door.objects.reply(door.lookup, promise, last=isinstance(said, Answer)):
            raise AnsweredBefore
        record("answer-counsel", actor=OUTSIDE, object_id=door.row.case_id)
