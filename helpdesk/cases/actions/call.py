"""Calling somebody around the child: through the door out first, and then what was said is kept."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.send import Also
from helpdesk.cases.actions.stepping import stepping
from helpdesk.cases.actions.write import put_note
from helpdesk.cases.models import Note
from helpdesk.cases.release import Release, release
from helpdesk.people.telling import Channel, Subject

REACHED, MISSED, SPOKEN_IN, TEXTED = "reached", "missed", "voicemail", "text"
CHANNEL_OF = {
    REACHED: Channel.CALL,
    MISSED: Channel.CALL,
    SPOKEN_IN: Channel.VOICEMAIL,
    TEXTED: Channel.TEXT,
}


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
