"""Figures across reports that may be shown to everybody: classes of five per cell, and no totals. Pure.

Each number shown stands for one set of reports that no other number shares, and says its class alone. So whatever is
shown fits every combination of true counts within those classes, and nothing can be reckoned back. Decision 0032.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpdesk.reports.counted import Counted, Norm
from helpdesk.reports.followup import Dealt

# Fewer than five is not told: the threshold of official statistics, and with classes as wide every number that is
# shown leaves five possibilities too.
STEP = 5
TOLD = (Dealt.FOLLOWED, Dealt.NOT_FOLLOWED, Dealt.SILENT)
CLOSES = (2, 1)  # month and day of the year after: the last quarter was counted a month ago
KEPT_YEARS = 2  # so long after a year its records may still be needed to look at the figures again


@dataclass(frozen=True)
class Row:
    """One right in one procedure: the least of the class of each word. Zero says: fewer than five."""

    procedure: str
    norm: Norm
    least: Mapping[Dealt, int]


@dataclass(frozen=True)
class Pattern:
    """In at least so many reports about this right, over all procedures, more than one child was at stake."""

    norm: Norm
    least: int


@dataclass(frozen=True)
class Figures:
    """What is shown of one year."""

    year: int
    rows: tuple[Row, ...]
    patterns: tuple[Pattern, ...]


def figures(year: int, reports: Iterable[Counted]) -> Figures:
    """The figures of a year that is closed.

    A row in which every count is below five does not stand there, no more than one without reports. A pattern is told
    up to what the rows already tell, or it would say something of a count that they keep back.
    """
    cells: Counter[tuple[str, Norm, Dealt]] = Counter()
    signals: Counter[Norm] = Counter()
    for report in reports:
        for norm, word in report.rights.items():
            if word in TOLD:
                cells[report.procedure, norm, word] += 1
                signals[norm] += report.signal
    keys = sorted({(procedure, norm) for procedure, norm, _ in cells})
    every = [Row(at, norm, {word: _least(cells[at, norm, word]) for word in TOLD}) for at, norm in keys]
    rows = tuple(row for row in every if any(row.least.values()))
    shown: Counter[Norm] = Counter()
    for row in rows:
        shown[row.norm] += sum(row.least.values())
    patterns = (Pattern(norm, min(_least(signals[norm]), shown[norm])) for norm in sorted(shown))
    return Figures(year, rows, tuple(one for one in patterns if one.least))


def closed_years(years: Iterable[int], today: date) -> list[int]:
    """Which of these years are over and counted: nothing comes to them any more."""
    return sorted(year for year in set(years) if today >= date(year + 1, *CLOSES))


def in_words(least: int) -> str:
    """A class as it is read: minder dan 5, 5 tot en met 9."""
    return f"{least} tot en met {least + STEP - 1}" if least else f"minder dan {STEP}"


def kept(one: Figures, names: Mapping[Norm, str]) -> dict[str, Any]:
    """As it lies in the clear."""
    return {
        "rows": [[row.procedure, row.norm.work, row.norm.place, _plain(row.least)] for row in one.rows],
        "patterns": [[pattern.norm.work, pattern.norm.place, pattern.least] for pattern in one.patterns],
        "names": [[norm.work, norm.place, name] for norm, name in sorted(names.items())],
    }


def read(year: int, said: Mapping[str, Any]) -> tuple[Figures, dict[Norm, str]]:
    """What `kept` gave."""
    rows = tuple(Row(at, Norm(work, place), _words(least)) for at, work, place, least in said["rows"])
    patterns = tuple(Pattern(Norm(work, place), least) for work, place, least in said["patterns"])
    return Figures(year, rows, patterns), {Norm(work, place): name for work, place, name in said["names"]}


def _least(count: int) -> int:
    return count - count % STEP


def _plain(least: Mapping[Dealt, int]) -> dict[str, int]:
    return {str(word): number for word, number in least.items()}


def _words(least: Mapping[str, int]) -> dict[Dealt, int]:
    return {Dealt(word): number for word, number in least.items()}
