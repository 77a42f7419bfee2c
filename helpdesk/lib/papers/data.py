"""A paper for the press: plain lists and texts. What the press would refuse is put right here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from helpdesk.lib.papers.blocks import (
    Block,
    Cell,
    Heading,
    Items,
    NewPage,
    Paper,
    Paragraph,
    Quote,
    Rich,
    Run,
    Table,
    Terms,
    blocks_of,
    cell_of,
    words_of,
)
from helpdesk.lib.papers.squares import columns_of, squared

ADDRESS = re.compile(r"https?://\S+")


def as_data(paper: Paper) -> dict[str, Any]:
    """The paper as JSON can hold it."""
    paper = sound(paper)
    names = ("title", "language", "foot", "mark", "titled", "below", "contents", "head", "watermark", "line_numbers")
    day = {"year": paper.made_on.year, "month": paper.made_on.month, "day": paper.made_on.day}
    front = asdict(paper.front) if paper.front else None
    return {**{name: getattr(paper, name) for name in names}, "day": day, "front": front, "blocks": _all(paper.blocks)}


def sound(paper: Paper) -> Paper:
    """The same paper as both presses take it: no heading skips a level or is empty, nothing leads nowhere."""
    return replace(paper, blocks=list(_led(_stepped(paper.blocks))))


def _stepped(blocks: Iterable[Block]) -> Iterator[Block]:
    """A reader who listens goes from heading to heading: after one of the first level comes none of the third."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            if not "".join(run.text for run in words_of(block.text)).strip():
                continue
            level = min(block.level, level + 1)
            block = replace(block, level=level)
        yield block


def _led(blocks: Iterable[Block]) -> Iterator[Block]:
    """An anchor stands once, the first keeps it; words that lead to none that is there lead nowhere."""
    found = list(blocks)
    once, there = set[str](), {one for block in found for one in anchors(block)}
    for block in found:
        yield _kept(block, once, there)


def anchors(block: Block) -> Iterator[str]:
    """The anchors of a block and of all within it."""
    if block.anchor:
        yield block.anchor
    for inner in _inner(block):
        yield from anchors(inner)


def _inner(block: Block) -> Iterator[Block]:
    for rich in _riches(block):
        yield from blocks_of(rich)


def _riches(block: Block) -> Iterator[Rich]:
    match block:
        case Quote(words):
            yield words
        case Items(items):
            yield from items
        case Terms(rows):
            yield from (said for _, said in rows)
        case Table(head, rows):
            yield from (cell_of(cell).said for row in (head, *rows) for cell in row)


def _kept(block: Block, once: set[str], there: set[str]) -> Block:
    def rich(one: Rich) -> Sequence[Block]:
        return [_kept(inner, once, there) for inner in blocks_of(one)]

    def cell(one: Rich | Cell) -> Cell:
        return replace(cell_of(one), said=rich(cell_of(one).said))

    def run(one: Run) -> Run:
        leads = one.to[1:] in there if one.to.startswith("#") else ADDRESS.fullmatch(one.to)
        return one if leads or not one.to else replace(one, to="")

    if block.anchor in once:
        block = replace(block, anchor="")
    elif block.anchor:
        once.add(block.anchor)
    match block:
        case Heading(text):
            return replace(block, text=[run(one) for one in words_of(text)])
        case Paragraph(words):
            return replace(block, words=[run(one) for one in words])
        case Quote(words):
            return replace(block, words=rich(words))
        case Items(items):
            return replace(block, items=[rich(one) for one in items])
        case Terms(rows):
            return replace(block, rows=[(label, rich(said)) for label, said in rows])
        case Table(head, rows):
            rich_rows = [[cell(one) for one in row] for row in rows]
            return squared(replace(block, head=[cell(one) for one in head], rows=rich_rows))
    return block


def _all(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [_one(block) for block in blocks]


def _one(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": block.kind, "anchor": block.anchor}
    match block:
        case Heading(text, level, number):
            return {**data, "words": _words(words_of(text)), "level": level, "number": number}
        case Paragraph(words):
            return {**data, "words": _words(words)}
        case Quote(words, who):
            return {**data, "blocks": _all(blocks_of(words)), "who": who}
        case Items(items, ordered):
            return {**data, "items": [_all(blocks_of(one)) for one in items], "ordered": ordered}
        case Terms(rows):
            return {**data, "rows": [{"label": label, "blocks": _all(blocks_of(said))} for label, said in rows]}
        case Table(head, rows, widths, caption, small, deep):
            told = {"widths": list(widths) or [1] * columns_of(block), "caption": caption, "small": small}
            deeper = {"head": [_cells(row) for row in (head, *rows[: deep - 1])]}
            return {**data, **told, **deeper, "rows": [_cells(row) for row in rows[deep - 1 :]]}
        case NewPage():
            return data
    return {**data, **asdict(block)}


def _words(words: Sequence[Run]) -> list[dict[str, Any]]:
    names = ("text", "strong", "emph", "note", "to", "change")
    return [{name: getattr(run, name) for name in names} for run in words]


def _cells(cells: Iterable[Rich | Cell]) -> list[dict[str, Any]]:
    found = [cell_of(one) for one in cells]
    return [{"blocks": _all(blocks_of(one.said)), "across": one.across, "down": one.down} for one in found]
