"""Leave to write to one participant, whatever carries the words: what they hold, a doubt once more, then the door."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.before_sending import doubts, refusals
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject

NEEDS = {Channel.EMAIL: "email", Channel.POST: "address"}  # what of the person the way cannot do without


def leave_to_write(
    *, file: CaseFile, party_id: UUID, text: str, subjects: Iterable[Subject], channel: Channel, knowing: bool
) -> tuple[Release, Person]:
    """The leave, and the person as entered.

    Raises:
        NotNow: it may not go to this person, or not with these words; the sentence says why.
        AskAgain: it may, when `knowing` is set.
    """
    party = party_of(file=file, party_id=party_id)
    if why := refusals(file, party, text, by=NEEDS[channel]):
        raise NotNow(" ".join(why))
    if not knowing and (asked := doubts(party)):
        raise AskAgain(" ".join(asked))
    try:
        allowed = release(file, to=party, subjects=subjects, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    return allowed, Person.of(party.content)
