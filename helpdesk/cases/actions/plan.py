"""What the case is about and what is due: urgency, themes and title, tasks, waiting for another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.promise import put_promise
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.models import Case, Task
from helpdesk.cases.workflow import NotNow, Urgency
from helpdesk.directory import agreements
from helpdesk.lib import clock


def set_urgency(*, file: CaseFile, urgency: Urgency) -> None:
    """Say how pressing it is. A promise comes nearer with it, and is never put off by this."""
    with stepping(file, "set-urgency") as case:
        case.urgency = int(urgency)
        what = agreements.NEW if case.summary.get("first_reply_at") else agreements.FIRST
        on = agreements.due(what, urgency, clock.now()).on
        if case.promise_on is not None and on < case.promise_on:
            put_promise(case, on, why="urgency", by=str(file.member.pk))


def set_themes(*, file: CaseFile, title: str, theme: str, subtheme: str, groups: list[str], age_band: str) -> None:
    """Name the case neutrally and place it in the taxonomy (ids of the reference data)."""
    with stepping(file, "set-themes") as case:
        change_summary(case, title=title, theme=theme, subtheme=subtheme, groups=groups, age_band=age_band)


def plan_task(*, file: CaseFile, text: str, due_on: date, assignee: str) -> Task:
    """Plan something on a day, for a colleague (member id as text)."""
    with stepping(file, "plan-task") as case:
        return put_task(file, case, text=text, due_on=due_on, assignee=assignee)


def put_task(file: CaseFile, case: Case, *, text: str, due_on: date, assignee: str) -> Task:
    """Add a task inside an act that is already recorded."""
    task = file.mine(Task(case=file.case, created_on=clock.today()))
    task.content = {
        "text": text,
        "due_on": due_on.isoformat(),
        "assignee": assignee,
        "by": str(file.member.pk),
        "at": now_text(),
    }
    task.save(force_insert=True)
    show_first_task(file, case)
    return task


def end_tasks(file: CaseFile, case: Case, task_ids: Iterable[str]) -> None:
    """Tick off, inside an act that is already recorded, what it makes needless."""
    for task in file.open(Task.objects.select_for_update().filter(case=file.case, pk__in=list(task_ids))):
        if not task.content.get("done_at"):
            task.content = {**task.content, "done_at": now_text(), "done_by": str(file.member.pk)}
            task.save()
    show_first_task(file, case)


def finish_task(*, file: CaseFile, task_id: UUID, done: bool = True) -> None:
    """Tick a task off, or on again."""
    with stepping(file, "finish-task") as case:
        task = Task.objects.select_for_update().filter(case=file.case, pk=task_id).first()
        if task is None:
            raise NotNow("Deze taak is er niet meer.")
        file.mine(task)
        finished = (
            {"done_at": now_text(), "done_by": str(file.member.pk)} if done else {"done_at": None, "done_by": None}
        )
        task.content = {**task.content, **finished}
        task.save()
        show_first_task(file, case)


def show_first_task(file: CaseFile, case: Case) -> None:
    """The list shows the open task that is due first; it comes along in the sealed summary."""
    contents = [task.content for task in file.open(Task.objects.filter(case=case))]
    todo = sorted((c["due_on"], c["text"], c.get("late_text", "")) for c in contents if not c.get("done_at"))
    names = ("due_on", "text", "late_text")
    change_summary(case, task=dict(zip(names, todo[0], strict=True)) if todo else None)


def wait_for_third(*, file: CaseFile, whom: str) -> None:
    """The case waits for somebody else. `whom` in plain words, sealed."""
    with stepping(file, "wait-third") as case:
        change_summary(case, waits="third", next=whom)


def resume_case(*, file: CaseFile) -> None:
    """It is our turn again."""
    with stepping(file, "resume") as case:
        change_summary(case, waits=None, next=None)


def set_needs(*, file: CaseFile, needs: list[str], note: str) -> None:
    """What this child needs to be able to talk with us (ids of `words.NEEDS`), and a line about it."""
    with stepping(file, "set-needs") as case:
        change_summary(case, needs=needs, needs_note=note)
