"""How the reading, the signature and the versions of one report stand, as their pages show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.reports.checks import Finding, Severity, stops
from helpdesk.reports.comparing import Compared, compare
from helpdesk.reports.document import Node, said
from helpdesk.reports.laid import LaidReport, Line
from helpdesk.reports.material import Material
from helpdesk.reports.refs import refs_of
from helpdesk.reports.review import Remark, Review, may_read, open_attempts, review, seen_of
from helpdesk.reports.stops import findings
from helpdesk.reports.workflow import LABELS, may_follow

WHY = {
    "now": "Zoals het er nu staat",
    "saved": "Tijdens het schrijven",
    "attempt": "Kon niet worden ingevoegd",
    "read": "Toen het werd nagelezen",
    "signed": "Toen het werd getekend",
}


@dataclass(frozen=True)
class Said:
    """A remark with names for its members."""

    one: Remark
    by: str
    at: datetime
    where: str
    answers: Sequence[Said] = ()


@dataclass(frozen=True)
class Attempt:
    """What somebody wrote and what could not be put in."""

    id: str
    part: str
    title: str
    by: str
    at: datetime


class Reviewing:
    """What the templates of reading and signing read."""

    def __init__(self, page: CasePage, material: Material) -> None:
        self.page, self.report, self._material = page, material.report, material

    @property
    def now(self) -> Mapping[str, int]:
        return self._material.versions

    @cached_property
    def review(self) -> Review:
        return review(self.report, self.now)

    @property
    def seen(self) -> str:
        return seen_of(self.report, self.now)

    @property
    def state(self) -> str:
        return LABELS[self.report.state]

    @cached_property
    def findings(self) -> list[Finding]:
        """The whole checklist."""
        return findings(self._material)

    @property
    def stops(self) -> list[Finding]:
        """What keeps it from being signed."""
        return stops(self.findings)

    @property
    def looks(self) -> list[Finding]:
        """What is worth a look, and stops nothing."""
        return [one for one in self.findings if one.severity is Severity.LOOK]

    @property
    def reader(self) -> str:
        """Whoever was asked, or agreed."""
        return self.page.people.name(self.review.reader_now or self.review.reader)

    @property
    def note(self) -> str:
        return str(self.review.asked.said.get("note", "")) if self.review.asked else ""

    @property
    def approved_late(self) -> bool:
        """Somebody agreed, and then something changed."""
        return self.review.approved is None and any(str(one.kind) == "approve" for one in self._since_asked)

    @property
    def _since_asked(self) -> list[Line]:
        asked = self.review.asked
        return [one for one in self.report.lines if asked and one.number > asked.number]

    @property
    def mine_to_read(self) -> bool:
        """Whether I may say yes to it: I wrote no word of it."""
        return may_read(self.report, self.page.me)

    @property
    def writers(self) -> list[str]:
        return [self.page.people.name(one) for one in self.report.writers]

    @property
    def remarks(self) -> list[Said]:
        """The open ones first."""
        return sorted((self._said(one) for one in self.review.remarks), key=lambda one: one.one.done)

    def _said(self, one: Remark) -> Said:
        answers = [self._said(answer) for answer in one.answers]
        return Said(one, self.page.people.name(one.by), datetime.fromisoformat(one.at), self.title(one.part), answers)

    @property
    def attempts(self) -> list[Attempt]:
        """What could not be put in and waits for somebody."""
        return [
            Attempt(
                one.said["attempt"],
                one.said["part"],
                self.title(one.said["part"]),
                self.page.people.name(one.by),
                one.at,
            )
            for one in open_attempts(self.report.lines)
        ]

    def title(self, key: str) -> str:
        """The heading of a chapter."""
        section = self.report.frame.outline.section(key)
        return section.heading if section else ""

    @property
    def chapters(self) -> list[tuple[str, str]]:
        return [(one.key, one.heading) for one in self.report.frame.outline.sections if one.key in self.now]

    @property
    def may(self) -> Mapping[str, bool]:
        """Which verbs follow, for this member, by their name in templates."""
        verbs = (
            "ask-second-reader",
            "read-report",
            "sign-report",
            "withdraw-report",
            "give-report",
            "supplement-report",
            "follow-report",
        )
        names = {verb: verb.replace("-", "_") for verb in verbs}
        return {name: may_follow(verb, self.report.state) and self.page.can[name] for verb, name in names.items()}


@dataclass(frozen=True)
class Version:
    """One version of a chapter in the list."""

    id: UUID | str
    why: str
    by: str
    at: datetime
    first: str


def listed(rows: Sequence[Mapping[str, Any]], page: CasePage) -> list[Version]:
    """Versions as the list shows them: when, by whom, why, and with what words they begin."""
    return [
        Version(
            one["id"],
            WHY.get(one["why"], ""),
            page.people.name(one["by"]),
            datetime.fromisoformat(one["at"]),
            _first(one["doc"]),
        )
        for one in rows
    ]


def _first(doc: Node) -> str:
    words = said(doc).replace("\n", " ")
    return words if len(words) <= 90 else f"{words[:89]}…"


def differences(file: CaseFile, report: LaidReport, old: Node, new: Node) -> list[Compared]:
    """What came and went between two versions, block by block; what an atom says stands in brackets."""
    names = {ref: one["label"] for ref, one in refs_of(file, report).items()}
    return compare(old, new, name=lambda node: f"[{names.get(node.get('attrs', {}).get('ref', ''), '?')}]")
