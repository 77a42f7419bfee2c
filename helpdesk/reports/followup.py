"""What became of a signed report: before whom, how it ended, and what the decision did with each right. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from helpdesk.reports.document import nodes
from helpdesk.reports.laid import Line
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.workflow import Kind


class Result(StrEnum):
    """How it ended. A list of our own: the outcomes at closing say how a case ended for the child, not a procedure."""

    PENDING = "pending"
    GRANTED = "granted"
    PARTLY = "partly"
    REJECTED = "rejected"
    SETTLED = "settled"
    NOT_FILED = "not-filed"


class Dealt(StrEnum):
    """What the decision did with one right."""

    UNKNOWN = "unknown"
    FOLLOWED = "followed"
    NOT_FOLLOWED = "not-followed"
    SILENT = "silent"


RESULTS = {
    Result.PENDING: "nog geen beslissing",
    Result.GRANTED: "beslist zoals gevraagd",
    Result.PARTLY: "deels beslist zoals gevraagd",
    Result.REJECTED: "anders beslist dan gevraagd",
    Result.SETTLED: "opgelost zonder beslissing",
    Result.NOT_FILED: "niet ingediend",
}
DEALT = {
    Dealt.UNKNOWN: "nog niet bekend",
    Dealt.FOLLOWED: "behandeld en gevolgd",
    Dealt.NOT_FOLLOWED: "behandeld, niet gevolgd",
    Dealt.SILENT: "niet genoemd",
}
UNDECIDED = frozenset({Result.PENDING, Result.SETTLED, Result.NOT_FILED})  # nothing was said of any right


@dataclass(frozen=True)
class Right:
    """A right that the report names; `ref` is its citation."""

    ref: str
    name: str


@dataclass(frozen=True)
class Told:
    """What is written down. `rights` by the ref of their citation; `heard` is the stamp of the answer taken over."""

    procedure: str
    body: str
    result: Result
    court_number: str = ""
    filed_on: date | None = None
    ecli: str = ""
    note: str = ""
    signal: bool = False
    rights: Mapping[str, Dealt] = field(default_factory=dict)
    heard: str = ""

    def kept(self) -> dict[str, Any]:
        """As it is sealed."""
        names = ("procedure", "body", "court_number", "ecli", "note", "signal", "heard")
        return {
            **{name: getattr(self, name) for name in names},
            "result": str(self.result),
            "filed_on": self.filed_on.isoformat() if self.filed_on else None,
            "rights": {ref: str(word) for ref, word in self.rights.items()},
        }


@dataclass(frozen=True)
class Known:
    """One time that it was written down; `gone` when that was taken back."""

    id: str
    by: str
    at: datetime
    told: Told
    gone: bool

    @property
    def over(self) -> bool:
        """Whether nobody has to ask any more."""
        return self.told.result is not Result.PENDING


def history(lines: Iterable[Line]) -> list[Known]:
    """Each time that somebody wrote it down, the newest first."""
    every = list(lines)
    gone = {one.said["takes_back"] for one in every if one.kind == Kind.TAKE_BACK}
    found = [Known(one.id, one.by, one.at, _told(one.said), one.id in gone) for one in every if one.kind == Kind.FOLLOW]
    return found[::-1]


def known(lines: Iterable[Line]) -> Known | None:
    """The newest that was not taken back: it speaks."""
    return next((one for one in history(lines) if not one.gone), None)


def asked(lines: Iterable[Line]) -> Line | None:
    """The step that says when somebody asks how it ended."""
    return next((one for one in reversed(list(lines)) if one.kind == Kind.ASK), None)


def rights_in(manuscript: Manuscript) -> list[Right]:
    """Each right that the report applies, once, as it was signed; one without a citation has no name."""
    refs = [
        str(node["attrs"]["citation"])
        for part in manuscript.parts
        for node in nodes(part.doc)
        if node["type"] == "right" and node["attrs"].get("citation")
    ]
    cited = [manuscript.citation(ref) for ref in dict.fromkeys(refs)]
    return [Right(one.ref, one.short) for one in cited if one is not None]


def _told(said: Mapping[str, Any]) -> Told:
    words = ("procedure", "body", "court_number", "ecli", "note", "signal", "heard")
    filed = said["filed_on"]
    return Told(
        **{name: said[name] for name in words},
        result=Result(said["result"]),
        filed_on=date.fromisoformat(filed) if filed else None,
        rights={ref: Dealt(word) for ref, word in said["rights"].items()},
    )
