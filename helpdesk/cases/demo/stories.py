"""Reads stories.toml: what was asked, what was done and where it stands now. A wrong word in it fails here."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from helpdesk.people.person import Person

FILE = Path(__file__).parent / "stories.toml"
STAGES = (
    *("new", "triage", "team", "waiting_asker", "answered", "waiting_third", "offered"),
    *("closed", "reopened", "referred", "rejected"),
)
URGENCY = {"acuut": 0, "hoog": 1, "normaal": 2, "laag": 3}


@dataclass(frozen=True)
class Story:
    """One invented question and what came of it. `assignee` is a slug of the cast."""

    id: str
    text: str
    asker: str
    theme: str
    days_ago: int
    stage: str
    requester_type: str = ""
    subtheme: str = ""
    groups: list[str] = field(default_factory=list)
    age_band: str = ""
    province: str = ""
    language: str = "nl"
    danger: bool = False
    urgency: str = "normaal"
    title: str = ""
    team: str = ""
    assignee: str = ""
    more: dict[str, str] = field(default_factory=dict)
    replies: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tasks: list[dict[str, Any]] = field(default_factory=list)
    parties: list[dict[str, Any]] = field(default_factory=list)
    waits_for: str = ""
    institution: str = ""
    reason: str = ""
    letter: str = ""
    outcome: str = ""
    help_kinds: list[str] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)
    signal: bool = False
    minutes: int = 0
    closing_note: str = ""

    @property
    def people(self) -> list[Person]:
        """Who stands around the child."""
        return [Person.of(one) for one in self.parties]


def stories(file: Path = FILE) -> list[Story]:
    """All stories, oldest first, so that what came in first is older in the ledger too."""
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["story"]
    known = {one.name for one in fields(Story)}
    found = []
    for number, row in enumerate(rows, 1):
        if strange := set(row) - known:
            raise ValueError(f"story {number} has fields that nobody reads: {', '.join(sorted(strange))}")
        story = Story(**{"id": f"story-{number}", **row})
        if story.stage not in STAGES or story.urgency not in URGENCY:
            raise ValueError(f"story {number} stands at {story.stage!r} with urgency {story.urgency!r}")
        if story.people and not story.assignee:
            raise ValueError(f"story {number} has people and nobody who entered them")
        found.append(story)
    return sorted(found, key=lambda story: -story.days_ago)
