"""What the tests of referrals share: one that is planned, its participant, the consent, the two halves of its link."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.models import Case, Message, Outgoing, Referral
from helpdesk.desk.mail_out import send_due
from helpdesk.lib import clock
from helpdesk.people.consent import Agreed, Band, Consent
from helpdesk.people.person import Person
from helpdesk.people.referral import How, Status
from helpdesk.people.roles import Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

GOES = "Zij zoekt iemand die meegaat naar het gesprek, zegt Zeepaardje."
STORY = frozenset({Subject.STORY})


def worker(**more: Any) -> Person:
    """Somebody at an institution, with whom was agreed what a referral needs."""
    known = {"name": "Petra Plevier", "short": "JS", "email": "plevier@example.net", "institution": "JS"}
    told = {Subject.CONTACT: Choice.YES, Subject.STORY: Choice.YES}
    return Person(Part.WORKER, **{**known, "told": told, "channels": {Channel.EMAIL: Choice.YES}, **more})


def planned(case: Case, *, how: How = How.SEND, **more: Any) -> Referral:
    """A referral to Jeugdstem, planned by Iris."""
    said = {"name": "Jeugdstem", "purpose": "Iemand die meegaat", "how": how, "institution": "JS", "person": worker()}
    plan = actions.Plan(**{**said, "subjects": STORY, "text": GOES, **more})
    with cast.opened("iris", case, to="plan-referral") as file:
        return actions.plan_referral(file=file, plan=plan)


def agreed(case: Case, referral: Referral) -> None:
    """The child said yes to what goes along."""
    with cast.opened("iris", case, to="record-consent") as file:
        consent = Consent(
            party=file.mine(referral).content["party"],
            purpose="Hulp van Jeugdstem",
            subjects=STORY,
            agreed=frozenset({Agreed.CHILD}),
            band=Band.FROM_12,
            explained="Wat zij doen",
            language="Nederlands",
            limits=True,
            text="1/12-15",
            expires_on=clock.today() + timedelta(days=30),
        )
        actions.record_consent(file=file, agreed=consent)


def sent(case: Case) -> Referral:
    """A referral whose link has left."""
    referral = planned(case)
    agreed(case, referral)
    with cast.opened("iris", case, to="send-referral") as file:
        actions.send_referral(file=file, referral_id=referral.pk)
    leave(case)
    return referral


def leave(case: Case) -> None:
    """The mail of this case has left, without a server."""
    with cast.opened("iris", case):
        Outgoing.objects.filter(case=case).update(state="sent")


def halves(case: Case) -> tuple[str, str]:
    """What stands in the link, and the code that is told by telephone."""
    with cast.opened("iris", case) as file:
        row = Outgoing.objects.get(case=case)
        code = file.mine(Message.objects.get(outgoing=row)).content["code"]
        return str(file.mine(row).content["token"]), str(code)


def stands(case: Case, referral: Referral) -> Status:
    """Where it stands, for Iris."""
    with cast.opened("iris", case) as file:
        return actions.referral_of(file=file, referral_id=referral.pk)[1]


def by_the_worker() -> None:
    """The worker sends what is due in two minutes."""
    with clock.at(timezone.now() + timedelta(minutes=2)):
        send_due()
