"""Deadlines go along when their case goes up in another one: the same steps under the other key, and both say so."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.rooms_above import Both
from helpdesk.deadlines.access import deadlines_of
from helpdesk.deadlines.actions.keep import put_step, settle
from helpdesk.deadlines.laid import Laid, Line
from helpdesk.deadlines.models import CalendarEntry, Deadline, DeadlineStep
from helpdesk.deadlines.workflow import Kind, State
from helpdesk.lib import clock


def carry(both: Both) -> list[list[str]]:
    """Every deadline that runs; each pair is the one here and the one there."""
    (file, case), (other, there) = both["here"], both["there"]
    pairs = [[str(one.id), str(_carried(file, other, one))] for one in deadlines_of(file) if one.state == State.OPEN]
    settle(file, case)
    settle(other, there)
    return pairs


def put_back(both: Both, kept: Sequence[Sequence[str]]) -> None:
    """Each as it stands there now, with what was done since."""
    (file, case), (other, there) = both["here"], both["there"]
    here, over = ({str(one.id): one for one in deadlines_of(side)} for side in (file, other))
    for was, now in kept:
        if was in here and now in over and over[now].state != State.MOVED:
            _put_back(file, other, here[was], over[now])
    settle(file, case)
    settle(other, there)


def forget(file: CaseFile) -> None:
    """Take the days of this case out of calendars: those know no case, so nothing else would."""
    entries = [entry for one in deadlines_of(file) for entry in one.entries.values()]
    if entries:
        CalendarEntry.objects.cancel(entries, clock.today())


def _carried(file: CaseFile, other: CaseFile, one: Laid) -> UUID:
    new = Deadline(case=other.case, created_on=clock.today(), state=State.OPEN, safe_on=one.safe)
    new.save(force_insert=True)
    new_id: UUID = new.pk
    _copy(other, new_id, one.lines)
    put_step(other, new_id, Kind.CAME, number=one.seen + 1, code=file.case.code)
    put_step(file, one.id, Kind.MOVED, number=one.seen + 1, code=other.case.code)
    Deadline.objects.filter(pk=one.id).update(state=State.MOVED)
    return new_id


def _put_back(file: CaseFile, other: CaseFile, was: Laid, now: Laid) -> None:
    since = [one for one in now.lines if one.number > was.seen]  # `was` ends with MOVED where `now` has CAME
    _copy(file, was.id, since)
    put_step(file, was.id, Kind.BACK, number=max(was.seen, now.seen) + 1, code=other.case.code)
    put_step(other, now.id, Kind.MOVED, number=now.seen + 1, code=file.case.code)
    Deadline.objects.filter(pk=was.id).update(state=now.state, safe_on=now.safe)
    Deadline.objects.filter(pk=now.id).update(state=State.MOVED)


def _copy(file: CaseFile, deadline_id: UUID, lines: Sequence[Line]) -> None:
    for line in lines:
        row = file.mine(DeadlineStep(case=file.case, deadline_id=deadline_id, created_on=clock.today()))
        row.content = dict(line.said)
        row.save(force_insert=True)
