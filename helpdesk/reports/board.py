"""One report as its pages show it: chapters with how far they are, what stands beside them, what may be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse

from helpdesk.cases.panels.deadlines import Deadline, nearest
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.sources import from_summary
from helpdesk.lib import clock
from helpdesk.library.relied import Chip, chip
from helpdesk.library.standing import Key, newest
from helpdesk.people.person import Person
from helpdesk.reports.access_press import orders_of
from helpdesk.reports.composing import in_words
from helpdesk.reports.document import Node, written
from helpdesk.reports.gaps import Gap, gaps
from helpdesk.reports.laid import Cited, Fact, LaidReport
from helpdesk.reports.material import Material
from helpdesk.reports.models import ReportPart
from helpdesk.reports.ordered import Order
from helpdesk.reports.outline import Section
from helpdesk.reports.parts import holder
from helpdesk.reports.review import reads
from helpdesk.reports.reviewing import Reviewing
from helpdesk.reports.workflow import LABELS, may_follow


@dataclass(frozen=True)
class Chapter:
    """One line of the outline."""

    section: Section
    done: bool
    now: bool
    holder: str
    gap: Gap | None = None
    written_in: bool = True  # nothing to write where one only reads

    @property
    def look(self) -> str:
        """The word of the design for how it stands; what is missing goes first."""
        return "gap" if self.gap else "now" if self.now else "done" if self.done else "todo"

    @property
    def icon(self) -> str:
        return {"gap": "alert", "now": "pen" if self.written_in else "eye", "done": "check", "todo": "circle"}[
            self.look
        ]


class Board:
    """What the templates of a report read."""

    def __init__(self, page: CasePage, report: LaidReport, chosen: str = "") -> None:
        self.page = page
        self.report = report
        self._chosen = chosen

    @property
    def frame(self) -> Any:
        return self.report.frame

    @property
    def state(self) -> str:
        return LABELS[self.report.state]

    @property
    def can_write(self) -> bool:
        return may_follow("write-report", self.report.state) and self.page.can["write_report"]

    @cached_property
    def material(self) -> Material:
        return Material(self.page.file, self.report, lambda: self.page.people)

    @property
    def people(self) -> Mapping[str, Person]:
        return self.material.people

    @property
    def child(self) -> str:
        """Her initials, and her age when that was written down."""
        person = self.people.get(self.frame.child)
        return ", ".join(filter(None, (person.initials if person else "", self.frame.age)))

    @property
    def lawyer(self) -> str:
        person = self.people.get(self.frame.lawyer)
        return in_words(person) if person else ""

    @property
    def named(self) -> list[str]:
        """Who stands in it with the whole name."""
        return [in_words(self.people[ref]) for ref in self.frame.named if ref in self.people]

    @property
    def deadline(self) -> Deadline | None:
        """The nearest day of the case, as its summary keeps it."""
        return nearest(self.page.summary)

    @property
    def parts(self) -> Mapping[str, ReportPart]:
        return self.material.parts

    @cached_property
    def section(self) -> Section:
        """The chapter that is open."""
        outline = self.frame.outline
        found: Section = outline.section(self._chosen) or outline.sections[0]
        return found

    @cached_property
    def chapters(self) -> list[Chapter]:
        docs, now = self.docs, self.section.key
        missing = gaps(self.reviewing.stops, self.report, docs) if self.report.open else {}
        return [
            Chapter(
                one, written(docs[one.key]), one.key == now, self._holder(one.key), missing.get(one.key), self.can_write
            )
            for one in self.frame.outline.sections
            if one.key in docs
        ]

    @cached_property
    def docs(self) -> Mapping[str, Node]:
        """The text of each chapter."""
        return {key: part.content["doc"] for key, part in self.parts.items()}

    @property
    def doc(self) -> Node:
        return self.docs[self.section.key]

    @cached_property
    def changed(self) -> list[Chip]:
        """Citations whose article says something else now than when somebody last looked at it for this case."""
        return [one for one in self.chips.values() if one.changed]

    @cached_property
    def chips(self) -> Mapping[str, Chip]:
        """Each citation as the case relies on it, by its ref; in one statement."""
        seen = {one.key: one.seen for one in from_summary(self.page.summary)}
        keys = {one.ref: Key.of(one.work, one.place, one.language) for one in self.report.citations}
        stands = newest(set(keys.values()))
        return {
            one.ref: chip(keys[one.ref], one.place, one.short, seen[keys[one.ref]], stands.get(keys[one.ref]))
            for one in self.report.citations
            if keys[one.ref] in seen
        }

    @property
    def cites(self) -> list[tuple[Cited, Chip | None]]:
        return [(one, self.chips.get(one.ref)) for one in self.report.citations]

    def contested_by(self, fact: Fact) -> str:
        return ", ".join(in_words(self.people[ref]) for ref in fact.contested_by if ref in self.people)

    @property
    def fact_refs(self) -> set[str]:
        """So that a line of the checklist knows whether it is about a fact or about a source."""
        return {one.ref for one in self.report.facts}

    @property
    def facts(self) -> list[tuple[Fact, str]]:
        return [(one, self.contested_by(one)) for one in self.report.facts]

    @cached_property
    def orders(self) -> list[Order]:
        """What waits for the press or is being made, and what was refused last."""
        return [Order(one) for one in orders_of(self.page.file, self.report.id)]

    @cached_property
    def reviewing(self) -> Reviewing:
        """Who reads it, and what could not be put in."""
        return Reviewing(self.page, self.material)

    @cached_property
    def editor(self) -> dict[str, Any]:
        """Where the editor reads and saves, nothing for who may only read. Whoever was asked to read it proposes."""
        if not self.can_write:
            return {}
        code, report = self.page.code, self.report.id
        part = reverse("reports:write-report", args=[code, report, self.section.key])
        names = {"facts_url": "list-facts", "find_url": "find-passages", "cite_url": "cite-passage"}
        urls = {name: reverse(f"reports:{view}", args=[code, report]) for name, view in names.items()}
        mode = "suggest" if reads(self.report, self.page.me) else ""
        return {"part_url": part, "comments_url": f"{part}opmerkingen/", "editor_mode": mode, **urls}

    def _holder(self, key: str) -> str:
        """Who writes there now, when that is somebody else."""
        part = self.parts[key]
        held = part.held_by if holder(part, clock.now()) else None
        return held.first_name if held is not None and held != self.page.me else ""
