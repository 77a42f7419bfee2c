"""What a reader gives: first which state of which work, then its pieces, and in between what it did not understand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

OFFICIAL, UNOFFICIAL = "official", "unofficial"


class Unreadable(Exception):
    """The file cannot be read as what it is, or must not be. `str()` says why, for the report."""


@dataclass(frozen=True)
class WorkHead:
    """The work that a file holds. What is empty leaves alone what is known already."""

    code: str
    kind: str
    title: str
    short: str = ""
    source: str = ""
    confidence: str = OFFICIAL


@dataclass(frozen=True)
class StateHead:
    """One version of a work in one language; the pieces after it belong to it."""

    work: WorkHead
    language: str = "nl"
    valid_from: date | None = None
    valid_until: date | None = None
    edition: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Piece:
    """One passage, as `library.Passage` keeps it. A heading comes after what it holds, as its digest is over that."""

    position: int
    address: str
    under: str
    level: int
    form: str
    label: str
    heading: str
    text: str
    digest: str


@dataclass(frozen=True)
class Gap:
    """Something in the source that the reader did not understand: where it stands, and what it is."""

    where: str
    what: str


@dataclass(frozen=True)
class Validity:
    """What technical information says of a work: how it is called, and on which days its states begin and end."""

    code: str
    title: str = ""
    short: str = ""
    ends: Mapping[date, date] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


Item = StateHead | Piece | Gap | Validity
