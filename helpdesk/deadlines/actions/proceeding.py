"""A proceeding: where, under which number, its hearings, what was decided. Written down whole each time."""

from __future__ import annotations

from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.workflow import NotNow
from helpdesk.deadlines.access import proceedings_of
from helpdesk.deadlines.models import Proceeding, ProceedingStep
from helpdesk.deadlines.proceedings import Said, shown
from helpdesk.lib import clock


def record_proceeding(*, file: CaseFile, said: Said, proceeding_id: UUID | None = None) -> None:
    """Write down how it stands now; how it stood before stays to be read.

    Args:
        proceeding_id: the one that goes on; None begins one.

    Raises:
        NotNow: there is none with this id here.
    """
    with stepping(file, "record-proceeding") as case:
        known = proceedings_of(file)
        if proceeding_id is not None and proceeding_id not in known:
            raise NotNow("Deze procedure is er niet meer.")
        if proceeding_id is None:
            begun = Proceeding(case=file.case, created_on=clock.today())
            begun.save(force_insert=True)
            proceeding_id = begun.pk
        step = len(known.get(proceeding_id, ())) + 1
        row = file.mine(ProceedingStep(case=file.case, proceeding_id=proceeding_id, created_on=clock.today()))
        row.content = {**said.kept(), "by": str(file.member.pk), "at": now_text(), "step": step}
        row.save(force_insert=True)
        change_summary(case, proceedings=[shown(one, steps[0]) for one, steps in proceedings_of(file).items()])
