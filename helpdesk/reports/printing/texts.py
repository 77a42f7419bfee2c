"""The text of a part as blocks of paper: what was written, in the order in which it was written, with its numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from helpdesk.lib.papers.blocks import Block, Cell, Heading, Items, Paragraph, Quote, Rich, Run, Table, Terms
from helpdesk.reports.document import Node, is_empty
from helpdesk.reports.manuscript import Manuscript, Part
from helpdesk.reports.printing.inline import Inline
from helpdesk.reports.printing.look import Look
from helpdesk.reports.printing.tables import generated


def block_anchor(key: str) -> str:
    """The bookmark of a paragraph or a heading: by it words that come back from Word find their place.

    What holds paragraphs has none: a bookmark over several of them does not come back as it went.
    """
    return f"blk_{key}" if key else ""


class Texts:
    """Makes blocks of the parts of one report."""

    def __init__(self, manuscript: Manuscript, look: Look) -> None:
        self.manuscript, self.inline = manuscript, Inline(manuscript, look)
        self.said = self.inline.said

    def part(self, part: Part) -> list[Block]:
        """A chapter: its title, and what stands in it."""
        title = Heading(part.title, 1, str(part.number or ""), anchor=f"part_{part.key}")
        if is_empty(part.doc) and not self.manuscript.front.number:
            return [title, Paragraph([Run(self.said("paper.nothing_yet"), emph=True)])]
        return [title, *_numbered(self.blocks(part.doc.get("content", ())), part.number)]

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Block]:
        """What was written, without the empty paragraphs that an editor leaves."""
        for node in nodes:
            yield from self._block(node)

    def _block(self, node: Node) -> Iterator[Block]:
        content, attrs = node.get("content", ()), node.get("attrs", {})
        anchor = block_anchor(attrs.get("id") or "")
        match node["type"]:
            case "paragraph":
                if words := self._worth(content):
                    yield Paragraph(words, anchor=anchor)
            case "heading":
                if words := self._worth(content):
                    yield Heading(words, int(attrs["level"]) + 1, anchor=anchor)
            case "blockquote":
                if inside := list(self.blocks(content)):
                    yield Quote(inside, attrs.get("who") or "")
            case "bullet_list" | "ordered_list" as kind:
                items = [list(self.blocks(item.get("content", ()))) or "" for item in content]
                yield Items(items, ordered=kind == "ordered_list")
            case "table":
                yield self._table(content)
            case "right":
                yield self._right(node)
            case "element":
                if inside := list(self.blocks(content)):
                    yield from (Heading(self.said(f"elements.{attrs['key']}"), 2), *inside)
            case "generated":
                yield from generated(attrs["what"], self.manuscript)

    def _worth(self, content: Sequence[Node]) -> list[Run]:
        words = self.inline.words(content)
        return words if any(run.text.strip() or run.note for run in words) else []

    def _right(self, node: Node) -> Terms:
        right = self.inline.citation(node["attrs"].get("citation") or "")
        first: list[tuple[str, Rich]] = [(self.said("right.right"), [replace(right, strong=True)])] if right else []
        rows = [(self.said(f"right.{one['type']}"), list(self.blocks(one["content"]))) for one in node["content"]]
        return Terms([*first, *((label, said) for label, said in rows if said)])

    def _table(self, rows: Sequence[Node]) -> Table:
        def cell(node: Node) -> Cell:
            attrs = node.get("attrs", {})
            return Cell(list(self.blocks(node["content"])), attrs.get("colspan", 1), attrs.get("rowspan", 1))

        head, *rest = ([cell(one) for one in row["content"]] for row in rows)
        return Table(head, rest, _widths(rows[0]["content"]))


def _widths(cells: Sequence[Node]) -> Sequence[int]:
    """The widths that somebody pulled, when each column has one."""
    found = [width for cell in cells for width in cell.get("attrs", {}).get("colwidth") or [0]]
    return found if all(found) else ()


def _numbered(blocks: Iterator[Block], chapter: int) -> Iterator[Block]:
    """7.1, 7.2: a heading of the second level gets the next number of its chapter."""
    number = 0
    for block in blocks:
        if chapter and isinstance(block, Heading) and block.level == 2:
            number += 1
            block = replace(block, number=f"{chapter}.{number}")
        yield block
