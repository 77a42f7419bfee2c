"""Walks over the XML of a Word file in the order of reading, and writes down each piece of text with its traces."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from helpdesk.lib.papers.returned.elements import (
    CHOICE,
    MATH,
    TRACES,
    chosen,
    clean,
    is_contents,
    is_on,
    mark_of,
    name,
    parts_of_run,
    role_of,
    trace_of,
    value,
)
from helpdesk.lib.papers.returned.opening import Parts
from helpdesk.lib.papers.returned.reading import Paragraph, Piece, Reading, Said, Span, Trace
from helpdesk.lib.papers.returned.record import LINE, NOTE, PICTURE

_BLOCK = re.compile(r"blk_([0-9a-f]{8})")
_CONTENTS = re.compile(r"(?:toc|contents|inhopg)(?:\d|heading)", re.IGNORECASE)
_SIGNS = {"tab": "\t", "br": LINE, "cr": LINE, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "\u25a1"}
_SIGNS |= {"drawing": PICTURE, "pict": PICTURE, "object": PICTURE}


def read(parts: Parts) -> Reading:
    """Read an opened file."""
    walk = _Walk()
    walk.blocks_of(parts.document, walk.reading.paragraphs)
    for letter, notes in (("f", parts.footnotes), ("e", parts.endnotes)):
        for one in () if notes is None else notes:
            if name(one) in ("footnote", "endnote") and value(one, "type") in ("", "normal"):
                walk.blocks_of(one, walk.reading.notes.setdefault(letter + value(one, "id"), []))
    walk.reading.said = _said(parts)
    walk.reading.edges = [text for one in parts.edges if (text := _plain(one))]
    return walk.reading


class _Walk:
    def __init__(self) -> None:
        self.reading = Reading()
        self._count = 0
        self._moves = {"moveFrom": "", "moveTo": ""}
        self._open: dict[str, Span] = {}

    def _next(self) -> int:
        self._count += 1
        return self._count

    def blocks_of(self, parent: etree._Element, into: list[Paragraph], role: str = "", box: bool = False) -> None:
        """Paragraphs, and what holds paragraphs."""
        for one in parent:
            kind = name(one)
            if kind == "p":
                self._paragraph(one, into, role, box)
            elif kind in ("tc", "body", "tbl", "tr", "sdtContent", "customXml", "txbxContent"):
                self.blocks_of(one, into, "cell" if kind == "tc" else role, box)
            elif kind == "sdt":
                if not is_contents(one):
                    self.blocks_of(one, into, role, box)
            elif kind in TRACES and len(one):
                self.blocks_of(one, into, role, box)
            else:
                self._sign(one, kind)

    def _paragraph(self, element: etree._Element, into: list[Paragraph], role: str, box: bool) -> None:
        made = Paragraph(self._next(), role=role, box=box)
        style = ""
        for look in element.iterchildren("{*}pPr"):
            style = next((value(one, "val") for one in look.iterchildren("{*}pStyle")), "")
            made.role = role or role_of(look, style)
            made.mark = next((mark_of(one) for one in look.iterchildren("{*}rPr")), Trace())
        boxes: list[etree._Element] = []
        self._inside(element, made, Trace(), boxes)
        made.last = self._next()
        if not _CONTENTS.match(style):  # Word makes the list of contents itself, with other numbers each time
            into.append(made)
        for one in boxes:
            self.blocks_of(one, into, box=True)

    def _inside(self, parent: etree._Element, into: Paragraph, trace: Trace, boxes: list[etree._Element]) -> None:
        for one in parent:
            kind = name(one)
            if kind == "r":
                self._run(one, into, trace, boxes)
            elif kind in TRACES:
                self._inside(one, into, self._traced(one, kind, trace), boxes)
            elif kind == f"{MATH}:t":
                into.pieces.append(Piece(clean(one), self._next(), trace))
            elif kind == CHOICE:
                self._inside(chosen(one), into, trace, boxes)
            elif not self._sign(one, kind) and kind not in ("pPr", "rPr", "sdtPr", "rt"):
                self._inside(one, into, trace, boxes)

    def _run(self, run: etree._Element, into: Paragraph, trace: Trace, boxes: list[etree._Element]) -> None:
        look = next(run.iterchildren("{*}rPr"), None)
        made = Piece("", 0, trace)
        if look is not None:
            strong, em = is_on(look, "b", "Strong"), is_on(look, "i", "Emphasis")
            changed = next((trace_of(one, "look") for one in look.iterchildren("{*}rPrChange")), Trace())
            made = replace(made, strong=strong, em=em, look=changed)
        for one in parts_of_run(run):
            kind = name(one)
            boxes += one.iterdescendants("{*}txbxContent")
            if kind in ("t", "delText"):
                made = replace(made, text=clean(one), note="")
            elif kind in ("footnoteReference", "endnoteReference"):
                made = replace(made, text=NOTE, note=kind[0] + value(one, "id"))
            elif kind in _SIGNS:
                made = replace(made, text=_SIGNS[kind], note="")
            else:
                self._sign(one, kind)
                continue
            if made.text:
                into.pieces.append(replace(made, place=self._next()))

    def _traced(self, element: etree._Element, kind: str, around: Trace) -> Trace:
        found = replace(trace_of(element, TRACES[kind]), move=self._moves.get(kind, ""))
        return (
            replace(found, how="gone") if {around.how, found.how} >= {"ins", "del"} or around.how == "gone" else found
        )

    def _sign(self, element: etree._Element, kind: str) -> bool:
        """Where a bookmark, a comment or a move begins and ends; whether it was one of these."""
        what, key = "", value(element, "id")
        if kind == "bookmarkStart":
            if (ours := _BLOCK.fullmatch(value(element, "name"))) and ours[1] not in self.reading.blocks:
                self._open[key] = self.reading.blocks[ours[1]] = Span(self._next())
        elif kind == "bookmarkEnd":
            if key in self._open:
                self._open.pop(key).last = self._next()
        elif kind == "commentRangeStart":
            self.reading.comments[key] = Span(self._next())
        elif kind == "commentRangeEnd":
            if key in self.reading.comments:
                self.reading.comments[key].last = self._next()
        elif kind == "commentReference":
            here = self._next()
            self.reading.comments.setdefault(key, Span(here, here))
        elif (what := kind.removesuffix("RangeStart")) in self._moves:
            self._moves[what] = value(element, "name") or key
        elif (what := kind.removesuffix("RangeEnd")) in self._moves:
            self._moves[what] = ""
        else:
            return False
        return True


def _said(parts: Parts) -> list[Said]:
    """The comments, with who answers whom."""
    found: list[Said] = []
    for one in () if parts.comments is None else parts.comments:
        if name(one) == "comment":
            trace = trace_of(one, "")
            marks = [value(para, "paraId") for para in one.iter("{*}p")]
            found.append(Said(value(one, "id"), trace.author, trace.at, _plain(one), marks[-1] if marks else ""))
    by_mark = {one.mark: one for one in found if one.mark}
    for row in () if parts.answers is None else parts.answers:
        if (here := by_mark.get(value(row, "paraId"))) is not None:
            above = by_mark.get(value(row, "paraIdParent"))
            here.answer_to = above.number if above else ""
            here.done = value(row, "done").lower() in ("1", "true")
    return found


def _plain(root: etree._Element) -> str:
    """What reads there now, a line for each paragraph."""
    walk, into = _Walk(), []  # type: tuple[_Walk, list[Paragraph]]
    walk.blocks_of(root, into)
    lines = ("".join(one.text for one in para.pieces if one.trace.how in ("", "ins")) for para in into)
    return "\n".join(line for line in lines if line.strip())
