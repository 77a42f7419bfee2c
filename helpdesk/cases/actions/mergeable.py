"""Why two cases stay two."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.referral import referrals_of
from helpdesk.cases.complaints import is_complaint
from helpdesk.cases.models import Case, Conflict, FamilyLink, Offer, Outgoing, Reading, Wall
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.people.family import Relation
from helpdesk.people.referral import ENDED


def must_be_mergeable(*, file: CaseFile, other: CaseFile) -> None:
    """Raises NotNow with the sentence that says why these two stay two."""
    if file.case.pk == other.case.pk:
        raise NotNow("Dit is dezelfde zaak. Kies een andere.")
    kinds = {row.content["relation"] for row in file.open(FamilyLink.objects.filter(case=file.case))}
    if Relation.MERGED_INTO in kinds:
        raise NotNow("Deze zaak is al samengevoegd.")
    if Relation.MERGED_FROM in kinds:
        raise NotNow("In deze zaak is al een andere opgegaan. Voeg de andere zaak in deze.")
    theirs = {row.content["relation"] for row in other.open(FamilyLink.objects.filter(case=other.case))}
    if Relation.MERGED_INTO in theirs:
        raise NotNow("Die zaak is zelf al samengevoegd. Kies de zaak waarin zij is opgegaan.")
    if Offer.objects.filter(case__in=[file.case, other.case]).exists():
        raise NotNow("Er loopt een overdracht. Wacht op het antwoord voordat je samenvoegt.")
    if is_complaint(file.case.summary) or is_complaint(other.case.summary):
        raise NotNow("Een klacht over ons gaat niet op in een andere zaak, en een andere zaak niet in haar.")
    nothing_runs(file=file)
    if Outgoing.objects.filter(case=file.case, state__in=["waiting", "sending"]).exists():
        raise NotNow("Er gaat nog een e-mail weg uit deze zaak. Probeer het over een minuut weer.")
    if _inside(file.case) != _inside(other.case):
        raise NotNow("Om een van de zaken staat een muur met andere mensen erbinnen. Zo kunnen ze niet samen.")
    known, helpers = who_know(file.case) | who_know(other.case), {_helper(file.case), _helper(other.case)}
    if {str(member) for member in known} & helpers:
        raise NotNow("Wie een van de zaken helpt, mag de andere niet zien. Geef de zaak eerst aan een ander.")


def nothing_runs(*, file: CaseFile) -> None:
    """What belongs to this case and still runs would be looked at by nobody once it has gone up in another one.

    Raises:
        NotNow: a colleague reads a text of it, a referral or a mediation goes on, or a lawyer has a place in it.
    """
    if Reading.objects.filter(case=file.case, state="asked").exists():
        raise NotNow("Er wacht nog een tekst bij Meelezen. Trek die eerst in, of wacht op je collega.")
    if any(status not in ENDED for _row, status in referrals_of(file)):
        raise NotNow("Er loopt nog een verwijzing in deze zaak. Rond haar eerst af, of trek haar in.")
    if any(not one["ended"] for one in file.case.summary.get("mediations") or ()):  # a line each, of the room above
        raise NotNow("Er loopt nog een bemiddeling in deze zaak. Rond haar eerst af.")
    today = clock.today().isoformat()
    if any(not one["ended"] and one["until"] >= today for one in file.case.summary.get("counsel") or ()):
        raise NotNow("Een advocaat heeft een plek bij deze zaak. Trek die eerst in; nodig haar daarna daar uit.")


def _inside(case: Case) -> frozenset[UUID] | None:
    wall: Wall | None = Wall.objects.filter(case=case).first()
    return frozenset(wall.members.values_list("member_id", flat=True)) if wall else None


def who_know(case: Case) -> set[UUID]:
    """Members who said that they know this family."""
    return set(Conflict.objects.filter(case=case).values_list("member_id", flat=True))


def _helper(case: Case) -> str:
    return str(case.summary.get("assignee") or "nobody")
