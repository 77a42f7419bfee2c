"""Two states beside each other: per article which words stayed, came and went."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from helpdesk.library.changes import Change, changes
from helpdesk.library.models import Passage, Version
from helpdesk.library.shown import text_of, with_all_under

MOST_WORDS = 6_000  # of one article; a longer one is compared line by line


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
        listed.append(Differing(one, " ".join(filter(None, [top.label, top.heading])), words(was, now)))
    return listed


def _by_address(version: Version) -> dict[str, Passage]:
    return {one.address: one for one in version.passages.order_by("position")}


def _words_of(passages: dict[str, Passage], address: str) -> str:
    top = passages.get(address)
    return text_of(with_all_under(list(passages.values()), top)) if top else ""


def words(was: str, now: str) -> list[tuple[str, str]]:
    """The two texts as one row of pieces; white space belongs to the word before it."""
    long = max(len(was), len(now)) > MOST_WORDS * 6
    before, after = (re.findall(r"[^\n]*\n?" if long else r"\S+\s*", text) for text in (was, now))
    pieces: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("same", "".join(after[c:d])))
            continue
        pieces += [(how, "".join(said)) for how, said in (("went", before[a:b]), ("came", after[c:d])) if any(said)]
    return pieces
