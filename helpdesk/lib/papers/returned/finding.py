"""What we sent beside what came back: every difference, in its block, or told as one that has none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from helpdesk.lib.papers.returned.commenting import comments
from helpdesk.lib.papers.returned.grouping import arrived, changed_notes, changes, hand, lines, looks
from helpdesk.lib.papers.returned.lookup import Lookup, notes_of
from helpdesk.lib.papers.returned.opening import opened
from helpdesk.lib.papers.returned.pairing import moved, pair
from helpdesk.lib.papers.returned.reading import Reading, Trace
from helpdesk.lib.papers.returned.record import Change, Kind, Returned, Unknown, What, shown
from helpdesk.lib.papers.returned.units import Unit, units
from helpdesk.lib.papers.returned.walking import read
from helpdesk.lib.papers.returned.weaving import SAME, Woven, weave

MOST = 5_000  # changes; that there are more is told in one sentence


def returned(data: bytes, sent: bytes) -> Returned:
    """Read a Word file that came back beside the one that went out.

    Args:
        data: what came back; nothing in it is believed.
        sent: the file as we made it, with our bookmarks.

    Raises:
        NotReturned: one of them cannot be read.
    """
    return compare(read(opened(sent)), read(opened(data)))


def compare(sent: Reading, back: Reading) -> Returned:
    """The same for files that were opened and read."""
    comparing = _Comparing(sent, back)
    found = list(comparing.changes())
    more = [Unknown(What.LEFT_OUT, "", "")] if len(found) > MOST else []
    unknown = (*comparing.unknown, *_edges(sent, back), *more)
    blocks = tuple((one.block, one.before) for one in comparing.ours if one.block)
    return Returned(tuple(found[:MOST]), comments(back, comparing.rows), unknown, blocks)


class _Comparing:
    def __init__(self, sent: Reading, back: Reading) -> None:
        self._sent = sent
        self.ours = [one for one in units(sent) if one.block or one.before.strip()]
        known = {one.block for one in self.ours if one.block}
        self._theirs = [one for one in units(back, known) if one.block or (one.before + one.after).strip()]
        self._pairs = pair(self.ours, self._theirs)
        self._was = {place: self.ours[mine] for place, mine in self._pairs.items()}
        self.rows = [
            (self._was[place].block, weave(self._was[place].before, one.pieces))
            if place in self._was
            else ("", weave("", one.pieces))
            for place, one in enumerate(self._theirs)
        ]
        self._lookup = Lookup(back, self.rows)
        self._following = self._next_blocks()
        self._paragraph = 0
        self.unknown: list[Unknown] = []

    def changes(self) -> Iterator[Change]:
        """In the order of what came back; a block that is gone where it stood."""
        away = moved({place: mine for place, mine in self._pairs.items() if self.ours[mine].block})
        gone = sorted(set(range(len(self.ours))) - set(self._pairs.values()), reverse=True)
        near = ""
        for place, unit in enumerate(self._theirs):
            while gone and place in self._pairs and place not in away and gone[-1] < self._pairs[place]:
                yield from self._gone(self.ours[gone.pop()], near)
            if place not in self._was:
                yield from self._new(place, near)
            elif not self._was[place].block:
                self._outside(self._was[place].before, unit, self.rows[place][1], near)
            elif place in away:
                yield from self._moved(place, near)
            else:
                near = self._was[place].block
                yield from self._within(place)
                yield from self._joined(place)
        for mine in reversed(gone):
            yield from self._gone(self.ours[mine], near)

    def _within(self, place: int) -> Iterator[Change]:
        unit, ours, row = self._theirs[place], self._was[place], self.rows[place][1]
        block = ours.block
        yield from changed_notes(block, row, notes_of(ours, self._sent), self._lookup)
        yield from looks(block, row, ours)
        for one in changes(block, row, self._lookup):
            whole = one.kind is Kind.TEXT and one.before == ours.before and not one.after and not unit.after
            yield replace(one, kind=Kind.DELETED) if whole else one

    def _new(self, place: int, near: str) -> Iterator[Change]:
        unit, row = self._theirs[place], self.rows[place][1]
        if unit.box and unit.after.strip():
            self._tell(What.BOX, "", unit.after, hand(row), near)
        elif unit.after.strip():
            start = Change(near, Kind.NEW, "", "", following=self._following[place], role=unit.role)
            yield from self._arrived(lines(row), start)

    def _moved(self, place: int, near: str) -> Iterator[Change]:
        unit, ours, row = self._theirs[place], self._was[place], self.rows[place][1]
        yield Change(ours.block, Kind.MOVED, ours.before, "", tracked=False)
        start = Change(near, Kind.MOVED, "", "", following=self._following[place], role=unit.role, origin=ours.block)
        yield from self._arrived(lines(row), start)

    def _arrived(self, parted: list[list[Woven]], start: Change) -> Iterator[Change]:
        for line in parted:
            self._paragraph += 1
            yield from arrived(line, replace(start, paragraph=self._paragraph), self._lookup)

    def _gone(self, ours: Unit, near: str) -> Iterator[Change]:
        if not ours.block:
            self._tell(What.OUTSIDE, ours.before, "", Trace(), near)
        elif ours.before:
            yield Change(ours.block, Kind.DELETED, ours.before, "", tracked=False)

    def _outside(self, before: str, unit: Unit, row: list[Woven], near: str) -> None:
        if any(one.how != SAME for one in row):
            self._tell(What.OUTSIDE, before, unit.after, hand(row), near)

    def _tell(self, what: What, before: str, after: str, trace: Trace, near: str) -> None:
        self.unknown.append(Unknown(what, shown(before), shown(after), trace.author, trace.at, near))

    def _joined(self, place: int) -> Iterator[Change]:
        """Two blocks of ours became one paragraph; told only where words of both are left."""
        unit, following = self._theirs[place], self._following[place]
        if not following or not (unit.with_next or unit.mark.how == "del"):
            return
        second = next(one for there, one in enumerate(self._theirs) if there > place and self._is(there, following))
        if unit.after and second.after:
            mark = unit.mark if unit.mark.how == "del" else Trace()
            told = (mark.author, mark.at, bool(mark.how), len(self._was[place].before))
            yield Change(self._was[place].block, Kind.JOINED, "", "", *told, following=following)

    def _is(self, place: int, block: str) -> bool:
        return place in self._was and self._was[place].block == block

    def _next_blocks(self) -> list[str]:
        found, following = [], ""
        for place in range(len(self._theirs) - 1, -1, -1):
            found.append(following)
            following = (self._was[place].block if place in self._was else "") or following
        return found[::-1]


def _edges(sent: Reading, back: Reading) -> Iterator[Unknown]:
    """Head and foot of the pages, without the numbers that each program fills in by itself."""
    ours, theirs = (Counter(re.sub(r"\d+", "", one) for one in reading.edges) for reading in (sent, back))
    went, came = list((ours - theirs).elements()), list((theirs - ours).elements())
    if went or came:
        yield Unknown(What.EDGE, "\n".join(went), "\n".join(came))
