"""Tasks: what is to be done, for whom and when; done ones at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.models import Task
from helpdesk.cases.panels.people import Colleagues
from helpdesk.lib import clock


@dataclass(frozen=True)
class ToDo:
    """One task as it stands in the panel."""

    id: UUID
    text: str
    due_on: date
    who: str
    done: bool
    late: bool
    mediation: str = ""  # where it comes from, and is settled
    of_list: str = ""


@dataclass(frozen=True)
class Added:
    """A list that was added today and can still be taken away."""

    id: str
    name: str


def tasks(rows: Iterable[Task], people: Colleagues, me: object) -> list[ToDo]:
    """Open tasks by day, then the done ones."""
    found = []
    for row in rows:
        content = row.content
        due, done = date.fromisoformat(content["due_on"]), bool(content.get("done_at"))
        who = "jij" if content["assignee"] == str(me) else people.first(content["assignee"])
        of_list = (content.get("list") or {}).get("name", "")
        late = not done and due < clock.today()
        text = (late and content.get("late_text")) or content["text"]
        found.append(ToDo(row.pk, text, due, who, done, late, _mediation(content), of_list))
    return sorted(found, key=lambda task: (task.done, task.due_on, task.text))


def _mediation(content: Mapping[str, Any]) -> str:
    room, _, its_id = str((content.get("source") or {}).get("of") or "").partition(":")
    return its_id if room == "mediation" else ""


def added_today(rows: Iterable[Task]) -> list[Added]:
    """Lists of which something untouched was added today."""
    found: dict[str, str] = {}
    for row in rows:
        of_list = row.content.get("list")
        if of_list and row.created_on == clock.today() and "done_at" not in row.content:
            found[of_list["id"]] = of_list["name"]
    return [Added(*one) for one in found.items()]
