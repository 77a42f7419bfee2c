"""The figures across reports as their page shows them, in two statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from helpdesk.library.relied import reading_url
from helpdesk.reports.counted import Norm
from helpdesk.reports.figures import TOLD, Figures, Row, in_words, read
from helpdesk.reports.followup import Dealt
from helpdesk.reports.models import ReportFigures
from helpdesk.reports.outline import outlines

BEGIN, WIDTH = 4, 232  # of the line that is drawn, in a picture of 240


@dataclass(frozen=True)
class Bar:
    """One number: in words, and how far its line runs; None where nothing is told."""

    words: str
    run: int | None


@dataclass(frozen=True)
class Right:
    """One right by its name, with where it is read."""

    name: str
    url: str
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Procedure:
    """The rights of one procedure."""

    key: str
    label: str
    rights: Sequence[Right]


@dataclass(frozen=True)
class Year:
    """One year that is closed. `patterns` hold at least how many."""

    year: int
    procedures: Sequence[Procedure]
    patterns: Sequence[tuple[Right, int]]


# Shorter than on the page of one report: on a narrow screen nobody may think that there is one column.
SHORT = {Dealt.FOLLOWED: "gevolgd", Dealt.NOT_FOLLOWED: "niet gevolgd", Dealt.SILENT: "niet genoemd"}
HEADS = [SHORT[word] for word in TOLD]


def years_shown() -> list[Year]:
    """The newest first; a year of which nothing can be told is not there."""
    rows = ReportFigures.objects.order_by("-year")
    return [_year(*read(row.year, row.content)) for row in rows if row.content["rows"]]


def _year(found: Figures, names: dict[Norm, str]) -> Year:
    longest = max(least for row in found.rows for least in row.least.values())
    labels = {key: outline.label for key, outline in outlines().items()}

    def right(norm: Norm, row: Row | None = None) -> Right:
        bars = [_bar(row.least[word], longest) for word in TOLD] if row else []
        name = names.get(norm, norm.place).replace(" ", "\N{NO-BREAK SPACE}")  # "art. 12" stays one word
        return Right(name, reading_url(norm.work, norm.place), bars)

    def procedures() -> list[Procedure]:
        groups = groupby(found.rows, key=lambda row: row.procedure)
        found_in = {at: sorted(rows, key=lambda row: _number(row.norm)) for at, rows in groups}
        order = [*(at for at in labels if at in found_in), *(at for at in found_in if at not in labels)]
        return [Procedure(at, labels.get(at, at), [right(row.norm, row) for row in found_in[at]]) for at in order]

    patterns = sorted(found.patterns, key=lambda one: _number(one.norm))
    return Year(found.year, procedures(), [(right(one.norm), one.least) for one in patterns])


def _number(norm: Norm) -> tuple[str, list[tuple[int, str]]]:
    """Article 3 before article 12."""
    signs = re.findall(r"\d+|\D+", norm.place)
    return norm.work, [(int(sign) if sign.isdecimal() else 0, sign) for sign in signs]


def _bar(least: int, longest: int) -> Bar:
    return Bar(in_words(least), BEGIN + WIDTH * least // longest if least else None)
