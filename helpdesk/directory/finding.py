"""Which standard texts somebody means. There are some hundreds at most, so they are compared in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from helpdesk.directory.models import StandardText

_LISTS = {"theme": "themes", "asker": "askers", "state": "states"}


def found(texts: Iterable[StandardText], wanted: Mapping[str, str], today: date) -> list[StandardText]:
    """Those that have every word and fit every choice."""
    which = wanted.get("which") or "holds"
    return [
        text
        for text in texts
        if text.retired == (which == "retired")
        and (which != "overdue" or is_overdue(text, today))
        and _has_words(text, wanted.get("words", ""))
        and all(_fits(text, name, wanted[name]) for name in ("theme", "asker", "state", "language") if name in wanted)
    ]


def best(texts: Iterable[StandardText], wanted: Mapping[str, str]) -> list[StandardText]:
    """Those that have every word; what fits the case on top, what was made for something else below."""
    having = [text for text in texts if not text.retired and _has_words(text, wanted.get("words", ""))]
    return sorted(having, key=lambda text: _likeness(text, wanted), reverse=True)


def is_overdue(text: StandardText, today: date) -> bool:
    """Whether its owner should have looked at it by now."""
    return not text.retired and text.review_on <= today


def _has_words(text: StandardText, words: str) -> bool:
    said = f"{text.title} {text.body}".casefold()
    return all(word in said for word in words.casefold().split())


def _fits(text: StandardText, name: str, wanted: str) -> bool:
    if name == "language":
        return bool(text.language == wanted)
    meant = getattr(text, _LISTS[name])
    return not meant or wanted in meant


def _likeness(text: StandardText, wanted: Mapping[str, str]) -> int:
    """For each choice: made for this 2, for all 1, for something else 0; and 4 for the language."""
    said = 4 * (text.language == (wanted.get("language") or "nl"))
    for name, column in _LISTS.items():
        meant = getattr(text, column)
        said += 2 * (wanted.get(name) in meant) if meant else 1
    return int(said)
