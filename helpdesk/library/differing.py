"""Two states beside each other: per article which words stayed, came and went."""

from __future__ import annotations

from dataclasses import dataclass

from helpdesk.library.changes import Change, changes
from helpdesk.library.models import Passage, Version
from helpdesk.library.shown import each_with_all_under, text_of
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
    wanted = {one.address for one in found}
    (before, was), (after, now) = (_read(version, wanted) for version in (old, new))
    listed = []
    for one in found:
        top = after.get(one.address) or before[one.address]
        words = word_diff(text_of(was[one.address]), text_of(now[one.address]))
        listed.append(Differing(one, " ".join(filter(None, [top.label, top.heading])), words))
    return listed


def _read(version: Version, wanted: set[str]) -> tuple[dict[str, Passage], dict[str, list[Passage]]]:
    """The wanted passages of one state by their addresses, and each with all that stands under it."""
    passages = list(version.passages.order_by("position"))
    return {one.address: one for one in passages if one.address in wanted}, each_with_all_under(passages, wanted)
