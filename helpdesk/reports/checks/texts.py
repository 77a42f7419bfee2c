"""The paragraphs of a report as text with the places that the editor knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from helpdesk.reports.document import Node, marks_of
from helpdesk.reports.sentences import ATOM, PERSON, sentences


@dataclass(frozen=True)
class Span:
    """A sentence: its words, its place as the editor counts, and the nodes under it."""

    words: str
    start: int
    end: int
    nodes: Sequence[Node]


@dataclass(frozen=True)
class Block:
    """A paragraph or heading as it reads with suggestions taken over. `within` are the kinds of what it stands in."""

    part: str
    id: str
    kind: str
    within: tuple[str, ...]
    content: Sequence[Node]

    @cached_property
    def text(self) -> str:
        """The letters; an atom is one sign."""
        return "".join(_sign(node) for node in self.content)

    @cached_property
    def _places(self) -> list[int]:
        """Where each letter stands for the editor, which counts what is struck and counts some signs twice."""
        places, at = [], 0
        for node in self.content:
            stays = "deletion" not in marks_of(node)
            for letter in node.get("text", ATOM):
                if stays:
                    places.append(at)
                at += 1 + (ord(letter) > 0xFFFF)
        return [*places, at]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A place in `text` as the editor counts."""
        last = self._places[end - 1] + 1 if end > start else self._places[end]
        return self._places[start], last + (end > start and ord(self.text[end - 1]) > 0xFFFF)

    def sentences(self) -> Iterator[Span]:
        """Its sentences, one after the other."""
        for start, end in sentences(self.text):
            under, at = [], 0
            for node in self.content:
                size = len(_sign(node))
                if size and at < end and at + size > start:
                    under.append(node)
                at += size
            yield Span(self.text[start:end], *self.place(start, end), under)


def blocks(part: str, node: Node, within: tuple[str, ...] = ()) -> Iterator[Block]:
    """The paragraphs and headings of a part."""
    kind = node["type"]
    if kind in ("paragraph", "heading"):
        yield Block(part, node["attrs"]["id"], kind, within, node.get("content", ()))
        return
    for child in node.get("content", ()):
        yield from blocks(part, child, (*within, kind))


def _sign(node: Node) -> str:
    if "deletion" in marks_of(node):
        return ""
    match node["type"]:
        case "text":
            return str(node["text"])
        case "hard_break":
            return "\n"
        case "person":
            return PERSON
    return ATOM
