"""While a source is read from top to bottom: each piece gets its place, its own address and its digest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from helpdesk.library.reading.pieces import Piece

LONGEST = 200  # of an address and of a label, as the table has it


@dataclass
class Node:
    """A piece that is still open. `owns` is true where the numbers under it begin anew, as in an annex."""

    position: int
    address: str
    under: str
    level: int
    form: str
    label: str
    heading: str
    owns: bool
    lines: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def count(self, word: str) -> int:
        """How manieth of its sort under this piece."""
        self.counts[word] += 1
        return self.counts[word]


class Outline:
    """The stack of open pieces and the addresses that are taken."""

    def __init__(self) -> None:
        self._open: list[Node] = []
        self._taken: set[str] = set()
        self._next = 0

    @property
    def top(self) -> Node | None:
        return self._open[-1] if self._open else None

    def is_open(self, node: Node) -> bool:
        return any(one is node for one in self._open)

    def open(
        self, form: str, part: str, *, label: str = "", heading: str = "", root: bool = False, owns: bool = False
    ) -> Node:
        """Begin a piece. `part` is its own end of the address; a `root` one is cited without what stands above it."""
        above = self.top
        above_it = next((one for one in reversed(self._open) if one.owns), None) if root else above
        if len(label) > LONGEST:
            label, heading = "", f"{label} {heading}".strip()
        node = Node(
            position=self._next,
            address=self._free(without_dashes(joined(above_it, part)), joined(above_it, part), joined(above, part)),
            under=above.address if above else "",
            level=above.level + 1 if above else 0,
            form=form,
            label=label,
            heading=heading,
            owns=owns,
        )
        self._next += 1
        self._open.append(node)
        return node

    def close(self, node: Node) -> Piece:
        """End the piece that was opened last."""
        assert self._open[-1] is node  # noqa: S101  # whoever opens closes, or a reader is wrong
        self._open.pop()
        text = "\n".join(node.lines)
        digest = sha256("\x1f".join([node.heading, text, *node.below]).encode()).hexdigest()
        if self._open:
            self._open[-1].below += [node.label, digest]
        return Piece(
            node.position, node.address, node.under, node.level, node.form, node.label, node.heading, text, digest
        )

    def _free(self, *wanted: str) -> str:
        """The first address that nobody has; else the last one with a number behind it."""
        for address in wanted:
            if len(address) <= LONGEST and address not in self._taken:
                self._taken.add(address)
                return address
        stem, count = wanted[1] if len(wanted[1]) <= LONGEST - 10 else f"stuk={self._next}", 2
        while f"{stem}&nr={count}" in self._taken:
            count += 1
        self._taken.add(f"{stem}&nr={count}")
        return f"{stem}&nr={count}"


def joined(above: Node | None, part: str) -> str:
    return f"{above.address}&{part}" if above else part


def without_dashes(address: str) -> str:
    """A numbered item under a dash is cited without the dash, as the editors of the Basiswettenbestand do."""
    return re.sub(r"&o=_\d+(?=&)", "", address)


def number_of(printed: str) -> str:
    """The number as an address has it: "1°." and "a)" lose their point, blanks and what would break an address go."""
    bare = re.sub(r"^[\s(\[„\"]+|[\s.,;:)\]°º\"]+$", "", printed)
    bare = re.sub(r"[\s&=/?#%]+", "_", bare)
    return "" if re.fullmatch(r"[\W_]*", bare) else bare[:40]


def bare(text: str) -> str:
    """The text without white space: what must come back when a source is counted."""
    return "".join(text.split())


def lost(chunks: Iterable[str], kept: Iterable[str]) -> list[str]:
    """Which texts of a source stand in none of the pieces, in order. Empty when every letter came along."""
    wanted = [one for one in map(bare, chunks) if one]
    there = "\x1f".join(map(bare, kept))
    found, at = [], 0
    for one in wanted:
        place = there.find(one, at)
        if place < 0:
            place = there.find(one)
        if place < 0:
            found.append(one)
        else:
            at = place
    if not found:
        missing = _fewer(wanted, there)
        found = [f"({missing} letters)"] if missing else []
    return found


def _fewer(wanted: list[str], there: str) -> int:
    """How many letters are fewer than they were: what a second occurrence of the same words would hide."""
    return max(0, sum(map(len, wanted)) - len(there.replace("\x1f", "")))
