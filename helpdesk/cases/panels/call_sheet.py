"""What is read before one dials: is it safe now, what was agreed, and what may be said. For each one of a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.asker_said import asker_said
from helpdesk.cases.consents import consents_of
from helpdesk.cases.flags import Flag, flag_of
from helpdesk.cases.models import Consent, Party
from helpdesk.cases.release import may_leave
from helpdesk.lib import clock
from helpdesk.people.asker_call import may_call_asker
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject, contact_in_words, in_words

TO_THE_ASKER = "asker"


@dataclass(frozen=True)
class CallSheet:
    """What is read before one dials. `why_not` is empty when calling is safe now. `party_id` is None for the asker."""

    party_id: UUID | None
    part: str
    initials: str
    why_not: str
    never: bool
    contact: tuple[str, ...]
    told: tuple[str, ...]
    has_code_word: bool
    own_words: str = ""
    flag: Flag | None = None

    @property
    def key(self) -> str:
        """Its value in a form."""
        return str(self.party_id or TO_THE_ASKER)


def call_sheet(file: CaseFile, party: Party) -> CallSheet:
    """Read what was agreed with and about this person."""
    return _sheet(file, party, consents_of(file))


def sheets(file: CaseFile) -> list[CallSheet]:
    """The asker first, then everybody around the child who is still there."""
    consents = consents_of(file)
    rows = file.open(Party.objects.filter(case=file.case).order_by("created_on", "id"))
    return [_asker(file), *(_sheet(file, row, consents) for row in rows if not row.content.get("removed_at"))]


def _sheet(file: CaseFile, party: Party, consents: Iterable[Consent]) -> CallSheet:
    person = Person.of(party.content)
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
        flag=flag_of(file.case.summary, party.pk),
    )


def _asker(file: CaseFile) -> CallSheet:
    said = asker_said(file)
    answer = may_call_asker(said, Channel.CALL, at=clock.now(), word_asked=True, read=True)
    word = ("Vraag naar het codewoord.",) if said.has_code_word else ()
    return CallSheet(
        party_id=None,
        part="De vrager",
        initials="",
        why_not="" if answer.allowed else answer.reason,
        never=True,
        contact=(*word, "Niet inspreken."),
        told=(),
        has_code_word=said.has_code_word,
        own_words=said.own_words,
        flag=flag_of(file.case.summary),
    )
