"""One deadline as its page shows it: the day and the way to it, whose it is, who read it, what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from helpdesk.cases.panels.deadlines import Deadline, line_of
from helpdesk.cases.panels.page import CasePage
from helpdesk.deadlines.actions.keep import kept
from helpdesk.deadlines.forms import WAYS
from helpdesk.deadlines.laid import Laid, Line
from helpdesk.deadlines.workflow import LABELS, Kind, State, may_follow
from helpdesk.remedies.chips import Chip, told

# Kind: icon and heading of a step in the course.
COURSE = {
    Kind.SET: ("calendar", "Vastgezet"),
    Kind.CONFIRM: ("people", "Nagelezen: klopt"),
    Kind.DISPUTE: ("alert", "Nagelezen: klopt niet"),
    Kind.TAKE_OVER: ("hand", "Overgenomen"),
    Kind.CORRECT: ("pen", "Rechtgezet"),
    Kind.END: ("check", "Afgerond"),
    Kind.MOVED: ("arrow", "Meegegaan naar een andere zaak"),
    Kind.CAME: ("arrow", "Meegekomen uit een andere zaak"),
    Kind.BACK: ("back", "Teruggekomen uit een andere zaak"),
}


@dataclass(frozen=True)
class Told:
    """One step of the course."""

    icon: str
    title: str
    more: str
    reason: str
    at: datetime
    by: str


class Board:
    """What the templates of a deadline read."""

    def __init__(self, page: CasePage, deadline: Laid) -> None:
        self.page = page
        self.deadline = deadline

    @property
    def state(self) -> str:
        return LABELS[self.deadline.state]

    @cached_property
    def line(self) -> Deadline:
        return line_of(kept(self.deadline))

    @property
    def owner(self) -> str:
        return self.page.people.name(self.deadline.owner)

    @property
    def mine(self) -> bool:
        return self.deadline.owner == str(self.page.me.pk)

    @property
    def set_by_me(self) -> bool:
        return self.deadline.day.by == str(self.page.me.pk)

    @property
    def setter(self) -> str:
        return self.page.people.name(self.deadline.day.by)

    @property
    def way(self) -> str:
        """How the decision was made known."""
        return str(dict(WAYS).get(self._decision.get("way", ""), ""))

    @property
    def whom(self) -> str:
        return str(self._decision.get("whom") or "")

    @property
    def _decision(self) -> Mapping[str, Any]:
        return self.deadline.said.get("decision") or {}

    @property
    def steps(self) -> Sequence[tuple[str, Chip]]:
        return told(self.deadline.said.get("steps") or ())

    @property
    def warnings(self) -> Sequence[tuple[str, Chip]]:
        return told(self.deadline.said.get("warnings") or ())

    @cached_property
    def can(self) -> May:
        """Which verbs the role, the case and the deadline allow now."""
        return May(self.page, self.deadline.state)

    @property
    def judged_by(self) -> str:
        judged = self.deadline.judged
        return self.page.people.name(judged.by) if judged else ""

    @cached_property
    def course(self) -> list[Told]:
        """Every step, the newest on top."""
        return [self._told(one) for one in reversed(self.deadline.lines)]

    def _told(self, line: Line) -> Told:
        icon, title = COURSE[line.kind]
        reason = str(line.said.get("why") or line.reason)
        return Told(icon, title, self._more(line), reason, line.at, self.page.people.name(line.by))

    def _more(self, line: Line) -> str:
        if line.kind in {Kind.SET, Kind.CORRECT}:
            return _("laatste dag %(day)s") % {"day": _short(date.fromisoformat(line.said["last"]))}
        if line.kind == Kind.END:
            return LABELS[State(line.said["how"])]
        return str(line.said.get("code") or "")


class May:
    """The buttons: what the case page allows, and the deadline too. `board.can.end_deadline` in a template."""

    def __init__(self, page: CasePage, state: State) -> None:
        self._page, self._state = page, state

    def __getitem__(self, name: str) -> bool:
        return may_follow(name.replace("_", "-"), self._state) and self._page.can[name]


def _short(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
