"""One paragraph of ours with suggestions put among its cells. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpdesk.lib.papers.returned.record import NOTE
from helpdesk.reports.document import Node
from helpdesk.reports.suggesting.cells import Cell, kept_between


@dataclass(frozen=True)
class _Edit:
    """What happens to the words of an atom: from `first` to `last` they are replaced."""

    first: int
    last: int
    words: tuple[Cell, ...]


class Paragraph:
    """Changes are put in the order of the text; `cells` gives the whole."""

    def __init__(self, cells: Sequence[Cell], printed: str) -> None:
        self._cells, self._printed = list(cells), printed
        self._begin = min((one.first for one in cells if one.printed), default=0)  # a number may stand before
        self._gone: dict[int, Node] = {}
        self._come: dict[int, list[Cell]] = {}
        self._atoms: dict[int, list[_Edit]] = {}
        self._marks: dict[int, Node] = {}

    def touched(self, start: int, length: int, *, coming: bool = True) -> list[int] | None:
        """The cells under these words; None when some are no words of ours.

        A note of the paper's own goes along, and so does the number of a heading when the heading goes.
        """
        end = start + length
        found = [index for index, one in enumerate(self._cells) if one.printed and meets(one, start, end)]
        places = {(self._cells[index].first, self._cells[index].last) for index in found}
        covered = {place for first, last in places for place in range(max(start, first), min(end, last))}
        rest = {place for place in range(start, end) if self._printed[place : place + 1] != NOTE} - covered
        number = all(place < self._begin for place in rest) and not coming
        return None if (rest and not number) or (length and not found) else found

    def footnote(self, start: int) -> str | None:
        """The words of the footnote here; None when what stands here is another note."""
        nodes = [self._cells[index].node for index in self.touched(start, len(NOTE)) or ()]
        return str(nodes[0]["attrs"]["text"]) if [one["type"] for one in nodes] == ["footnote"] else None

    def put(self, start: int, length: int, words: Sequence[Cell], deletion: Node, insertion: Node) -> bool:
        """Words go and come; whether that could be. An atom is never changed: it goes, and its new words come."""
        touched = self.touched(start, length, coming=bool(words))
        if touched is None:
            return False
        for index in touched:
            one = self._cells[index]
            self._gone.setdefault(index, deletion)
            self._marks.setdefault(index, insertion)
            if not one.letter and not self._same_place(index):
                mine = tuple(words) if index == touched[0] else ()
                self._atoms.setdefault(index, []).append(
                    _Edit(max(start, one.first), min(start + length, one.last), mine)
                )
        if touched and not self._cells[touched[0]].letter:
            return True
        at = touched[-1] + 1 if touched else self._place(start)
        beside = (touched[0], touched[-1]) if touched else (at - 1, at)
        kept = kept_between(*(self._cells[index] if 0 <= index < len(self._cells) else None for index in beside))
        self._come.setdefault(at, []).extend(_with(one, kept) for one in words)
        return True

    def cells(self) -> list[Cell]:
        """Ours, with what goes marked and what comes in between."""
        made: list[Cell] = []
        for index, one in enumerate(self._cells):
            made += self._come.get(index, [])
            made.append(one.marked(self._gone[index]) if index in self._gone else one)
            made += self._instead(index)
        return made + self._come.get(len(self._cells), [])

    def _same_place(self, index: int) -> bool:
        """Whether it has its place together with the atom before it, which then holds the words of both."""
        one, before = self._cells[index], self._cells[index - 1]
        return index > 0 and one.last > one.first and (before.first, before.last) == (one.first, one.last)

    def _place(self, start: int) -> int:
        behind = (index for index, one in enumerate(self._cells) if one.printed and one.first >= start)
        return next(behind, len(self._cells))

    def _instead(self, index: int) -> list[Cell]:
        """The words of an atom as they became."""
        if index not in self._atoms:
            return []
        atom, made = self._cells[index], []
        at = atom.first
        for edit in self._atoms[index]:
            made += [*self._as_letters(at, edit.first, index), *edit.words]
            at = max(at, edit.last)
        return made + self._as_letters(at, atom.last, index)

    def _as_letters(self, first: int, last: int, index: int) -> list[Cell]:
        marks = (self._marks[index],)
        return [Cell({"type": "text"}, letter, marks) for letter in self._printed[first:last] if letter != NOTE]


def meets(cell: Cell, start: int, end: int) -> bool:
    """Whether a cell stands between two places of the printed text, or around the one that they are."""
    return cell.first < end and cell.last > start if start < end else cell.first < start < cell.last


def _with(cell: Cell, marks: Sequence[Node]) -> Cell:
    for mark in marks:
        cell = cell.marked(mark)
    return replace(cell, first=-1, last=-1)
