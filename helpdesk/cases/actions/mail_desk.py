"""Mail outside every case, at the desk: an automatic message that is a question after all."""

from __future__ import annotations

from django.db import transaction

from helpdesk.cases.access_contacts import new_desk_key
from helpdesk.cases.actions.mail_in import Arrived, ask_by_mail
from helpdesk.cases.models import Case, Mail
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor, record
from helpdesk.lib.row_actor import moving
from helpdesk.teams.models import Member


def make_case_of_mail(*, member: Member, mail: Mail, arrived: Arrived) -> Case:
    """A question in triage of a message that lay outside every case.

    Args:
        arrived: what was read of it, as `intake.arriving` gives it.

    Raises:
        NotNow: somebody was a moment earlier.
    """
    with transaction.atomic(durable=True):
        held = Mail.objects.visible_to(member).select_for_update(of=("self",)).filter(pk=mail.pk, case=None)
        if not held.exists():
            raise NotNow("Van dit bericht is al een vraag gemaakt.")
        moving(mail.pk)
        case = ask_by_mail(mail, arrived, new_desk_key)
        record("make-case-of-mail", actor=Actor.member(member.pk), object_id=case.pk)
    return case
