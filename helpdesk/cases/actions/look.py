"""Looking closer: what lies veiled on the case page is shown by an act, so that the ledger knows."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.models import Message
from helpdesk.ledger.actions import record_now
from helpdesk.people.person import Person


def show_code_word(*, file: CaseFile) -> str:
    """The word by which the asker knows that it is us; empty when she gave none. Recorded before it is shown."""
    record_now("show-code-word", actor=file.actor, object_id=file.case.pk)
    first = Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id").first()
    more = (file.mine(first).content.get("more") or {}) if first else {}
    return str(more.get("code_word") or "")


def show_party_code_word(*, file: CaseFile, party_id: UUID) -> str:
    """The word that this person must say before anything is said; empty when none was agreed. Recorded first."""
    party = party_of(file=file, party_id=party_id)
    record_now("show-party-code-word", actor=file.actor, object_id=file.case.pk)
    return Person.of(party.content).code_word
