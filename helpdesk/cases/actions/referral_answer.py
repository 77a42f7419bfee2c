"""What somebody answers through the link of a referral. Runs in the public program: put in once, and not read back."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from helpdesk.cases.access_send import to_its_case
from helpdesk.cases.models import Handout, Message
from helpdesk.cases.workflow import Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import OUTSIDE, record
from helpdesk.lib import clock
from helpdesk.people.referral import STATUS_LABELS, Status, Step


class AnsweredBefore(ValueError):
    """This link has had its one answer, or is closed. Nothing was kept."""


def answer_referral(found: Handout, *, status: Status, words: str, on: date | None = None) -> None:
    """Keep the answer, sealed to the case, in the thread of whoever gives it; the case comes back to its team.

    Args:
        found: what lies behind the link, opened with both halves.
        status: what they do.
        words: what they say about it.
        on: the day of an appointment.

    Raises:
        AnsweredBefore: there was an answer already.
    """
    today, now = clock.today(), clock.now()
    message = Message(case_id=found.case_id, created_on=today, visible_at=now)
    to_its_case(found, message)
    step = Step(status, now, note=words, on=on)
    message.content = {
        "by": "party",
        "kind": "referral-answer",
        "channel": "link",
        "party": found.content["party"],
        "referral": found.content["referral"],
        "step": step.as_content(),
        "text": _as_said(step),
        "at": now.isoformat(timespec="seconds"),
    }
    promise = agreements.due(agreements.NEW, Urgency.NORMAL, now).on
    with transaction.atomic(durable=True):
        message.save(force_insert=True)
        if not Handout.objects.answer(bytes(found.lookup), promise):
            raise AnsweredBefore
        record("answer-referral", actor=OUTSIDE, object_id=found.case_id)


def _as_said(step: Step) -> str:
    day = f" Afspraak op {step.on:%d-%m-%Y}." if step.on else ""
    return "\n\n".join(filter(None, [f"Antwoord: {STATUS_LABELS[step.status]}.{day}", step.note]))
