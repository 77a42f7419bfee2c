"""Printing something of a case: for ourselves on record, for somebody of it through the door, with her words alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.release import NotToBeTold, Release, release
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record_now
from helpdesk.people.telling import Channel, Subject

FOR_US = "for the file"
BY = (Channel.POST, Channel.SCHOOL)


@dataclass(frozen=True)
class Printed:
    """Leave to show the talk with this one person on paper."""

    party_id: UUID


def print_case(*, file: CaseFile) -> None:
    """All of the case on paper, for whoever may read it. On record before it is shown."""
    record_now("print", actor=file.actor, object_id=file.case.pk, purpose=FOR_US)


def print_for_party(*, file: CaseFile, party_id: UUID, subjects: Iterable[Subject], channel: Channel) -> Printed:
    """The talk with one participant on paper, to be sent or handed over at school.

    Raises:
        NotNow: the person is not there any more, or it was not agreed; the refusal is in the ledger.
    """
    if channel not in BY:
        raise ValueError("Paper goes by post or through school.")
    party = party_of(file=file, party_id=party_id)
    try:
        leave = release(file, to=party, subjects=subjects, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    return _print(leave, file, party_id)


def _print(leave: Release, file: CaseFile, party_id: UUID) -> Printed:
    leave.must_be(file.case.pk, *BY)
    record_now("print", actor=file.actor, object_id=file.case.pk, purpose="for somebody of it")
    return Printed(party_id)
