"""Two versions of a part beside each other, block by block: what came, went, changed or moved. Pure data for a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from helpdesk.lib.papers.returned.pairing import moved
from helpdesk.library.word_diff import word_diff
from helpdesk.reports.document import Node, words_of

SAME, CAME, WENT, CHANGED, MARKED = "same", "came", "went", "changed", "marked"
# What a block is for who reads it: the nearest of these that it stands in.
_WITHIN = ("list_item", "blockquote", "table_cell", "table_header", "right_fact", "right_norm", "right_gap", "element")


@dataclass(frozen=True)
class Compared:
    """One block of either version.

    Args:
        how: same, came, went, changed (other words), or marked (the same words with other looks, sources or remarks).
        kind: heading, paragraph, or in what the paragraph stands.
        pieces: ("same" | "came" | "went", words), as `word_diff` gives them.
        moved: whether it stands elsewhere than it did.
        label: which element of General Comment 14, or which table, for a line that has no words.
    """

    id: str
    how: str
    kind: str
    pieces: list[tuple[str, str]]
    moved: bool = False
    level: int = 0
    label: str = ""


@dataclass(frozen=True)
class _Line:
    id: str
    kind: str
    words: str
    looks: str
    level: int = 0
    label: str = ""


def compare(old: Node, new: Node, *, name: Callable[[Node], str] = lambda _: "") -> list[Compared]:
    """Lay two versions beside each other, in the order of the new one; what went stands where it stood.

    Args:
        name: gives the words of an atom (fact, citation, person), as for `document.said`.
    """
    before, after = list(_lines(old, name)), list(_lines(new, name))
    pairs = _paired(before, after)
    away = moved(pairs)
    gone = sorted(set(range(len(before))) - set(pairs.values()), reverse=True)
    made = []
    for place, line in enumerate(after):
        while gone and place in pairs and place not in away and gone[-1] < pairs[place]:
            made.append(_whole(before[gone.pop()], WENT))
        if place in pairs:
            made.append(_beside(before[pairs[place]], line, moved=place in away))
        else:
            made.append(_whole(line, CAME))
    return made + [_whole(before[place], WENT) for place in reversed(gone)]


def differs(compared: list[Compared]) -> bool:
    """Whether anything is not as it was."""
    return any(one.how != SAME or one.moved for one in compared)


def _paired(before: list[_Line], after: list[_Line]) -> dict[int, int]:
    """By id; a block that got another id is known by its words."""
    places = {one.id: place for place, one in enumerate(before)}
    pairs = {place: places[one.id] for place, one in enumerate(after) if one.id in places}
    left: dict[str, list[int]] = {}
    for place in sorted(set(range(len(before))) - set(pairs.values()), reverse=True):
        left.setdefault(before[place].words, []).append(place)
    for place, one in enumerate(after):
        if place not in pairs and one.words.strip() and left.get(one.words):
            pairs[place] = left[one.words].pop()
    return pairs


def _beside(old: _Line, new: _Line, *, moved: bool) -> Compared:
    how = CHANGED if old.words != new.words else SAME if (old.looks, old.kind) == (new.looks, new.kind) else MARKED
    return Compared(new.id, how, new.kind, word_diff(old.words, new.words), moved, new.level, new.label)


def _whole(line: _Line, how: str) -> Compared:
    return Compared(
        line.id, how, line.kind, [(how, line.words)] if line.words else [], level=line.level, label=line.label
    )


def _lines(node: Node, name: Callable[[Node], str], within: str = "") -> Iterator[_Line]:
    """Every paragraph and heading, and what a block says beside them: who said a quote, which table is put here."""
    kind, attrs = node["type"], node.get("attrs", {})
    if kind in ("paragraph", "heading"):
        content = node.get("content", ())
        level = attrs.get("level", 0)
        words = "".join(words_of(child, name, line="\n") for child in content)
        yield _Line(attrs["id"], within or kind, words, _looks(content) + str(level), level)
        return
    for child in node.get("content", ()):
        yield from _lines(child, name, kind if kind in _WITHIN else within)
    told = {key: value for key, value in attrs.items() if key in ("who", "what", "citation", "key") and value}
    if told and attrs.get("id"):
        words = (
            name({"type": "citation", "attrs": {"ref": attrs["citation"], "as": "text"}}) if "citation" in told else ""
        )
        words = words or attrs.get("who", "")
        yield _Line(
            f"{attrs['id']}-{kind}",
            kind,
            words,
            json.dumps(told, sort_keys=True),
            0,
            told.get("what") or told.get("key", ""),
        )


def _looks(content: Any) -> str:
    """Marks and atoms without the words, so that two texts of the same words can still differ."""
    rows: list[Any] = []
    for node in content:
        row = [node["type"] if node["type"] != "text" else "", node.get("marks", []), node.get("attrs", {})]
        size = len(node.get("text", "x"))
        if rows and rows[-1][0] == row and not row[0]:
            rows[-1][1] += size
        else:
            rows.append([row, size])
    return json.dumps(rows, sort_keys=True)
