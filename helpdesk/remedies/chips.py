"""The chip of an article: its words, and how sure we are of it. One look for the desk and the public pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SURE = {"verified": "nagelezen", "knowledge": "eigen kennis, lees na", "uncertain": "onzeker", "": "met de hand"}
_OLD = "tekst van 2015, lees na"
_KINDS = {"verified": "", "knowledge": "practice", "uncertain": "unsure", "": "hand"}
_ICONS = {"": "check", "practice": "half", "unsure": "alert", "hand": "pen"}


@dataclass(frozen=True)
class Chip:
    """An article, where it was read and how sure we are. `kind` is the look: empty, practice, unsure or hand."""

    words: str
    sure: str
    kind: str
    source: str

    @property
    def icon(self) -> str:
        return _ICONS[self.kind]


def chip(words: str, confidence: str, *, source: str = "", old: bool = False) -> Chip:
    """The chip of an article.

    Args:
        words: the article, or for a day that a jurist found where it stands.
        confidence: as the list of terms says it; empty for a day by hand.
        source: where the article was read.
        old: its text was read as it stood in 2015, and not since.
    """
    if old and confidence == "verified":
        return Chip(words, _OLD, "practice", source)
    known = confidence if confidence in SURE else "uncertain"
    return Chip(words, SURE[known], _KINDS[known], source)


def told(steps: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, Chip], ...]:
    """Steps as they are kept, each a sentence with its chip."""
    return tuple((step["says"], chip(step["law"], step["confidence"])) for step in steps)
