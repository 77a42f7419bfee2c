"""Why two cases stay two."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Case, Conflict, FamilyLink, Offer, Outgoing, Wall
from helpdesk.cases.workflow import NotNow
from helpdesk.people.family import Relation


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
    if Outgoing.objects.filter(case=file.case, state__in=["waiting", "sending"]).exists():
        raise NotNow("Er gaat nog een e-mail weg uit deze zaak. Probeer het over een minuut weer.")
    if _inside(file.case) != _inside(other.case):
        raise NotNow("Om een van de zaken staat een muur met andere mensen erbinnen. Zo kunnen ze niet samen.")
    known, helpers = who_know(file.case) | who_know(other.case), {_helper(file.case), _helper(other.case)}
    if {str(member) for member in known} & helpers:
        raise NotNow("Wie een van de zaken helpt, mag de andere niet zien. Geef de zaak eerst aan een ander.")


def _inside(case: Case) -> frozenset[UUID] | None:
    wall: Wall | None = Wall.objects.filter(case=case).first()
    return frozenset(wall.members.values_list("member_id", flat=True)) if wall else None


def who_know(case: Case) -> set[UUID]:
    """Members who said that they know this family."""
    return set(Conflict.objects.filter(case=case).values_list("member_id", flat=True))


def _helper(case: Case) -> str:
    return str(case.summary.get("assignee") or "nobody")
