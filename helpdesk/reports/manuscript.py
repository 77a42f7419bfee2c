"""A whole report as data: what paper is made of, what is checked, what is frozen and hashed. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Front:
    """The front page.

    Args:
        number: of the report once it is signed ("KRR-2026-0007"); empty in a draft.
        child: initials and, when the author chose so, the age ("D., 8 jaar").
        code: of the case with us.
        procedure: what it is for, in words ("Bezwaar", "Beroep bij de rechtbank").
        before: the court or agency, and its number of the case; may be empty.
        writer: name and function of who wrote it; `reader` of the second reader.
        on: the day of the report.
        question: what is asked of us, in a sentence.
    """

    title: str
    number: str
    child: str
    code: str
    procedure: str
    before: str
    for_whom: str
    writer: str
    reader: str
    on: date
    question: str = ""
    privacy: str = ""
    language: str = "nl"


@dataclass(frozen=True)
class Part:
    """A chapter. `number` is 0 for the summary in front when the outline says so."""

    key: str
    number: int
    title: str
    doc: Mapping[str, Any]


@dataclass(frozen=True)
class FactLine:
    """A fact with where it comes from.

    Args:
        ref: the uuid as text.
        number: in the list of facts, from 1.
        day: of what happened, or nothing when it is not known; `day_words` is what is printed ("najaar 2025").
        said_by: who said it or which document, without a name ("moeder", "Besluit GI, 2 oktober 2026, blz. 3").
        contested: "no", "yes" or "unknown"; `contested_by` says by whom.
        annex: its number, or 0.
    """

    ref: str
    number: int
    text: str
    said_by: str
    day: date | None = None
    day_words: str = ""
    contested: str = "unknown"
    contested_by: str = ""
    annex: int = 0


@dataclass(frozen=True)
class CitationLine:
    """A passage as it stood when it was cited.

    Args:
        short: by the Leidraad ("art. 3 lid 1 IVRK").
        full: as the table of sources prints it.
        group: of the table of sources: treaty, comment, law, case-law, policy, other.
        quote: the words of the passage in that version.
        version: which state, in words ("geldig op 2 oktober 2026"); `digest` is the SHA-256 of the words.
        in_force: whether it held on the day of the decision; None when that cannot be said.
        sure: "verified", "unofficial", "title" (we have no more of it than that), "practice" or "uncertain".
    """

    ref: str
    short: str
    full: str
    group: str
    quote: str
    version: str
    digest: str
    in_force: bool | None = None
    sure: str = "verified"
    source: str = ""


@dataclass(frozen=True)
class Outcome:
    """One possible outcome of the procedure, and what is expected of each condition then."""

    key: str
    title: str
    expected: Mapping[int, str] = field(default_factory=dict)
    because: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Conditions:
    """The fourteen conditions for development: how each is now, with evidence, and after each outcome. Never added up.

    `now` and `expected` hold "good", "moderate", "poor" or "unknown" by the number of the condition (1 to 14).
    """

    names: Mapping[int, str]
    now: Mapping[int, str]
    evidence: Mapping[int, str]
    outcomes: Sequence[Outcome] = ()


@dataclass(frozen=True)
class Annex:
    """A document that goes along; its bytes lie with the case."""

    number: int
    title: str
    day: date | None = None
    pages: int = 0
    digest: str = ""
    file: str = ""


@dataclass(frozen=True)
class Manuscript:
    """All of one report. `persons` gives initials for each ref of a party."""

    front: Front
    parts: Sequence[Part]
    facts: Sequence[FactLine] = ()
    citations: Sequence[CitationLine] = ()
    persons: Mapping[str, str] = field(default_factory=dict)
    conditions: Conditions | None = None
    annexes: Sequence[Annex] = ()

    def fact(self, ref: str) -> FactLine | None:
        """The fact with this ref."""
        return next((one for one in self.facts if one.ref == ref), None)

    def citation(self, ref: str) -> CitationLine | None:
        """The citation with this ref."""
        return next((one for one in self.citations if one.ref == ref), None)


def canonical(manuscript: Manuscript) -> bytes:
    """The one way to write it down, so that the same report always has the same digest."""
    return json.dumps(
        asdict(manuscript), sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str
    ).encode()


def digest(manuscript: Manuscript) -> str:
    """SHA-256 of the canonical form, in hex."""
    return hashlib.sha256(canonical(manuscript)).hexdigest()


def read(data: bytes) -> Manuscript:
    """The manuscript that was written down by `canonical`.

    Raises:
        ValueError, KeyError, TypeError: these bytes were not made by it.
    """
    found = json.loads(data)
    conditions = found["conditions"]
    return Manuscript(
        front=Front(**{**found["front"], "on": date.fromisoformat(found["front"]["on"])}),
        parts=tuple(Part(**one) for one in found["parts"]),
        facts=tuple(FactLine(**{**one, "day": _day(one["day"])}) for one in found["facts"]),
        citations=tuple(CitationLine(**one) for one in found["citations"]),
        persons=found["persons"],
        conditions=_conditions(conditions) if conditions else None,
        annexes=tuple(Annex(**{**one, "day": _day(one["day"])}) for one in found["annexes"]),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _numbered(values: Mapping[str, str]) -> dict[int, str]:
    return {int(key): value for key, value in values.items()}


def _conditions(found: Mapping[str, Any]) -> Conditions:
    outcomes = tuple(
        Outcome(one["key"], one["title"], _numbered(one["expected"]), _numbered(one["because"]))
        for one in found["outcomes"]
    )
    return Conditions(_numbered(found["names"]), _numbered(found["now"]), _numbered(found["evidence"]), outcomes)
