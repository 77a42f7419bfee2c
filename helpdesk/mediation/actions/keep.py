"""How a step is kept: the case locked, the talks as they are under the lock, and afterwards what the lists show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions import drop_draft, keep_dues
from helpdesk.cases.actions.stepping import change_summary, step_content, stepping
from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.mediation.access import all_talks, talks_for
from helpdesk.mediation.drafts import draft_kind
from helpdesk.mediation.models import Step
from helpdesk.mediation.talks import Talks
from helpdesk.mediation.workflow import Kind, check

SHOWN = 80  # letters of what it is about, on the case page


@dataclass(frozen=True)
class Sheet:
    """The talks under the lock, to write the next step on."""

    file: CaseFile
    talks: Talks

    def put(self, kind: Kind, **said: Any) -> Step:
        """Write one step at the end."""
        return put_step(self.file, self.talks.id, kind, number=self.talks.lines[-1].number + 1, **said)


@contextmanager
def writing(file: CaseFile, mediation_id: UUID, verb: str, *, draft: str = "") -> Iterator[Sheet]:
    """One act on one mediation.

    Args:
        draft: what kind of text lay ready for it, and is used up now.

    Raises:
        NotNow: the case or the talks have moved on meanwhile; nothing was changed.
    """
    with stepping(file, verb) as case:
        sheet = sheet_of(file, mediation_id, verb)
        yield sheet
        settle(file, case)
        if draft:
            drop_draft(file, draft_kind(draft, mediation_id))


def sheet_of(file: CaseFile, mediation_id: UUID, verb: str) -> Sheet:
    """The talks as they are now, when `verb` may follow. Inside an act that holds the lock of the case."""
    talks = talks_for(file, mediation_id)
    check(verb, ended=talks.ended is not None)
    return Sheet(file, talks)


def put_step(file: CaseFile, mediation_id: UUID, kind: Kind, **said: Any) -> Step:
    """Write one step."""
    row = file.mine(Step(case=file.case, mediation_id=mediation_id, created_on=clock.today()))
    row.content = step_content(file, kind, **said)
    row.save(force_insert=True)
    return row


def settle(file: CaseFile, case: Case) -> None:
    """What the case page and the worklist show, from the talks as they are after the act."""
    every = all_talks(file)
    change_summary(case, mediations=[_shown(one) for one in every])
    for one in every:
        keep_dues(file=file, case=case, source=f"mediation:{one.id}", dues=one.dues(), assignee=one.lead)


def _shown(talks: Talks) -> dict[str, Any]:
    dues = talks.dues()
    first = {"on": dues[0].due_on.isoformat(), "next": dues[0].text, "late": dues[0].late_text} if dues else {}
    return {
        "id": str(talks.id),
        "about": talks.about[:SHOWN],
        "state": talks.state,
        "ended": talks.ended is not None,
        **first,
    }
