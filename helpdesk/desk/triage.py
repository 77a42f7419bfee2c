"""The queue of triage: new questions and those that have no team yet, most pressing first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helpdesk.cases import waiting, words
from helpdesk.cases.access import glance_at
from helpdesk.cases.models import Case
from helpdesk.cases.workflow import IN_TRIAGE, State
from helpdesk.teams.models import Member

SHOWN = 100


@dataclass(frozen=True)
class Waiting:
    """One question in the queue."""

    code: str
    mark: str
    title: str
    asker: str
    new: bool
    waits: str
    due_on: date | None


def queue(member: Member) -> list[Waiting]:
    """At most a hundred; whoever has more than that in triage needs colleagues and not a longer list."""
    states = [str(state) for state in IN_TRIAGE]
    rows = Case.objects.visible_to(member).filter(state__in=states).select_related("offer").worklist_order()
    return [
        Waiting(
            code=case.code,
            mark=words.mark_of(case),
            title=words.title_of(case),
            asker=words.asker_of(case.summary),
            new=case.state == State.NEW,
            waits=waiting.what_waits(case, member.team_ids()),
            due_on=case.promise_on,
        )
        for case in glance_at(list(rows[:SHOWN]))
    ]


def new_count(member: Member, *, limit: int = 99) -> int:
    """How many wait for acceptance, for the number in the menu; stops counting at `limit`."""
    rows = Case.objects.visible_to(member).filter(state=str(State.NEW)).values("pk")
    return int(rows[:limit].count())
