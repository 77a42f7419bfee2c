"""Lay words and the words of law beside them: the file of this version, and over it what members changed."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from helpdesk.library.models import ThesaurusChange
from helpdesk.library.sources.terms import DATA, terms_of
from helpdesk.search.words import stem, words_of


@dataclass(frozen=True)
class Row:
    """Lay words, one or several that stand together in a question, and what the law says for it."""

    key: str
    lay: tuple[str, ...]
    legal: tuple[str, ...]
    theme: str
    source: str
    confidence: str
    changed: bool = False
    off: bool = False


@dataclass(frozen=True)
class Match:
    """A row that a question leads to, by which of its lay words."""

    row: Row
    lay: str


@cache
def from_file() -> tuple[Row, ...]:
    """The rows as the file has them."""
    with (DATA / "thesaurus.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Row(one["key"], pieces(one["lay"]), pieces(one["legal"]), one["theme"], one["source"], one["confidence"])
            for one in csv.DictReader(lines)
        )


def pieces(text: str) -> tuple[str, ...]:
    """What stands between semicolons or on lines of its own, once each."""
    return tuple(dict.fromkeys(one for part in text.replace("\n", ";").split(";") if (one := " ".join(part.split()))))


def rows() -> tuple[Row, ...]:
    """The file with what holds over it, and what members added. One statement."""
    changed: dict[str, dict[str, Any]] = dict(ThesaurusChange.objects.holding().values_list("key", "changes"))
    found = [_changed(row, changed.pop(row.key, None)) for row in from_file()]
    added = [Row(key, (), (), "", "eigen toevoeging", "knowledge") for key in sorted(changed)]
    return (*found, *(_changed(row, changed[row.key]) for row in added))


def _changed(row: Row, changes: dict[str, Any] | None) -> Row:
    if changes is None:
        return row
    return replace(
        row,
        changed=True,
        lay=tuple(changes.get("lay", row.lay)),
        legal=tuple(changes.get("legal", row.legal)),
        theme=str(changes.get("theme", row.theme)),
        off=bool(changes.get("off", row.off)),
    )


def matches(question: str, among: Iterable[Row]) -> list[Match]:
    """The rows of which lay words stand in the question: one word also in a compound, several in any order."""
    words = words_of(question)
    whole = {stem(word) for word in words}
    parts = {term for word in words for term, _ in terms_of(word)} | whole
    found = []
    for row in among:
        standing = [lay for lay in row.lay if _stems(lay) and _stems(lay) <= (whole if " " in lay else parts)]
        if standing and not row.off:
            found.append(Match(row, max(standing, key=len)))
    return found


@cache
def _stems(lay: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(lay))
