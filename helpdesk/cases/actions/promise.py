"""What we promised: a new day with a reason, and the steps up when a day has passed."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.draft import put_back
from helpdesk.cases.actions.reason import checked_reason
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.actions.write import put_note
from helpdesk.cases.models import Case, Escalation, Mailbox
from helpdesk.cases.workflow import NotNow, Urgency
from helpdesk.directory import agreements
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days, is_working_day
from helpdesk.ui.templatetags.days import letter_day

KEEPER = Actor.worker("promises")
FARTHEST = timedelta(days=60)
SORRY = "Ons antwoord duurt langer dan we hadden beloofd. Dat spijt ons. Je krijgt het uiterlijk {day}."


def put_promise(case: Case, on: date, *, why: str, by: str) -> None:
    """Set the promised day of a case that is being changed, and remember inside how it came about."""
    case.promise_on = on
    change_summary(case, promise_made={"on": on.isoformat(), "why": why, "by": by, "at": now_text()})


def renew_promise(*, file: CaseFile, on: date, reason: str) -> None:
    """Promise another day because the old one cannot be kept; a plain line to the asker lies ready to be sent.

    Raises:
        NotNow: too short a reason, nothing is promised, or no working day to come within sixty days.
    """
    why, today = checked_reason(reason), clock.today()
    if not today < on <= today + FARTHEST or not is_working_day(on):
        raise NotNow("Kies een werkdag na vandaag, binnen twee maanden.")
    with stepping(file, "renew-promise") as case:
        if case.promise_on is None:
            raise NotNow("Er is nu niets beloofd.")
        put_promise(case, on, why="renewed", by=str(file.member.pk))
        put_note(file, why, about="renew-promise")
        if Mailbox.objects.filter(case=case).exists():
            put_back(file, "reply", SORRY.format(day=letter_day(on)))


def escalate() -> int:
    """What the worker does: each promise whose day, or hour, has passed goes one step up. Once a step, ever.

    Returns:
        How many steps were taken.
    """
    today, taken = clock.today(), 0
    for case_id, urgency, first, promise_on, started_at, lead_knows in Escalation.objects.passed(today):
        on, over = promise_on, False
        if urgency == Urgency.DANGER and started_at is not None:
            due = agreements.due(agreements.FIRST if first else agreements.NEW, urgency, started_at)
            on, over = min(on, due.on), due.at is not None and due.at < clock.now()
        if on >= today and not over:
            continue
        if not lead_knows:
            taken += _take_step(case_id, promise_on, "lead")
        if add_working_days(on, agreements.days_until_all_leads()) < today:
            taken += _take_step(case_id, promise_on, "all")
    return taken


def _take_step(case_id: UUID, promise_on: date, step: str) -> int:
    with transaction.atomic():
        if not Escalation.objects.take(case_id, promise_on, step, clock.now()):
            return 0
        record("escalate", actor=KEEPER, object_id=case_id, purpose=step)
    return 1
