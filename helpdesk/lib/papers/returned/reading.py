"""What stands in a Word file: paragraphs of pieces with their traces, and where a block or a comment goes."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Trace:
    """Who put it there or took it away. `how` is empty, ins, del, or gone for what was both."""

    how: str = ""
    author: str = ""
    at: str = ""
    move: str = ""


NO_TRACE = Trace()


@dataclass(frozen=True)
class Piece:
    """Text with one trace and one look. `place` is its number in the file; `note` the footnote of a sign."""

    text: str
    place: int = 0
    trace: Trace = NO_TRACE
    strong: bool = False
    em: bool = False
    look: Trace = NO_TRACE
    note: str = ""


@dataclass
class Paragraph:
    """The pieces between two numbers of the file. `mark` is the trace of its end."""

    first: int
    last: int = 0
    pieces: list[Piece] = field(default_factory=list)
    mark: Trace = NO_TRACE
    role: str = ""
    box: bool = False


@dataclass
class Span:
    """From one number of the file to another; open at the end when nobody closed it."""

    first: int
    last: int = -1


@dataclass
class Said:
    """A comment as Word keeps it; its span is among the `comments` of the reading."""

    number: str
    author: str
    at: str
    text: str
    mark: str
    answer_to: str = ""
    done: bool = False


@dataclass
class Reading:
    """All that stands in the file."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, list[Paragraph]] = field(default_factory=dict)
    blocks: dict[str, Span] = field(default_factory=dict)
    comments: dict[str, Span] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    edges: list[str] = field(default_factory=list)
