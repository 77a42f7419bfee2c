"""People around the child: add, change, take away and put back, show the name. All of it is sealed in the one case."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.rooms_above import tell_no_more
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Case, FamilyLink, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record_now
from helpdesk.lib import clock
from helpdesk.people.person import Person

KNOWING = "knowing a warning"  # the purpose in the ledger when a colleague went on after one
GONE = "Deze persoon staat er niet meer bij."


def add_party(*, file: CaseFile, person: Person, knowing: bool = False) -> Party:
    """Enter somebody; `knowing` says that a conflict or a likeness was shown first."""
    with stepping(file, "add-party", purpose=KNOWING if knowing else ""):
        party = file.mine(Party(case=file.case, created_on=clock.today()))
        party.content = {**_signed(file, person).as_content(), "by": str(file.member.pk), "at": now_text()}
        party.save(force_insert=True)
    return party


def change_party(*, file: CaseFile, party_id: UUID, person: Person, knowing: bool = False) -> None:
    """Set right what is known of somebody, and what this person may know."""
    with stepping(file, "change-party", purpose=KNOWING if knowing else ""):
        party = party_of(file=file, party_id=party_id)
        _keep(party, **_signed(file, person, Person.of(party.content)).as_content())


def remove_party(*, file: CaseFile, party_id: UUID) -> None:
    """Take somebody away. What was known stays sealed until it is put back or the case ends."""
    with stepping(file, "remove-party") as case:
        _keep(party_of(file=file, party_id=party_id), removed_at=now_text(), removed_by=str(file.member.pk))
        tell_no_more(file, case, party_id)


def restore_party(*, file: CaseFile, party_id: UUID) -> None:
    """Put back somebody who was taken away."""
    with stepping(file, "restore-party"):
        _keep(party_of(file=file, party_id=party_id, removed=True), removed_at=None, removed_by=None)


def show_name(*, file: CaseFile, party_id: UUID) -> Person:
    """Everything that is known of one person; recorded before it is shown."""
    party = party_of(file=file, party_id=party_id)
    record_now("show-name", actor=file.actor, object_id=file.case.pk)
    return Person.of(party.content)


def tell_of_likeness(*, file: CaseFile, case: Case) -> None:
    """Record, at the case that it came from, that a likeness with somebody in it is going to be shown."""
    record_now("match-party", actor=file.actor, object_id=case.pk)


def clear_removed(file: CaseFile) -> None:
    """Inside an act that ends the case: who was taken away goes for good, and so do links that were taken off."""
    apart = [link.pk for link in file.open(FamilyLink.objects.filter(case=file.case)) if link.content.get("removed_at")]
    FamilyLink.objects.filter(case=file.case, pk__in=apart).delete()
    gone = [party.pk for party in file.open(Party.objects.filter(case=file.case)) if party.content.get("removed_at")]
    Party.objects.filter(case=file.case, pk__in=gone).delete()


def party_of(*, file: CaseFile, party_id: UUID, removed: bool = False) -> Party:
    """The opened row; raises NotNow when it is not (or no longer) there."""
    row: Party | None = Party.objects.filter(case=file.case, pk=party_id).first()
    if row is None or bool(file.mine(row).content.get("removed_at")) is not removed:
        raise NotNow(GONE)
    return row


def _signed(file: CaseFile, person: Person, before: Person | None = None) -> Person:
    """What was agreed with the child, with who agreed it and when; unchanged words keep the hand that wrote them."""
    if not person.agreed:
        return replace(person, agreed_by="", agreed_on=None)
    if before is not None and (before.agreed, before.agreed_on) == (person.agreed, person.agreed_on):
        return replace(person, agreed_by=before.agreed_by)
    return replace(person, agreed_by=str(file.member.pk), agreed_on=person.agreed_on or clock.today())


def _keep(party: Party, **changes: Any) -> None:
    party.content = {**party.content, **changes}
    party.save(update_fields=["content"])
