"""Calling somebody around the child: through the door out first, and then what was said is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.send import Also
from helpdesk.cases.actions.stepping import stepping
from helpdesk.cases.actions.write import put_note
from helpdesk.cases.models import Note
from helpdesk.cases.release import Release, release, release_call_to_asker
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record_now
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject, may_be_reached, may_be_told

REACHED, MISSED, SPOKEN_IN, TEXTED = "reached", "missed", "voicemail", "text"
CHANNEL_OF = {
    REACHED: Channel.CALL,
    MISSED: Channel.CALL,
    SPOKEN_IN: Channel.VOICEMAIL,
    TEXTED: Channel.TEXT,
}


@dataclass(frozen=True)
class CallOut:
    """A call that we made, as the sheet of a talk has it. `party` is None for the asker herself.

    `read`: her own words about safe contact were read first.
    """

    party: UUID | None
    result: str
    subjects: tuple[Subject, ...] = ()
    word_asked: bool = False
    read: bool = False


def leave_to_call(file: CaseFile, call: CallOut) -> Release:
    """Ask the door for a call of ours.

    Raises:
        NotNow: the person is not there any more.
        NotToBeTold: it was not agreed, or not at this hour.
    """
    channel = CHANNEL_OF[call.result]
    if call.party is None:
        return release_call_to_asker(file, channel=channel, word_asked=call.word_asked, read=call.read)
    party = party_of(file=file, party_id=call.party)
    return release(file, to=party, subjects=call.subjects, channel=channel, word_asked=call.word_asked)


def may_plan_call(file: CaseFile, party_id: UUID) -> None:
    """Whether it makes sense to plan a call to this person at all; the hour is asked when one dials.

    Raises:
        NotNow: calling was not agreed, on whatever day.
    """
    person = Person.of(party_of(file=file, party_id=party_id).content)
    for answer in (may_be_told(person, Subject.CONTACT), may_be_reached(person, Channel.CALL)):
        if not answer.allowed:
            record_now("refuse", actor=file.actor, object_id=file.case.pk, purpose="release", result="refused")
            raise NotNow(answer.reason)


def call_party(
    *,
    file: CaseFile,
    party_id: UUID,
    result: str,
    subjects: Iterable[Subject],
    text: str,
    word_asked: bool = False,
    also: Also | None = None,
) -> Note:
    """Keep a call to somebody: how it went and what was said; `also` as in `write_to_party`.

    Raises:
        NotNow: the person is not there any more.
        NotToBeTold: it was not agreed, or not at this hour; nothing is kept and an exception must be asked.
    """
    party = party_of(file=file, party_id=party_id)
    leave = release(file, to=party, subjects=subjects, channel=CHANNEL_OF[result], word_asked=word_asked)
    return _keep_call(leave, file, text, also)


def _keep_call(leave: Release, file: CaseFile, text: str, also: Also | None) -> Note:
    leave.must_be(file.case.pk, *CHANNEL_OF.values())
    with stepping(file, "call-party") as case:
        note = put_note(file, text, about="call")
        if also:
            also(case, note.pk)
    return note
