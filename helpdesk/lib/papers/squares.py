"""Makes a table square: what came out of an editor has rows of unequal length and cells that run over the edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from helpdesk.lib.papers.blocks import Cell, Rich, Table, cell_of

Row = Sequence[Rich | Cell]


def squared(table: Table) -> Table:
    """The same table: each place is of exactly one cell, short rows are filled up; a head stays apart from the body."""
    columns = max((sum(cell_of(one).across for one in row) for row in (table.head, *table.rows)), default=0)
    head = _filled([table.head], columns)
    widths = table.widths if len(table.widths) == columns else ()
    return replace(table, head=head[0] if head else [], rows=_filled(table.rows, columns), widths=widths)


def columns_of(table: Table) -> int:
    """How many columns a square table has."""
    return sum(cell_of(one).across for one in table.head)


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
