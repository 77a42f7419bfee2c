"""Makes a table square: what came out of an editor has rows of unequal length and cells that run over the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from helpdesk.lib.papers.blocks import Cell, Rich, Table, cell_of

Row = Sequence[Rich | Cell]
DEEPEST = 3  # rows of a head, which stands anew on each page


def squared(table: Table) -> Table:
    """The same table: each place is of exactly one cell, short rows are filled up.

    A cell of the head that goes on below takes the rows beside it into the head, up to three; of a longer one the head
    keeps the words, and below it stays empty, so that nothing moves into its place.
    """
    columns = max((sum(cell_of(one).across for one in row) for row in (table.head, *table.rows)), default=0)
    rows = _filled([table.head, *table.rows], columns)
    deep = _depth(rows)
    if deep > min(DEEPEST, len(rows) - 1):
        rows, deep = _cut(rows), 1
    widths = table.widths if len(table.widths) == columns else ()
    return replace(table, head=rows[0] if rows else [], rows=rows[1:], widths=widths, deep=deep)


def columns_of(table: Table) -> int:
    """How many columns a square table has."""
    return sum(cell_of(one).across for one in table.head)


def _depth(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows the head has, with all that its cells reach."""
    deep, at = 1, 0
    while at < min(deep, len(rows)):
        deep = max(deep, *(at + cell.down for cell in rows[at]), 1)
        at += 1
    return deep


def _cut(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """The head in one row, with an empty cell in each place below that a cell of it reached."""
    placed = list(_placed(rows))
    for column, cell in list(placed[0]):
        for at in range(1, cell.down):
            placed[at].append((column, Cell("", cell.across)))
    ordered = [[cell for _, cell in sorted(row, key=lambda one: one[0])] for row in placed]
    return [[replace(cell, down=1) for cell in ordered[0]], *ordered[1:]]


def _placed(rows: Sequence[Sequence[Cell]]) -> Iterator[list[tuple[int, Cell]]]:
    """Each cell of a square table with its column."""
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        found, column = list[tuple[int, Cell]](), 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            taken |= {(at + y, column + x) for y in range(cell.down) for x in range(cell.across)}
            found.append((column, cell))
        yield found


def _filled(rows: Sequence[Row], columns: int) -> list[list[Cell]]:
    """Each cell at the first place that is free; what finds none gets a row of its own, for no word goes missing."""
    taken: set[tuple[int, int]] = set()
    todo = [[cell_of(one) for one in row] for row in rows]
    found: list[list[Cell]] = []
    for at in count():
        if at >= len(todo):
            return found
        waiting, cells = todo[at], list[Cell]()
        for column in range(columns):
            if (at, column) in taken:
                continue
            cell = waiting.pop(0) if waiting else Cell("")
            free = next((n for n in range(column, columns) if (at, n) in taken), columns) - column
            across, down = max(1, min(cell.across, free)), max(1, min(cell.down, len(todo) - at))
            taken |= {(at + y, column + x) for y in range(down) for x in range(across)}
            cells.append(replace(cell, across=across, down=down))
        found.append(cells)
        if waiting:
            todo.insert(at + 1, waiting)
    return found
