"""Which text belongs to which block: the innermost bookmark says it, and what is typed beside one belongs to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from helpdesk.lib.papers.returned.reading import NO_TRACE, Paragraph, Piece, Reading, Span, Trace
from helpdesk.lib.papers.returned.record import BREAK


@dataclass
class Unit:
    """The text of one block, or one paragraph of no block. A break stands between two paragraphs."""

    block: str
    pieces: list[Piece] = field(default_factory=list)
    mark: Trace = NO_TRACE
    role: str = ""
    box: bool = False
    with_next: bool = False  # the next block begins in the same paragraph

    @property
    def before(self) -> str:
        """As it reads when every trace is refused."""
        return "".join(one.text for one in self.pieces if one.trace.how in ("", "del"))

    @property
    def after(self) -> str:
        """As it reads when every trace is taken over."""
        return "".join(one.text for one in self.pieces if one.trace.how in ("", "ins"))


@dataclass
class _Begun:
    block: str
    span: Span

    @property
    def length(self) -> tuple[int, int]:
        return self.span.last - self.span.first, -self.span.first


def units(reading: Reading, known: Collection[str] | None = None) -> list[Unit]:
    """The blocks and loose paragraphs in the order of the file.

    Args:
        known: look at the bookmarks of these blocks only; at all of ours by default.
    """
    begun = [_Begun(block, span) for block, span in reading.blocks.items() if known is None or block in known]
    begun.sort(key=lambda one: one.span.first)
    firsts = [one.span.first for one in begun]
    open_ones: list[_Begun] = []
    made: list[Unit] = []
    by_block: dict[str, Unit] = {}
    done = 0
    for para in reading.paragraphs:
        here = begun[bisect_left(firsts, para.first) : bisect_right(firsts, para.last)]
        open_ones += begun[done : bisect_left(firsts, para.first)]
        done = bisect_right(firsts, para.last)
        open_ones = [one for one in open_ones if _reaches(one.span, para)]
        rows = _shared_out(para, here, open_ones)
        for index, (block, pieces) in enumerate(rows):
            unit = by_block.get(block) if block else None
            if unit is None:
                unit = Unit(block, role=para.role, box=para.box)
                made.append(unit)
                by_block[block] = unit
            else:
                unit.pieces.append(Piece(BREAK, para.first, unit.mark))
            unit.pieces += pieces
            unit.mark, unit.with_next = para.mark, index + 1 < len(rows)
        open_ones += [one for one in here if one.span.last > para.last]
    return made


def _reaches(span: Span, para: Paragraph) -> bool:
    return span.last > para.last or any(one.place < span.last for one in para.pieces)


def _shared_out(para: Paragraph, here: list[_Begun], around: list[_Begun]) -> list[tuple[str, list[Piece]]]:
    """The blocks of one paragraph with their pieces; one of no block when there is none."""
    around = [one for one in around if not any(one.span.last > inner.span.last for inner in here)]
    rows: dict[str, list[Piece]] = {}
    for piece in para.pieces:
        rows.setdefault(_block_at(piece.place, here, around), []).append(piece)
    for one in here:
        if one.block not in rows and one.span.last - one.span.first <= 1:
            rows[one.block] = []
    if not rows:
        inside = min(around, key=lambda one: one.length, default=None)
        rows[inside.block if inside else ""] = []
    return list(rows.items())


def _block_at(place: int, here: list[_Begun], around: list[_Begun]) -> str:
    covering = [one for one in (*here, *around) if one.span.first < place < one.span.last]
    if covering:
        return min(covering, key=lambda one: one.length).block
    earlier = [one for one in here if one.span.first < place]
    nearest = earlier[-1:] or here[:1]
    return nearest[0].block if nearest else ""
