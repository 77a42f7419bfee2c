"""Puts changes and comments of a Word file into the parts of a report. Pure.

Marks and atoms stay. A suggestion has an id, and `hands` knows who made it, for Word's authors are no colleagues.
What cannot stand in the text is a line for the margin, with the reason.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from helpdesk.lib.papers.returned.record import BREAK, LINE, NOTE, PICTURE, SENTENCES, Change, Kind, Returned, shown
from helpdesk.reports.document import Node, checked
from helpdesk.reports.suggesting.cells import Cell, Said, cells_of, content_of, laid
from helpdesk.reports.suggesting.paragraph import Paragraph, meets
from helpdesk.reports.suggesting.parents import Place, home_of, places_of

WORD = "word"
_JOINED = "Deze alinea en de volgende zijn één geworden."
_LOOK = "Deze woorden staan er anders opgemaakt: vet, schuin of gewoon."
_PICTURE = "Hier is een afbeelding bij gezet."
_OURS = "Dit staat in iets dat wij zelf neerzetten: een nummer, een bron of een tabel."
_ROW = "Dit is bij een tabel gezet. Zet het zelf in de rij waar het hoort."
_AWAY = "Het blok waar dit in stond is er niet meer."


@dataclass(frozen=True)
class Hand:
    """Who made a suggestion. Without a trace there is no name: then it was changed in silence."""

    author: str
    at: str
    tracked: bool


@dataclass(frozen=True)
class Left:
    """What could not be put into the text. `part` and `block_id` say where it belongs, as far as that is known."""

    sentence: str
    before: str
    after: str
    author: str = ""
    at: str = ""
    part: str = ""
    block_id: str = ""


@dataclass(frozen=True)
class Suggested:
    """The parts with suggestions in them, by their keys, who made each (by id), and what is left for the margin."""

    docs: Mapping[str, dict[str, Any]]
    hands: Mapping[str, Hand]
    left: Sequence[Left]


def suggest(
    docs: Mapping[str, Node],
    came: Returned,
    *,
    at: str,
    said: Said | None = None,
    comments: Mapping[str, str] | None = None,
) -> Suggested:
    """Put what came back into the text that we sent.

    Args:
        docs: the parts by their keys, as they were when the file was made.
        came: what was read from the file.
        at: the moment of reading, ISO 8601: for a change of which Word does not know when.
        said: the words of an atom as the paper printed them; without it they are found from the words around.
        comments: the uuid under which each comment (by Word's number) is kept, to mark the words that it stands on.

    Raises:
        NotADocument: a part would grow too large.
    """
    work = _Work({key: copy.deepcopy(dict(doc)) for key, doc in docs.items()}, dict(came.blocks), at, said)
    work.remark(came, comments or {})
    work.change([one for one in came.changes if not one.paragraph])
    work.arrive([one for one in came.changes if one.paragraph])
    work.left += [
        Left(SENTENCES[one.what], one.before, one.after, one.author, one.at, "", one.near) for one in came.unknown
    ]
    return Suggested({key: checked(doc) for key, doc in work.docs.items()}, work.hands, work.left)


@dataclass
class _Work:
    docs: dict[str, dict[str, Any]]
    printed: Mapping[str, str]
    at: str
    said: Said | None
    hands: dict[str, Hand] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places: dict[str, Place] = {}
        for key, doc in self.docs.items():
            self.places |= places_of(key, doc)
        self.laid: dict[str, list[Cell]] = {}

    def cells(self, block: str) -> list[Cell]:
        """The cells of a block as we sent it."""
        if block not in self.laid:
            content = self.places[block].node.get("content", ())
            self.laid[block] = laid(cells_of(content), self.printed.get(block, ""), self.said)
        return self.laid[block]

    def remark(self, came: Returned, known: Mapping[str, str]) -> None:
        for one in came.comments:
            if one.number in known and one.block_id in self.places:
                cells, mark = self.cells(one.block_id), {"type": "comment", "attrs": {"id": known[one.number]}}
                on = [index for index, cell in enumerate(cells) if cell.printed and meets(cell, one.start, one.end)]
                on = (
                    on
                    or [index for index, cell in enumerate(cells) if cell.printed and cell.first < max(1, one.start)][
                        -1:
                    ]
                )
                for index in on:
                    cells[index] = cells[index].marked(mark)
                self.places[one.block_id].node["content"] = content_of(cells)

    def change(self, changes: Sequence[Change]) -> None:
        """Words that came and went within our blocks."""
        by_block: dict[str, list[Change]] = {}
        for one in changes:
            by_block.setdefault(one.block_id, []).append(one)
        for block, rows in by_block.items():
            place = self.places.get(block)
            if place is None or not place.has_words:
                self.left += [self._left(one, _OURS if place else _AWAY) for one in rows]
                continue
            made = Paragraph(self.cells(block), self.printed.get(block, ""))
            for one in rows:
                if reason := self._put(made, one):
                    self.left.append(self._left(one, reason))
            place.node["content"] = content_of(made.cells())

    def _put(self, made: Paragraph, one: Change) -> str:
        """Put one change among the words; a sentence when that cannot be."""
        if one.kind in (Kind.JOINED, Kind.LOOK):
            return _JOINED if one.kind is Kind.JOINED else _LOOK
        length, after, notes = len(one.before), one.after, one.notes
        if one.kind is Kind.NOTE:
            ours = made.footnote(one.start)
            more = one.before.removeprefix(ours or "")  # what the sentence stands on is printed in the same note
            if ours is None or not one.before.startswith(ours) or not one.after.endswith(more):
                return _OURS
            length, after, notes = len(NOTE), NOTE, (one.after.removesuffix(more).strip(),)
        words = self._words(one, after, notes)
        if not made.put(one.start, length, words, self._mark(one, "deletion"), self._mark(one, "insertion")):
            return _OURS
        return _PICTURE if PICTURE in after else ""

    def arrive(self, changes: Sequence[Change]) -> None:
        """New paragraphs, each where it came."""
        for _, rows in groupby(changes, key=lambda one: one.paragraph):
            words = list(rows)
            home = home_of(self.places, words[0].block_id, words[0].following, words[0].role)
            if home is None:
                self.left += [self._left(one, _ROW if one.role == "cell" else _AWAY) for one in words]
                continue
            cells = [cell for one in words for cell in self._arriving(one)]
            self.left += [self._left(one, _PICTURE) for one in words if PICTURE in one.after]
            line_end = Cell({"type": "hard_break"}, marks=(self._mark(words[0], "insertion"),))
            home.add(content_of(cells), content_of([line_end]))

    def _arriving(self, one: Change) -> list[Cell]:
        if one.copied >= 0 and one.origin in self.places and self.places[one.origin].has_words:
            end, mark = one.copied + len(one.after), self._mark(one, "insertion")
            ours = [cell for cell in self.cells(one.origin) if cell.printed and one.copied <= cell.first < end]
            if ours and (ours[0].first, ours[-1].last) == (one.copied, end):
                return [cell.marked(mark) for cell in ours]
        return self._words(one, one.after, one.notes)

    def _words(self, one: Change, text: str, notes: Sequence[str]) -> list[Cell]:
        looks = [{"type": name} for name, on in (("strong", one.strong), ("em", one.em)) if on]
        marks, waiting = (self._mark(one, "insertion"), *looks), iter(notes)
        made = []
        for letter in text.replace(PICTURE, ""):
            if letter in (BREAK, LINE):
                made.append(Cell({"type": "hard_break"}, marks=marks))
            elif letter == NOTE:
                made.append(Cell({"type": "footnote", "attrs": {"text": next(waiting, "")}}, marks=marks))
            else:
                made.append(Cell({"type": "text"}, letter, marks))
        return made

    def _mark(self, one: Change, kind: str) -> Node:
        """A mark of the suggestion that this change belongs to: words that moved are one, and so is a new paragraph."""
        own = f"moved {one.origin or one.block_id}" if one.kind is Kind.MOVED else f"new {one.paragraph}"
        if one.kind is not Kind.MOVED and not one.paragraph:
            own = f"{one.block_id} {one.kind} {one.start} {one.before} {one.after} {one.author} {one.tracked}"
        made = str(uuid5(NAMESPACE_URL, f"{self.at} {own}"))
        self.hands.setdefault(made, Hand(one.author, one.at, one.tracked))
        return {"type": kind, "attrs": {"id": made, "by": WORD, "at": one.at or self.at}}

    def _left(self, one: Change, sentence: str) -> Left:
        block = one.block_id or one.following
        part = self.places[block].part if block in self.places else ""
        return Left(sentence, shown(one.before), shown(one.after), one.author, one.at, part, block)
