"""The steps of one deadline laid on top of each other: what it is now, and its course."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from helpdesk.cases.step_lines import StepLine
from helpdesk.deadlines.workflow import Kind, State

_SETS = frozenset({Kind.SET, Kind.CORRECT})


@dataclass(frozen=True)
class Line(StepLine):
    """One step."""

    id: str
    kind: Kind
    said: Mapping[str, Any]

    @property
    def reason(self) -> str:
        return str(self.said.get("reason") or "")


@dataclass(frozen=True)
class Laid:
    """One deadline as it stands."""

    id: UUID
    state: State
    lines: Sequence[Line] = field(repr=False)

    @cached_property
    def day(self) -> Line:
        """The step that says the day: as it was set, or as it was set right last."""
        return [one for one in self.lines if one.kind in _SETS][-1]

    @property
    def said(self) -> Mapping[str, Any]:
        return self.day.said

    @property
    def what(self) -> str:
        return str(self.said["what"])

    @property
    def last(self) -> date:
        return date.fromisoformat(self.said["last"])

    @property
    def safe(self) -> date:
        return date.fromisoformat(self.said["safe"])

    @property
    def by_hand(self) -> bool:
        return not self.said.get("term")

    @property
    def cite(self) -> str:
        """The article, for the chip; of a day by hand where it stands."""
        row = self.said.get("row") or {}
        return f"{row['law']} {row['article']}".strip() if row else str(self.said.get("source") or "")

    @property
    def sure(self) -> str:
        return str(self.said.get("sure") or "")

    @property
    def since(self) -> date | None:
        """The day of the decision."""
        decision = self.said.get("decision")
        return date.fromisoformat(decision["on"]) if decision else None

    @cached_property
    def _owned(self) -> Line:
        return [one for one in self.lines if "owner" in one.said][-1]

    @property
    def owner(self) -> str:
        return str(self._owned.said["owner"])

    @property
    def entries(self) -> dict[str, UUID]:
        """The entries in the owner's calendar: "safe" and "last"."""
        return {which: UUID(entry) for which, entry in self._owned.said["entries"].items()}

    @property
    def judged(self) -> Line | None:
        """What a second colleague said of this very day; None while nobody read it."""
        found = [one for one in self.lines if one.kind in {Kind.CONFIRM, Kind.DISPUTE} and one.number > self.day.number]
        return found[-1] if found else None

    @property
    def confirmed(self) -> Line | None:
        return self.judged if self.judged and self.judged.kind == Kind.CONFIRM else None

    @property
    def disputed(self) -> Line | None:
        return self.judged if self.judged and self.judged.kind == Kind.DISPUTE else None

    @property
    def ended(self) -> Line | None:
        """How it ended, when it has."""
        found = [one for one in self.lines if one.kind == Kind.END]
        return found[-1] if found and self.state not in {State.OPEN, State.MOVED} else None

    @property
    def seen(self) -> int:
        """The number of the newest step, so that nobody confirms what changed under her eyes."""
        return self.lines[-1].number


def laid(deadline_id: UUID, state: str, steps: Iterable[tuple[UUID, Mapping[str, Any]]]) -> Laid:
    """Lay the steps of one deadline on top of each other; `steps` in any order."""
    lines = sorted((Line(str(pk), Kind(said["kind"]), said) for pk, said in steps), key=lambda one: one.number)
    return Laid(deadline_id, State(state), lines)
