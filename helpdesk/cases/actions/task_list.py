"""Steps that a theme begins with, put in a case as tasks; and taken away the same day when that was a mistake."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.plan import show_first_task
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Task
from helpdesk.cases.workflow import AskAgain, NotNow
from helpdesk.directory.agreements import TaskList
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id


@dataclass(frozen=True)
class Planned:
    """One step with its day and the colleague (member id as text)."""

    text: str
    due_on: date
    assignee: str


def add_task_list(*, file: CaseFile, chosen: TaskList, steps: Iterable[Planned], knowing: bool = False) -> UUID:
    """Plan these steps; each task says from which list it is.

    Returns:
        The id of this addition, by which it can be taken away again.

    Raises:
        NotNow: no step was chosen.
        AskAgain: the list is in the case already; it may be added once more when `knowing` is set.
    """
    planned, batch = list(steps), new_id()
    if not planned:
        raise NotNow("Kies ten minste één stap.")
    with stepping(file, "add-task-list", purpose=chosen.id) as case:
        rows = file.open(Task.objects.filter(case=case))
        if not knowing and any((row.content.get("list") or {}).get("of") == chosen.id for row in rows):
            raise AskAgain("Deze lijst staat al in de zaak.")
        for step in planned:
            task = file.mine(Task(case=file.case, created_on=clock.today()))
            task.content = {
                "text": step.text,
                "due_on": step.due_on.isoformat(),
                "assignee": step.assignee,
                "by": str(file.member.pk),
                "at": now_text(),
                "list": {"id": str(batch), "of": chosen.id, "name": chosen.name},
            }
            task.save(force_insert=True)
        show_first_task(file, case)
    return batch


def remove_task_list(*, file: CaseFile, batch: UUID) -> int:
    """Take away what nobody ticked off of a list that was added today.

    Returns:
        How many tasks went.

    Raises:
        NotNow: it was added before today, or nothing of it is left to take away.
    """
    with stepping(file, "remove-task-list") as case:
        rows = file.open(Task.objects.select_for_update().filter(case=case))
        mine = [row for row in rows if (row.content.get("list") or {}).get("id") == str(batch)]
        if any(row.created_on < clock.today() for row in mine):
            raise NotNow("Deze lijst is van een eerdere dag. Vink de taken af die niet meer hoeven.")
        untouched = [row.pk for row in mine if "done_at" not in row.content]
        if not untouched:
            raise NotNow("Van deze lijst is niets meer weg te halen.")
        Task.objects.filter(case=case, pk__in=untouched).delete()
        show_first_task(file, case)
    return len(untouched)
