"""Mail outside every case, at the desk: an automatic message that is a question after all."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction

from helpdesk.cases.access_contacts import new_desk_key
from helpdesk.cases.access_files import Shelf
from helpdesk.cases.actions.mail_in import Arrived, keep_files, save_with_a_new_code
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.models import Case, Mail, Message
from helpdesk.cases.workflow import NotNow, State
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib import clock
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.row_actor import moving
from helpdesk.teams.models import Member


def make_case_of_mail(*, member: Member, mail: Mail, arrived: Arrived) -> Case:
    """A question in triage of a message that lay outside every case.

    Args:
        arrived: what was read of it, as `intake.arriving` gives it.

    Raises:
        NotNow: somebody was a moment earlier.
    """
    key, today, at = new_desk_key(), clock.today(), now_text()
    case = Case(state=str(State.NEW), promise_on=_promise(today), created_on=today, key_id=key.id)
    message = Message(case=case, created_on=today, visible_at=clock.now())
    key.open(case, message)
    case.summary = {"channel": "email", "asked_at": at, "language": "nl", **arrived.facts}
    content = {"by": "asker", "kind": "question", "channel": "email", "at": at, "more": {}, **arrived.said}
    message.content = {**content, "mail": {**arrived.said["mail"], "id": str(mail.pk)}}
    with transaction.atomic(durable=True):
        held = Mail.objects.visible_to(member).select_for_update(of=("self",)).filter(pk=mail.pk, case=None)
        if not held.exists():
            raise NotNow("Van dit bericht is al een vraag gemaakt.")
        moving(mail.pk)
        save_with_a_new_code(case)
        message.save(force_insert=True)
        keep_files(Shelf(case.pk, key.open, new_desk_key, "asker"), arrived, message)
        Mail.objects.filter(pk=mail.pk).update(state="placed", case=case)
        record("make-case-of-mail", actor=Actor.member(member.pk), object_id=case.pk)
    return case


def _promise(today: date) -> date:
    return add_working_days(today, settings.PROMISE_WORKING_DAYS)
