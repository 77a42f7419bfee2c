"""A paragraph as a row of cells, letter by letter and atom by atom, laid beside the text as it was printed.

Pure. What an atom says is not in the document, so its place is found from the words around it when nobody tells it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from helpdesk.lib.papers.returned.record import LINE, NOTE
from helpdesk.lib.papers.returned.weaving import aligned
from helpdesk.reports.document import Node

Said = Callable[[Node], str]
_HOLD = "\ufffc"  # stands for an atom of which nobody knows what it says
_ORDER = ("comment", "stands_on", "position", "deletion", "insertion", "strong", "em")  # as the editor has them
_KEPT = ("stands_on", "position", "comment")  # marks of a sentence: words put into it belong to it


@dataclass(frozen=True)
class Cell:
    """One letter, or one atom (no `letter`). From `first` to `last` it stands in the printed text; -1: nowhere."""

    node: Node
    letter: str = ""
    marks: tuple[Node, ...] = ()
    first: int = -1
    last: int = -1

    def has(self, mark: str) -> bool:
        """Whether it carries this mark."""
        return any(one["type"] == mark for one in self.marks)

    def marked(self, mark: Node) -> Cell:
        """The same with one mark more. Of a kind there is one, but many may have said something."""
        others = (
            one for one in self.marks if one["type"] != mark["type"] or (one["type"] == "comment" and one != mark)
        )
        return replace(self, marks=tuple(sorted((*others, mark), key=lambda one: _ORDER.index(one["type"]))))

    @property
    def printed(self) -> bool:
        """Whether it stands in the printed text, be it with no letter."""
        return self.first >= 0


def cells_of(content: Iterable[Node]) -> list[Cell]:
    """The inline content of a paragraph or heading."""
    made: list[Cell] = []
    for node in content:
        marks = tuple(node.get("marks", ()))
        if node["type"] == "text":
            made += [Cell({"type": "text"}, letter, marks) for letter in node["text"]]
        else:
            made.append(Cell({key: value for key, value in node.items() if key != "marks"}, "", marks))
    return made


def content_of(cells: Sequence[Cell]) -> list[dict[str, Any]]:
    """The cells as content again: letters with the same marks are one text."""
    made: list[dict[str, Any]] = []
    for (is_text, _), row in groupby(cells, key=lambda one: (bool(one.letter), _key(one.marks))):
        same = list(row)
        marked = {"marks": [dict(mark) for mark in same[0].marks]} if same[0].marks else {}
        if is_text:
            made.append({"type": "text", "text": "".join(one.letter for one in same), **marked})
        else:
            made += [{**one.node, **marked} for one in same]
    return made


def kept_between(before: Cell | None, after: Cell | None) -> tuple[Node, ...]:
    """The marks of a sentence that goes on behind the place."""
    if before is None or after is None:
        return ()
    return tuple(mark for mark in before.marks if mark["type"] in _KEPT and mark in after.marks)


def laid(cells: Sequence[Cell], printed: str, said: Said | None = None) -> list[Cell]:
    """The cells with their places in the printed text.

    Args:
        printed: the text of the block as the paper had it.
        said: gives the words of an atom, when they are known.
    """
    sure = [_words(one, said) for one in cells]
    if None not in sure and "".join(one or "" for one in sure) == printed:
        return _by_length(cells, [one or "" for one in sure])
    guessed = [_words(one, None) for one in cells]
    for texts, way in ((guessed, _exactly), (sure, _beside_notes), (guessed, _beside_notes)):
        if (found := way(cells, texts, printed)) is not None:
            return found
    return _by_likeness(cells, guessed, printed)


def _exactly(cells: Sequence[Cell], texts: Sequence[str | None], printed: str) -> list[Cell] | None:
    """Nothing stands between the words of ours but atoms; a number may stand before them."""
    for before in (False, True):
        if (filled := _filled(texts, printed, before=before)) is not None:
            return _shared(_by_length(cells, filled[1:], len(filled[0])), texts)
    return None


def _beside_notes(cells: Sequence[Cell], texts: Sequence[str | None], printed: str) -> list[Cell] | None:
    """The paper puts a note behind a sentence that stands on something, and makes one of two that stand together."""
    places = [place for place, sign in enumerate(printed) if sign != NOTE]
    bare = ["" if one == NOTE else one for one in texts]
    found = _exactly(cells, bare, "".join(printed[place] for place in places))
    if found is None:
        return None
    places.append(len(printed))
    made = []
    for cell, text in zip(found, texts, strict=True):
        behind = places[cell.last - 1] + 1 if cell.last > 0 else 0
        if text == NOTE and printed[behind : behind + 1] != NOTE:
            made.append(replace(cell, first=-1, last=-1))
        elif text == NOTE:
            made.append(replace(cell, first=behind, last=behind + 1))
        elif cell.printed:
            made.append(replace(cell, first=places[cell.first], last=max(places[cell.first], behind)))
        else:
            made.append(cell)
    return made


def _words(cell: Cell, said: Said | None) -> str | None:
    if cell.has("deletion"):
        return ""
    match cell.node["type"]:
        case "text":
            return cell.letter
        case "hard_break":
            return LINE
        case "footnote":
            return NOTE
        case "citation" if cell.node["attrs"]["as"] == "note":
            return NOTE
    return said(cell.node) if said else None


def _by_length(cells: Sequence[Cell], texts: Sequence[str], at: int = 0) -> list[Cell]:
    made = []
    for cell, text in zip(cells, texts, strict=True):
        made.append(cell if cell.has("deletion") else replace(cell, first=at, last=at + len(text)))
        at += len(text)
    return made


def _shared(cells: list[Cell], texts: Sequence[str | None]) -> list[Cell]:
    """Atoms beside each other of which nobody knows what they say have one place together."""
    for index in range(1, len(cells)):
        if texts[index] is None and texts[index - 1] is None:
            cells[index] = replace(cells[index], first=cells[index - 1].first, last=cells[index - 1].last)
    return cells


def _filled(texts: Sequence[str | None], printed: str, *, before: bool) -> list[str] | None:
    """What each unknown text must be for the whole to be what was printed; `before`: something stood in front of it."""
    made, at, hole = [""], 0, 0 if before else -1
    for literal, row in groupby(texts, key=lambda one: one is not None):
        if not literal:
            rest = [""] * len(list(row))
            hole = len(made) if hole < 0 else hole
            made += rest
            continue
        words = [one or "" for one in row]
        whole = "".join(words)
        last = len(made) + len(words) == len(texts) + 1
        there = len(printed) - len(whole) if last else printed.find(whole, at)
        if there < at or not printed.startswith(whole, there) or (hole < 0 and there != at):
            return None
        if hole >= 0:
            made[hole] = printed[at:there]
        made, at, hole = made + words, there + len(whole), -1
    if hole > 0 or (hole == 0 and not texts):
        made[hole] = printed[at:]
        return made
    return made if at == len(printed) else None


def _by_likeness(cells: Sequence[Cell], texts: Sequence[str | None], printed: str) -> list[Cell]:
    places = iter(aligned(printed, "".join(_HOLD if one is None else one for one in texts)))
    found = [[next(places) for _ in ((_HOLD if text is None else text) or "")] for text in texts]
    made, at = [], 0
    for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        there = found[index][0] if found[index] else None
        if text is None:
            rest = (place for row in found[index + 1 :] for place in row if place is not None)
            made.append(replace(cell, first=at, last=next(rest, len(printed))))
            at = made[-1].last
        elif there is not None:
            at = there + 1
            made.append(replace(cell, first=there, last=at))
        else:
            made.append(cell)
    return made


def _key(marks: Sequence[Node]) -> str:
    return repr([(mark["type"], sorted(mark.get("attrs", {}).items())) for mark in marks])
