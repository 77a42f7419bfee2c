"""One act on a deadline: the case locked, the step written at the end; then summary and calendar are made equal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, step_content, stepping
from helpdesk.cases.models import Case
from helpdesk.deadlines.access import deadline_for, deadlines_of
from helpdesk.deadlines.laid import Laid
from helpdesk.deadlines.models import CalendarEntry, Deadline, DeadlineStep
from helpdesk.deadlines.workflow import Kind, State, check
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id

SHOWN = 3  # ended ones that the case page still shows


@dataclass(frozen=True)
class Sheet:
    """The deadline under the lock, to write the next step on."""

    file: CaseFile
    case: Case
    deadline: Laid

    def put(self, kind: Kind, **said: Any) -> None:
        """Write one step at the end."""
        put_step(self.file, self.deadline.id, kind, number=self.deadline.seen + 1, **said)

    def stand(self, state: State, safe: date | None = None) -> None:
        """What lies in the clear."""
        Deadline.objects.filter(pk=self.deadline.id).update(state=state, safe_on=safe or self.deadline.safe)


@contextmanager
def writing(file: CaseFile, deadline_id: UUID, verb: str) -> Iterator[Sheet]:
    """One act on one deadline.

    Raises:
        NotNow: the case or the deadline has moved on meanwhile; nothing was changed.
    """
    with stepping(file, verb) as case:
        deadline = deadline_for(file, deadline_id)
        check(verb, deadline.state)
        yield Sheet(file, case, deadline)
        settle(file, case, before=[deadline])


def put_step(file: CaseFile, deadline_id: UUID, kind: Kind, **said: Any) -> None:
    """Write one step."""
    row = file.mine(DeadlineStep(case=file.case, deadline_id=deadline_id, created_on=clock.today()))
    row.content = step_content(file, kind, **said)
    row.save(force_insert=True)


def new_entries() -> dict[str, str]:
    """Ids for the two days in the calendar of a new owner."""
    return {which: str(new_id()) for which in ("safe", "last")}


def settle(file: CaseFile, case: Case, *, before: Sequence[Laid] = ()) -> None:
    """What the case page, the lists and the calendars show, from the deadlines as they are after the act.

    Args:
        before: as they were, where entries of a calendar may have to go.
    """
    every = deadlines_of(file)
    if not every:
        return
    running = [one for one in every if one.state == State.OPEN]
    ended = [one for one in every if one.state not in {State.OPEN, State.MOVED}]
    change_summary(case, deadlines=[kept(one) for one in [*running, *ended[:SHOWN]]])
    stand = {entry for one in running for entry in one.entries.values()}
    gone = {entry for one in before for entry in one.entries.values()} - stand
    if gone:
        CalendarEntry.objects.cancel(gone, clock.today())
    for one in running:
        for which, day in (("safe", one.safe), ("last", one.last)):
            CalendarEntry.objects.put(one.entries[which], UUID(one.owner), day, which)


def kept(one: Laid) -> dict[str, Any]:
    """A line for the summary; see `cases/panels/deadlines.py`."""
    return {
        "id": str(one.id),
        "what": one.what,
        "cite": one.cite,
        "sure": one.sure,
        "by_hand": one.by_hand,
        "since": (one.since or one.day.at.date()).isoformat(),
        "last": one.last.isoformat(),
        "safe": one.safe.isoformat(),
        "owner": one.owner,
        "setter": one.day.by,
        "confirmed": one.confirmed.by if one.confirmed else "",
        "disputed": one.disputed is not None,
        "state": str(one.state),
    }
