"""Two states beside each other: per article which words stayed, came and went."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.library.changes import Change, changes
from helpdesk.library.models import Passage, Version
from helpdesk.library.shown import text_of, with_all_under
from helpdesk.library.word_diff import word_diff


@dataclass(frozen=True)
class Differing:
    """One article that changed, came or went. `pieces` are ("same" | "came" | "went", words)."""

    change: Change
    name: str
    pieces: list[tuple[str, str]]


def between(old: Version, new: Version) -> list[Differing]:
    """Every article in which two states of one work differ, with its words. Raises `ValueError` for two works."""
    found = changes(old, new)
    if not found:
        return []
    before, after = _by_address(old), _by_address(new)
    listed = []
    for one in found:
        was, now = (_words_of(side, one.address) for side in (before, after))
        top = after.get(one.address) or before[one.address]
        listed.append(Differing(one, " ".join(filter(None, [top.label, top.heading])), word_diff(was, now)))
    return listed


def _by_address(version: Version) -> dict[str, Passage]:
    return {one.address: one for one in version.passages.order_by("position")}


def _words_of(passages: dict[str, Passage], address: str) -> str:
    top = passages.get(address)
    return text_of(with_all_under(list(passages.values()), top)) if top else ""
