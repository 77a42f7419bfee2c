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
    """One step: what happened, by which article, and how sure we are. The words are made when somebody reads them."""

    rule: str
    values: tuple[tuple[str, Any], ...] = ()

    @property
    def says(self) -> str:
        """The sentence, with its days in words."""
        shown = {name: day_in_words(value) if isinstance(value, date) else value for name, value in self.values}
        says = _sentences()[self.rule]["says"].format(**shown)
        return says[:1].upper() + says[1:]

    @property
    def law(self) -> str:
        """The article of the rule."""
        return str(_sentences()[self.rule]["law"])

    @property
    def confidence(self) -> str:
        """verified, knowledge or uncertain."""
        return str(_sentences()[self.rule]["confidence"])


def step(rule: str, **values: Any) -> Step:
    """One step by its rule, with the days and numbers that its sentence has a place for."""
    return Step(rule, tuple(values.items()))


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
