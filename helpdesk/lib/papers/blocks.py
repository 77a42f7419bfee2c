"""What stands on paper, as data: a paper is a row of blocks, a block holds words. No block knows how it will look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

ADDED, REMOVED = "added", "removed"


@dataclass(frozen=True)
class Run:
    """Words that look alike.

    Args:
        note: a footnote that follows them.
        to: where they lead: `#` and the anchor of a block of this paper, or an address with http.
        change: a proposal of somebody: these words come in or go out.
        by: who proposes it, as a reader outside may know it.
        on: the day of the proposal.
    """

    text: str
    strong: bool = False
    emph: bool = False
    note: str = ""
    to: str = ""
    change: Literal["", "added", "removed"] = ""
    by: str = ""
    on: date | None = None


Words = Sequence[Run]


@dataclass(frozen=True)
class Anchored:
    """What can be pointed at: a bookmark in the Word file, a place to go to in the PDF. Letters, digits and `_`."""

    anchor: str = field(default="", kw_only=True)


@dataclass(frozen=True)
class Heading(Anchored):
    """A heading below the title, if one is printed; level 1 is the highest. `number` stands before it ("7.2")."""

    kind: ClassVar[str] = "heading"
    text: str | Words
    level: int = 1
    number: str = ""


@dataclass(frozen=True)
class Paragraph(Anchored):
    """Some sentences."""

    kind: ClassVar[str] = "paragraph"
    words: Words


@dataclass(frozen=True)
class Quote(Anchored):
    """Somebody's own words, and below them who said them and when."""

    kind: ClassVar[str] = "quote"
    words: Rich
    who: str = ""


@dataclass(frozen=True)
class Items(Anchored):
    """A list, with numbers when `ordered`; an item of blocks holds lists of its own."""

    kind: ClassVar[str] = "items"
    items: Sequence[Rich]
    ordered: bool = False


@dataclass(frozen=True)
class Terms(Anchored):
    """Words in the margin with what belongs to each beside it."""

    kind: ClassVar[str] = "terms"
    rows: Sequence[tuple[str, Rich]]


@dataclass(frozen=True)
class Lines(Anchored):
    """Lines that stay lines: an address, the foot of a letter."""

    kind: ClassVar[str] = "lines"
    lines: Sequence[str]


@dataclass(frozen=True)
class Cell:
    """A cell over several columns or rows."""

    said: Rich
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Table(Anchored):
    """Rows under a head. `widths` are shares; equal ones by default. `small` is for reference, not for reading.

    `deep` is how many rows the head has when a cell of it goes on below: itself and the first ones of `rows`.
    """

    kind: ClassVar[str] = "table"
    head: Sequence[Rich | Cell]
    rows: Sequence[Sequence[Rich | Cell]]
    widths: Sequence[int] = ()
    caption: str = ""
    small: bool = False
    deep: int = 1


@dataclass(frozen=True)
class ToFill(Anchored):
    """A line to write on by hand, with what belongs there."""

    kind: ClassVar[str] = "fill"
    label: str


@dataclass(frozen=True)
class NewPage(Anchored):
    """What follows begins on a new page."""

    kind: ClassVar[str] = "page"


Block = Heading | Paragraph | Quote | Items | Terms | Lines | Table | ToFill | NewPage
Rich = str | Sequence[Run] | Sequence[Block]


@dataclass(frozen=True)
class Front:
    """The page before the first: what sort of paper, for whom, by whom. The title stands between `over` and `under`."""

    over: str = ""
    under: str = ""
    rows: Sequence[tuple[str, str]] = ()
    note: str = ""


@dataclass(frozen=True)
class Paper:
    """One document.

    Args:
        title: what it is called; it stands on top and in the properties of the file.
        blocks: what stands in it.
        made_on: the day on it; the same paper gives the same bytes.
        language: of the words, for hyphens and for who listens to it ("nl").
        foot: small, at the foot of every page, beside the number of the page.
        mark: a banner on every page ("Vertrouwelijk"); none by default.
        titled: whether the title is printed; a letter says its subject by itself.
        front: a page of its own for the title; what follows is set as a book and not as a letter.
        contents: the heading above the list of what stands where; no list when empty.
        head: small, at the head of every page but the first.
        watermark: for whom this copy is, large and light behind the words.
        line_numbers: whether every fifth line has its number in the margin.
    """

    title: str
    blocks: Sequence[Block]
    made_on: date
    language: str = "nl"
    foot: str = ""
    mark: str = ""
    titled: bool = True
    front: Front | None = None
    contents: str = ""
    head: str = ""
    watermark: str = ""
    line_numbers: bool = False

    @property
    def below(self) -> int:
        """How much deeper its headings are than they say: a printed title is the highest, unless it has a page."""
        return 1 if self.titled and self.front is None else 0


def plain(text: str) -> tuple[Run, ...]:
    """Words without any adornment."""
    return (Run(text),)


def words_of(text: str | Words) -> Words:
    """The same, as words."""
    return plain(text) if isinstance(text, str) else text


def blocks_of(rich: Rich) -> Sequence[Block]:
    """The same, as blocks: words alone are one paragraph, and so is nothing."""
    if isinstance(rich, str):
        return [Paragraph(plain(rich))]
    if not rich:
        return [Paragraph(plain(""))]
    runs = [one for one in rich if isinstance(one, Run)]
    return [Paragraph(runs)] if runs else [one for one in rich if not isinstance(one, Run)]


def cell_of(cell: Rich | Cell) -> Cell:
    """The same, as a cell."""
    return cell if isinstance(cell, Cell) else Cell(cell)


def paragraphs(text: str) -> list[Paragraph]:
    """What somebody typed, as paragraphs: an empty line parts them, and a line that was broken stays one line."""
    parts = ("\n".join(line.strip() for line in part) for part in _parts(text.splitlines()))
    return [Paragraph(plain(part)) for part in parts]


def _parts(lines: Iterable[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [part for part in found if part]
