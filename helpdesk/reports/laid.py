"""The steps of one report laid on top of each other: its frame, facts, citations, conditions, annexes and consent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from helpdesk.cases.step_lines import StepLine
from helpdesk.reports.outline import Outline, outline
from helpdesk.reports.told import FactTold
from helpdesk.reports.workflow import OPEN, Kind, State

STAFF = "staff"  # stands among `named` when writer and reader are to be named
FRAME = frozenset({Kind.START, Kind.FRAME})


@dataclass(frozen=True)
class Line(StepLine):
    """One step."""

    id: str
    kind: Kind
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Frame:
    """What it is for. People are parties of the case by their id; `named` are those whose name may stand in full."""

    procedure: str
    title: str
    before: str
    court_number: str
    decision_on: date | None
    on: date
    question: str
    lawyer: str
    child: str
    age: str = ""
    language: str = "nl"
    named: tuple[str, ...] = ()
    named_why: str = ""

    @property
    def outline(self) -> Outline:
        return outline(self.procedure, self.language)


@dataclass(frozen=True, kw_only=True)
class Fact(FactTold):
    """One fact, or one saying of the child, as it was told last: with its place in the list, by whom and when."""

    ref: str
    number: int
    by: str
    at: datetime


@dataclass(frozen=True)
class Cited:
    """A citation with the passage as it stood; `version` and the rest as `manuscript.CitationLine` says."""

    ref: str
    number: int
    work: str
    place: str
    language: str
    short: str
    full: str
    group: str
    quote: str
    version: str
    digest: str
    in_force: bool | None
    sure: str
    source: str
    by: str


@dataclass(frozen=True)
class Weighed:
    """The fourteen conditions: words by number. `outcomes` are (key, title, expected, because)."""

    now: Mapping[int, str]
    evidence: Mapping[int, str]
    outcomes: Sequence[tuple[str, str, Mapping[int, str], Mapping[int, str]]]


@dataclass(frozen=True)
class Enclosed:
    """An annex: a safe copy (`file`) or something that we gave (`given`)."""

    ref: str
    number: int
    kind: str
    id: str
    title: str
    day: date | None
    pages: int
    digest: str


@dataclass(frozen=True)
class Consent:
    """Whether the child and who decides for her agree that this is filed, or on what else it stands."""

    child: str
    child_how: str
    guardian: str
    guardian_how: str
    basis: str
    on: date | None
    by: str

    @property
    def given(self) -> bool:
        """Both said yes, or it is written down on what it stands otherwise."""
        return bool(self.basis) or (self.child == "yes" and self.guardian in {"yes", "not-needed"})


@dataclass(frozen=True)
class LaidReport:
    """One report as it stands."""

    id: UUID
    state: State
    lines: Sequence[Line] = field(repr=False)

    @property
    def open(self) -> bool:
        return self.state in OPEN

    @property
    def seen(self) -> int:
        """The number of the newest step."""
        return self.lines[-1].number

    @property
    def started_by(self) -> str:
        return self.lines[0].by

    @property
    def started_at(self) -> datetime:
        return self.lines[0].at

    @cached_property
    def frame(self) -> Frame:
        said = self._last(FRAME)
        values: dict[str, Any] = {"decision_on": _day(said.get("decision_on")), "on": date.fromisoformat(said["on"])}
        words = ("procedure", "title", "before", "court_number", "question", "lawyer", "child", "age", "named_why")
        values |= {name: str(said.get(name) or "") for name in words}
        return Frame(**values, language=said.get("language", "nl"), named=tuple(said.get("named") or ()))

    @cached_property
    def facts(self) -> list[Fact]:
        """By their day; what has none comes last. Their number is their place, so it may change while one writes."""
        rows = sorted(self._newest(Kind.FACT), key=lambda pair: (pair[1].get("day") or "9", pair[0]))
        return [_fact(said, at) for at, (_, said) in enumerate(rows, start=1)]

    @cached_property
    def citations(self) -> list[Cited]:
        """In the order in which they came."""
        names = ("ref", "work", "place", "language", "short", "full", "group", "quote", "version", "digest")
        rows = sorted(self._newest(Kind.CITE), key=lambda pair: pair[0])
        return [
            Cited(number=at, **{name: said[name] for name in (*names, "in_force", "sure", "source", "by")})
            for at, (_, said) in enumerate(rows, start=1)
        ]

    @cached_property
    def conditions(self) -> Weighed | None:
        said = self._last({Kind.CONDITIONS}, {})
        if not said.get("now"):
            return None
        outcomes = [(o["key"], o["title"], _numbered(o["expected"]), _numbered(o["because"])) for o in said["outcomes"]]
        return Weighed(_numbered(said["now"]), _numbered(said["evidence"]), outcomes)

    @cached_property
    def annexes(self) -> list[Enclosed]:
        rows = self._last({Kind.ANNEX}, {}).get("annexes") or ()
        return [
            Enclosed(
                number=at,
                day=_day(one["day"]),
                **{k: one[k] for k in ("ref", "kind", "id", "title", "pages", "digest")},
            )
            for at, one in enumerate(rows, start=1)
        ]

    @cached_property
    def consent(self) -> Consent | None:
        said = self._last({Kind.CONSENT}, {})
        names = ("child", "child_how", "guardian", "guardian_how", "basis", "by")
        return Consent(on=_day(said.get("on")), **{name: said[name] for name in names}) if said else None

    @property
    def writers(self) -> list[str]:
        """The ids of whoever did a step of writing, in the order in which they came."""
        kinds = {*FRAME, Kind.WRITE, Kind.FACT, Kind.CITE, Kind.CONDITIONS, Kind.ANNEX, Kind.CONSENT}
        return list(dict.fromkeys(one.by for one in self.lines if one.kind in kinds))

    def fact(self, ref: object) -> Fact | None:
        return next((one for one in self.facts if one.ref == str(ref)), None)

    def citation(self, ref: object) -> Cited | None:
        return next((one for one in self.citations if one.ref == str(ref)), None)

    def _last(self, kinds: Iterable[Kind], none: Mapping[str, Any] | None = None) -> Mapping[str, Any]:
        found = [one.said for one in self.lines if one.kind in set(kinds)]
        return found[-1] if found or none is None else none

    def _newest(self, kind: Kind) -> list[tuple[int, Mapping[str, Any]]]:
        """The last word on each `ref` with the number of its first; what was taken out is not among them."""
        first: dict[str, int] = {}
        last: dict[str, Mapping[str, Any]] = {}
        for one in self.lines:
            if one.kind == kind:
                first.setdefault(one.said["ref"], one.number)
                last[one.said["ref"]] = one.said
        return [(first[ref], said) for ref, said in last.items() if not said.get("gone")]


def laid(report_id: UUID, state: str, steps: Iterable[tuple[UUID, Mapping[str, Any]]]) -> LaidReport:
    """Lay the steps of one report on top of each other; `steps` in any order."""
    lines = sorted((Line(str(pk), Kind(said["kind"]), said) for pk, said in steps), key=lambda one: one.number)
    return LaidReport(report_id, State(state), lines)


def _fact(said: Mapping[str, Any], number: int) -> Fact:
    names = ("ref", "text", "day_words", "source", "source_id", "said_by", "page", "contested", "voice", "how", "by")
    return Fact(
        number=number,
        day=_day(said["day"]),
        at=datetime.fromisoformat(said["at"]),
        contested_by=tuple(said["contested_by"]),
        **{name: said[name] for name in names},
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _numbered(values: Mapping[str, str]) -> dict[int, str]:
    return {int(number): word for number, word in values.items()}
