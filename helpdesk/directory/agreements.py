"""Our own agreements as the house asks for them: how soon we answer, who reads along, how a theme begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from helpdesk.directory import files, reference
from helpdesk.directory.files import Item
from helpdesk.directory.opening import opening_hours
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.working_time import add_open_hours

FIRST, NEW = "first", "new"
LEVELS = ("danger", "urgent", "normal", "low")  # in the order of a case's urgency, a number
ROLES = ("jurist", "lead")
_STEP = re.compile(r"(?P<days>\d{1,3}|dag[+-]\d{1,3}) *\| *(?P<role>jurist|lead) *\| *(?P<text>\S.{0,118}\S)")


@dataclass(frozen=True)
class Due:
    """Until when. `at` only where the promise is in hours; `amount` and `unit` say how it was reckoned."""

    on: date
    at: datetime | None
    amount: int
    unit: str


@dataclass(frozen=True)
class Step:
    """One thing to do: `days` working days from the start, or from the named day when `of_event`."""

    days: int
    of_event: bool
    role: str
    text: str


@dataclass(frozen=True)
class TaskList:
    """Steps to begin with."""

    id: str
    name: str
    subthemes: tuple[str, ...]
    owner: str
    review_on: date
    event: str
    steps: tuple[Step, ...]


def due(what: str, urgency: int, asked: datetime) -> Due:
    """By when we mean to answer what was asked at `asked` (aware).

    Hours count while the telephone is answered, and never take longer than one working day: danger on a Thursday
    evening waits for Friday, although the telephone is shut then.

    Args:
        what: FIRST for a question, NEW for a message in a case.
        urgency: the number of a case's urgency, 0 for danger.
    """
    amount, unit = _rule(f"{what}-{LEVELS[urgency]}")
    asked_on = timezone.localtime(asked).date()
    if unit != "hours":
        return Due(add_working_days(asked_on, amount), None, amount, unit)
    at, latest = add_open_hours(asked, amount, opening_hours()), add_working_days(asked_on, 1)
    return Due(at.date(), at, amount, unit) if at.date() <= latest else Due(latest, None, 1, "days")


def days_until_all_leads() -> int:
    """How many working days a broken promise stays with its own team lead."""
    return _rule("all-leads")[0]


def safe_margin() -> int:
    """How many working days before the last day of a deadline its safe day is."""
    return _rule("safe-day")[0]


def ladder() -> dict[str, int]:
    """The rungs of the reminders of a deadline: how many working days before its safe day, the first one first."""
    rungs = {name: _rule(name)[0] for name in ("remind-first", "remind-second", "remind-third", "remind-lead")}
    return dict(sorted(rungs.items(), key=lambda rung: -rung[1]))


def _rule(key: str) -> tuple[int, str]:
    data: Any = _item("promise", key).data
    return int(data["amount"]), str(data["unit"])


def reads_along(key: str) -> str:
    """The rule for a second reader as a sentence; empty when it does not hold."""
    item = _item("second_reader", key)
    return item.label_nl if item.data["holds"] == "yes" else ""


def _item(list_name: str, key: str) -> Item:
    held = reference.snapshot().of(list_name)  # before the lists were loaded anew, the file of this version speaks
    rows = [*held, *(item for item in files.items() if item.list_name == list_name)]
    return next(item for item in rows if item.key == key)


def task_lists() -> tuple[TaskList, ...]:
    """All of them, in the order of the file."""
    return tuple(_task_list(item) for item in reference.snapshot().of("task_list"))


def task_list(list_id: str) -> TaskList | None:
    return next((one for one in task_lists() if one.id == list_id), None)


def _task_list(item: Item) -> TaskList:
    data: Any = item.data
    return TaskList(
        item.key,
        item.label_nl,
        tuple(data["subthemes"]),
        data["owner"],
        date.fromisoformat(data["review_on"]),
        data["event"],
        tuple(steps_of(data["steps"])),
    )


def steps_of(text: str) -> Iterator[Step]:
    """Read steps, a line each.

    Raises:
        ValueError: a line that is none; it is the message.
    """
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _STEP.fullmatch(line)
        if found is None:
            raise ValueError(line)
        days = found["days"].removeprefix("dag")
        yield Step(int(days), days != found["days"], found["role"], found["text"])
