"""A question comes in. Runs in the public program, which can insert and cannot read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from helpdesk.cases.access import Birth, new_case, to_mailbox
from helpdesk.cases.actions.stepping import NO_PICTURES, now_text
from helpdesk.cases.models import Case, Mailbox, Message, SpentProof
from helpdesk.cases.workflow import State, Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import ASKER, record
from helpdesk.lib import clock
from helpdesk.lib.case_codes import new_code
from helpdesk.lib.receipts import Receipt


class AlreadyFiled(Exception):
    """This submission was stored before; show its receipt again, or add to it."""


class ProofSpent(Exception):
    """This proof of work was used before."""


@dataclass(frozen=True)
class Question:
    """What somebody asks. `facts` are sealed summary fields (asker, theme, age_band …), `more` what else she told."""

    text: str
    channel: str = "website"
    danger: bool = False
    team_id: UUID | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    more: dict[str, Any] = field(default_factory=dict)


def spend_proof(proof: bytes) -> None:
    """Use up a solved proof of work; raises ProofSpent the second time."""
    try:
        with transaction.atomic():
            SpentProof(proof=proof, spent_on=clock.today()).save(force_insert=True)
    except IntegrityError:
        raise ProofSpent from None


def file_question(
    question: Question,
    *,
    receipt: Receipt,
    submission: UUID,
    promise_on: date | None = None,
    beside: Callable[[Case, Birth], None] | None = None,
) -> Case:
    """Store a question under a key of its own: keys first, then content, each in one durable commit.

    Args:
        submission: from the form's ticket; becomes the case's id, so that a second post cannot make a second case.
        promise_on: another day than that of a question.
        beside: what else is stored in the same commit, under the key of the case.

    Raises:
        AlreadyFiled: a case with this submission exists.
    """
    birth = new_case(receipt)
    today = clock.today()
    asked_at, urgency = now_text(), Urgency.DANGER if question.danger else Urgency.NORMAL
    case = Case(
        id=submission,
        code=new_code(),
        team_id=question.team_id,
        state=str(State.NEW),
        urgency=int(urgency),
        promise_on=promise_on or agreements.due(agreements.FIRST, urgency, clock.now()).on,
        created_on=today,
        key_id=birth.key.key_id,
    )
    message = Message(case=case, created_on=today, visible_at=clock.now())
    birth.open(case, message)
    case.summary = {"channel": question.channel, "asked_at": asked_at, **question.facts}
    message.content = {
        "by": "asker",
        "kind": "question",
        "channel": question.channel,
        "text": question.text,
        "at": asked_at,
        "more": question.more,
    }
    box = _mailbox(case, birth.mailbox, birth.case_public)
    birth.store()  # the key is committed before the first byte that it protects
    try:
        with transaction.atomic(durable=True):
            for row in (case, message, box):
                row.save(force_insert=True)
            if beside is not None:
                beside(case, birth)
            record("ask", actor=ASKER, object_id=case.pk, purpose=question.channel)
    except IntegrityError as error:
        match _constraint(error):
            case "cases_case_code_key":  # a code that was given before: draw another
                return file_question(
                    question, receipt=receipt, submission=submission, promise_on=promise_on, beside=beside
                )
            case "cases_case_pkey":
                raise AlreadyFiled from None
        raise
    return case


def _mailbox(case: Case, made: Any, case_public: bytes) -> Mailbox:
    box = Mailbox(
        case=case,
        lookup=made.lookup,
        salt=made.salt,
        key_id=made.key_id,
        public_key=made.public,
        case_public=case_public,
        created_on=case.created_on,
        made_at=clock.now(),
        expires_on=case.created_on + timedelta(days=settings.MAILBOX_DAYS),
    )
    to_mailbox(box, box)
    promise = case.promise_on.isoformat() if case.promise_on else None
    box.status = {
        "state": str(State.NEW),
        "promise_on": promise,
        "answered": False,
        "helper": None,
        "asker": case.summary.get("asker"),
        "no_pictures": case.summary.get("theme") in NO_PICTURES,
    }
    return box


def _constraint(error: IntegrityError) -> str:
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
