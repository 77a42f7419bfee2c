"""What stands on paper, as data: a paper is a row of blocks, a block holds words. No block knows how it will look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, ClassVar


@dataclass(frozen=True)
class Run:
    """Words that look alike. `note` is a footnote that follows them."""

    text: str
    strong: bool = False
    emph: bool = False
    note: str = ""


Words = Sequence[Run]


def plain(text: str) -> tuple[Run, ...]:
    """Words without any adornment."""
    return (Run(text),)


@dataclass(frozen=True)
class Heading:
    """A heading below the title, if one is printed; level 1 is the highest of them."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    kind: ClassVar[str] = "paragraph"
    words: Words


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    kind: ClassVar[str] = "quote"
    words: Words


@dataclass(frozen=True)
class Items:
    """A list, with numbers when `ordered`."""

    kind: ClassVar[str] = "items"
    items: Sequence[Words]
    ordered: bool = False


@dataclass(frozen=True)
class Lines:
    """Lines that stay lines: an address, the foot of a letter."""

    kind: ClassVar[str] = "lines"
    lines: Sequence[str]


@dataclass(frozen=True)
class Table:
    """Rows under a head. `widths` are shares; equal ones by default."""

    kind: ClassVar[str] = "table"
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int] = ()


@dataclass(frozen=True)
class ToFill:
    """A line to write on by hand, with what belongs there."""

    kind: ClassVar[str] = "fill"
    label: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""

    kind: ClassVar[str] = "page"


Block = Heading | Paragraph | Quote | Items | Lines | Table | ToFill | NewPage


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
    """

    title: str
    blocks: Sequence[Block]
    made_on: date
    language: str = "nl"
    foot: str = ""
    mark: str = ""
    titled: bool = True

    def as_data(self) -> dict[str, Any]:
        """For the press: plain lists and texts."""
        head = {"title": self.title, "language": self.language, "foot": self.foot, "mark": self.mark}
        day = {"year": self.made_on.year, "month": self.made_on.month, "day": self.made_on.day}
        return {**head, "titled": self.titled, "day": day, "blocks": [_as_data(block) for block in self.blocks]}


def text_of(paper: Paper) -> str:
    """What is said in it, block by block, without how it looks and without what is written on it by hand."""
    return "\n".join(line for block in paper.blocks for line in _said(block) if line)


def _said(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [text]
        case Paragraph(words) | Quote(words):
            return [_flat(words)]
        case Items(items):
            return [_flat(one) for one in items]
        case Lines(lines):
            return list(lines)
        case Table(head, rows):
            return [" ".join(row) for row in (head, *rows)]
    return []


def _flat(words: Words) -> str:
    return "".join(f"{run.text} {run.note}" if run.note else run.text for run in words)


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


def _as_data(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, **asdict(block)}
