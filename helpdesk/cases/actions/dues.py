"""Tasks that come from something else: kept equal to what is due there, inside the act that changed it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import show_first_task
from helpdesk.cases.actions.stepping import now_text
from helpdesk.cases.dues import Due
from helpdesk.cases.models import Case, Task
from helpdesk.lib import clock


def keep_dues(*, file: CaseFile, case: Case, source: str, dues: Iterable[Due], assignee: str) -> None:
    """Let the tasks of `source` be these and no others. One that a colleague ticked off stays so until its day moves.

    Args:
        case: the locked case of the act around.
        source: a word for the room and the id of its row, for instance "mediation:…".
        assignee: the member (id as text) who looks after them.
    """
    rows = file.open(Task.objects.select_for_update().filter(case=case))
    known = {row.content["source"]["row"]: row for row in rows if (row.content.get("source") or {}).get("of") == source}
    for due in dues:
        _keep(file, known.pop(due.row, None), source, due, assignee)
    for row in known.values():
        if not row.content.get("done_at"):
            _write(row, done_at=now_text(), done_by="")
    show_first_task(file, case)


def _keep(file: CaseFile, row: Task | None, source: str, due: Due, assignee: str) -> None:
    said = {"text": due.text, "late_text": due.late_text, "due_on": due.due_on.isoformat(), "assignee": assignee}
    if row is None:
        made = file.mine(Task(case=file.case, created_on=clock.today()))
        by = {"by": str(file.member.pk), "at": now_text()}
        made.content = {**said, **by, "source": {"of": source, "row": due.row}}
        made.save(force_insert=True)
        return
    moved = row.content["due_on"] != said["due_on"]
    again = {"done_at": None, "done_by": None} if moved or not row.content.get("done_by") else {}
    _write(row, **said, **again)


def _write(row: Task, **changes: Any) -> None:
    content = {**row.content, **changes}
    if content != row.content:
        row.content = content
        row.save(update_fields=["content"])
