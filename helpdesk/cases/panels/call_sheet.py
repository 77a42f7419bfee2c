"""The call sheet of somebody around the child: is it safe now, at what number, and what may be said."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Consent, Party
from helpdesk.cases.release import may_leave
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject, contact_in_words, in_words


@dataclass(frozen=True)
class CallSheet:
    """What is read before one dials. `why_not` is empty when calling is safe now."""

    party_id: UUID
    part: str
    initials: str
    why_not: str
    never: bool
    contact: tuple[str, ...]
    told: tuple[str, ...]
    has_code_word: bool


def call_sheet(file: CaseFile, party: Party) -> CallSheet:
    """Read what was agreed with and about this person."""
    person = Person.of(party.content)
    consents = file.open(Consent.objects.filter(case=file.case))
    answer = may_leave(party, consents, subjects=[Subject.CONTACT], channel=Channel.CALL, word_asked=True)
    return CallSheet(
        party_id=party.pk,
        part=person.part_label,
        initials=person.initials,
        why_not="" if answer.allowed else answer.reason,
        never=answer.never,
        contact=tuple(contact_in_words(person)),
        told=tuple(in_words(person)),
        has_code_word=person.has_code_word,
    )
