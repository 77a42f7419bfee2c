"""The one door out. Whatever leaves a case for somebody passes here first, and a refusal says why.

A transport (the mailbox, the mail queue, the call sheet, a print) takes a `Release` and nothing else, so that what was
not asked here cannot be sent there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Party
from helpdesk.ledger.actions import record_now
from helpdesk.people.person import Person
from helpdesk.people.telling import Channel, Subject, may_go_out

_HERE = object()


class NotToBeTold(ValueError):
    """It may not go out. The sentence is for the colleague; nothing has left."""


@dataclass(frozen=True)
class Release:
    """Leave to tell one participant of one case about these subjects by this channel. Made by `release` alone."""

    case_id: UUID
    party_id: UUID
    subjects: frozenset[Subject]
    channel: Channel
    made_by: object

    def __post_init__(self) -> None:
        if self.made_by is not _HERE:
            raise TypeError("A release comes from cases.release.release().")


def release(file: CaseFile, *, to: Party, subjects: Iterable[Subject], channel: Channel) -> Release:
    """Leave for what is about to go to `to`.

    Args:
        file: the case, opened for the verb that sends.
        to: the participant, a row of this case.
        subjects: what it tells; that there is contact at all is always among them.
        channel: the way that it goes.

    Raises:
        NotToBeTold: it was not agreed; the refusal is in the ledger.
    """
    party = file.mine(to)
    told = frozenset({Subject.CONTACT, *subjects})
    answer = may_go_out(Person.of(party.content), told, channel)
    if not answer.allowed:
        record_now("refuse", actor=file.actor, object_id=file.case.pk, purpose="release", result="refused")
        raise NotToBeTold(answer.reason)
    return Release(file.case.pk, party.pk, told, channel, _HERE)
