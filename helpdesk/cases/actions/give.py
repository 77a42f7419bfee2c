"""Files that leave on paper: asked at the door out, kept as they left, and fetched from what was kept alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.party import party_of
from helpdesk.cases.actions.read_first import NOT_READ, Read, now_sent, tell_list
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.models import Case, GivenFile
from helpdesk.cases.release import NotToBeTold, Release, release, release_to_asker
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import record_now
from helpdesk.lib import clock
from helpdesk.lib.case_codes import without_codes
from helpdesk.people.telling import Channel, Subject

BY_HAND = (Channel.POST, Channel.SCHOOL)  # how paper reaches somebody around the child
WAYS = (Channel.CODE, *BY_HAND, Channel.EMAIL)  # by mail goes a link to a place where it is collected
Also = Callable[[Case, list[GivenFile]], None]  # what a room above does with it, in the same transaction


@dataclass(frozen=True)
class Made:
    """One file, made and not yet given. `more` is kept beside it."""

    kind: str
    title: str
    name: str
    media: str
    data: bytes = field(repr=False)
    more: dict[str, Any] = field(default_factory=dict)


def give(
    file: CaseFile,
    verb: str,
    made: Sequence[Made],
    *,
    to: UUID | None,
    channel: Channel,
    subjects: Iterable[Subject],
    read: Read = NOT_READ,
    also: Also | None = None,
) -> list[GivenFile]:
    """Give files to the asker (`to` is None) or to one participant, and keep them as they are given.

    Args:
        read: what came of asking for a second reader, where the files hold words that nobody outside read before.
        also: what else this act does, inside it.

    Raises:
        NotNow: it may not go to this person; the sentence says why.
    """
    if to is None:
        return _keep(file, verb, release_to_asker(file), made, read, also)
    try:
        leave = release(file, to=party_of(file=file, party_id=to), subjects=subjects, channel=channel)
    except NotToBeTold as refusal:
        raise NotNow(str(refusal)) from None
    return _keep(file, verb, leave, made, read, also)


def _keep(
    file: CaseFile, verb: str, leave: Release, made: Sequence[Made], read: Read, also: Also | None
) -> list[GivenFile]:
    leave.must_be(file.case.pk, *WAYS)
    rows = []
    with stepping(file, verb) as case:
        kept = now_sent(file, read)
        if kept:
            change_summary(case, reading=tell_list(case))
        for one in made:
            row = file.mine(GivenFile(case=case, created_on=clock.today()))
            row.content = {
                "kind": one.kind,
                "title": one.title,
                "name": without_codes(one.name),
                "media": one.media,
                "size": len(one.data),
                "digest": hashlib.sha256(one.data).hexdigest(),
                "to": str(leave.party_id) if leave.party_id else "",
                "channel": str(leave.channel),
                "subjects": sorted(str(subject) for subject in leave.subjects),
                "by": str(file.member.pk),
                "at": now_text(),
                **one.more,
                **kept,
            }
            row.data = one.data
            row.save(force_insert=True)
            rows.append(row)
        if also:
            also(case, rows)
    return rows


def given_file(*, file: CaseFile, given_id: UUID) -> GivenFile:
    """One file as it was given; the look is in the ledger.

    Raises:
        NotNow: it is not there.
    """
    row: GivenFile | None = GivenFile.objects.filter(case=file.case, pk=given_id).first()
    if row is None:
        raise NotNow("Dit stuk is er niet.")
    record_now("see-given-file", actor=file.actor, object_id=file.case.pk)
    return file.mine(row)
