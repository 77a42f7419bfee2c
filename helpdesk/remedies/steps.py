"""The steps of a reckoning in words: a sentence, its article, and how sure we are of the rule."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import override

from helpdesk.remedies.terms import Unit

_FILE = Path(__file__).parent / "data" / "steps.toml"
_NAMES = {Unit.DAY: ("dag", "dagen"), Unit.WEEK: ("week", "weken"), Unit.MONTH: ("maand", "maanden")}


@dataclass(frozen=True)
class Step:
    """One step: what happened, by which article, and how sure we are of the rule."""

    rule: str
    says: str
    law: str
    confidence: str


@dataclass(frozen=True)
class Note:
    """A step before it is put into words: days are reckoned by the thousand, and read one at a time."""

    rule: str
    values: tuple[tuple[str, Any], ...] = ()

    def step(self) -> Step:
        """The sentence, with its days in words."""
        row = _sentences()[self.rule]
        shown = {name: day_in_words(value) if isinstance(value, date) else value for name, value in self.values}
        says = row["says"].format(**shown)
        return Step(self.rule, says[:1].upper() + says[1:], row["law"], row["confidence"])


def note(rule: str, **values: Any) -> Note:
    """One step by its rule, with the days and numbers that its sentence has a place for."""
    return Note(rule, tuple(values.items()))


def in_words(length: int, unit: Unit) -> str:
    """Zes weken as 6 weken."""
    if unit is Unit.YEAR:
        return f"{length} jaar"
    if unit is Unit.HOUR:
        return f"{length} uur"
    return f"{length} {_NAMES[unit][length != 1]}"


def day_in_words(day: date) -> str:
    """maandag 16 februari 2026, in Dutch as the sentences are."""
    with override("nl"):
        return date_format(day, "l j F Y")


@cache
def _sentences() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"))
