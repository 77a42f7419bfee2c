"""Leave to write to one participant, whatever carries the words: what they hold, a doubt, a reader, then the door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.read_first import Read, read_first
from helpdesk.cases.before_sending import doubts, refusals
from helpdesk.cases.models import Draft
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject

NEEDS = {Channel.EMAIL: "email", Channel.POST: "address"}  # what of the person the way cannot do without
KIND = {Channel.EMAIL: Draft.kind_to, Channel.POST: Draft.letter_to}  # as which text a colleague reads it


class Leave(NamedTuple):
    """The leave, the person as entered, and what came of asking for a second reader."""

    allowed: Release
    person: Person
    read: Read


def leave_to_write(
    *, file: CaseFile, party_id: UUID, text: str, subjects: Iterable[Subject], channel: Channel, knowing: bool
) -> Leave:
    """Leave to write these words to this person.

    Raises:
        NotNow: it may not go to this person, or not with these words; the sentence says why.
        AskAgain: it may, when `knowing` is set.
        NeedsReader: a second colleague reads it first.
    """
    party = party_of(file=file, party_id=party_id)
    if why := refusals(file, party, text, by=NEEDS[channel]):
        raise NotNow(" ".join(why))
    if not knowing and (asked := doubts(party)):
        raise AskAgain(" ".join(asked))
    subjects = list(subjects)
    read = read_first(file, KIND[channel](party.pk), text, subjects, party)
    try:
        allowed = release(file, to=party, subjects=subjects, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    return Leave(allowed, Person.of(party.content), read)
