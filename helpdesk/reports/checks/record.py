"""What is checked beside the manuscript, and what a check finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """Whether it keeps the report from being signed."""

    STOPS = "stops"
    LOOK = "look"


@dataclass(frozen=True)
class Finding:
    """One line of the checklist.

    Args:
        what: a word of ours for the kind of finding, the same for all of a kind.
        sentence: for the author, in plain Dutch.
        part, block: where in the text; empty when it is about the whole.
        start, end: the place in the block as the editor counts (UTF-16, an atom is one).
        ref: the fact or citation that it is about.
    """

    severity: Severity
    what: str
    sentence: str
    part: str = ""
    block: str = ""
    start: int = 0
    end: int = 0
    ref: str = ""


@dataclass(frozen=True)
class Consent:
    """Who agrees: "yes", "no", "not-asked", for who decides for the child also "not-needed"; or the other ground."""

    child: str
    guardian: str
    basis: str = ""

    @property
    def given(self) -> bool:
        """Both said yes, or it is written down on what it stands otherwise."""
        return bool(self.basis.strip()) or (self.child == "yes" and self.guardian in {"yes", "not-needed"})


@dataclass(frozen=True)
class Around:
    """What a manuscript does not hold.

    Args:
        today: the day of the check.
        procedure: court, objection, complaint or echr.
        hearing_on: the day of the hearing, when there is one and it is known.
        hidden: full names that may not be printed: third persons, and who stands in it with initials.
        named: full names that deliberately stand in full.
        consent: None when nothing was written down.
        writers: ids of who wrote it; `reader` that of the second reader, or empty.
        open_comments: ids of the remarks that are not done.
    """

    today: date
    procedure: str = ""
    hearing_on: date | None = None
    hidden: Sequence[str] = field(default=(), repr=False)
    named: Sequence[str] = field(default=(), repr=False)
    consent: Consent | None = None
    writers: Collection[str] = ()
    reader: str = ""
    open_comments: Collection[str] = ()
