"""What a paper says, without how it looks: for search, and to compare."""

from __future__ import annotations

from helpdesk.lib.papers.blocks import (
    Block,
    Heading,
    Items,
    Lines,
    Paper,
    Paragraph,
    Quote,
    Rich,
    Table,
    Terms,
    Words,
    blocks_of,
    cell_of,
    words_of,
)


def text_of(paper: Paper) -> str:
    """What is said in it, block by block, without what is written on it by hand."""
    return "\n".join(line for block in paper.blocks for line in lines_of(block) if line)


def lines_of(block: Block) -> list[str]:
    """One block, a line for each paragraph, item and row."""
    match block:
        case Heading(text, _, number):
            return [f"{number} {flat(words_of(text))}".strip()]
        case Paragraph(words):
            return [flat(words)]
        case Quote(words, who):
            return [*_within(words), who]
        case Items(items):
            return [line for one in items for line in _within(one)]
        case Terms(rows):
            return [" ".join([label, *_within(said)]) for label, said in rows]
        case Lines(lines):
            return list(lines)
        case Table(head, rows, _, caption):
            told = [" ".join(line for cell in row for line in _within(cell_of(cell).said)) for row in (head, *rows)]
            return [caption, *told] if caption else told
    return []


def flat(words: Words) -> str:
    """Words and their footnotes, one after the other."""
    return "".join(f"{run.text} {run.note}" if run.note else run.text for run in words)


def _within(rich: Rich) -> list[str]:
    return [line for block in blocks_of(rich) for line in lines_of(block)]
