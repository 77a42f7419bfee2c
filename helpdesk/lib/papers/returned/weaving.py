"""One block as we sent it and as it came back, woven into one row of words: the same, came, went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from helpdesk.lib.papers.returned.reading import NO_TRACE, Piece, Trace

_TOKEN = re.compile(r"\w+|\s|.", re.DOTALL)
MOST_WORK = 1_000_000  # words times words; beyond it the middle counts as written anew
SAME, CAME, WENT = "same", "came", "went"


@dataclass(frozen=True)
class Woven:
    """Words with one fate. `start` is the place in what we sent; `piece` where it stands in what came back."""

    how: str
    text: str
    start: int
    trace: Trace = NO_TRACE
    piece: Piece | None = None

    @property
    def tracked(self) -> bool:
        """Whether Word kept the trace of it."""
        return bool(self.trace.how)


def weave(sent: str, pieces: Sequence[Piece]) -> list[Woven]:
    """Every letter of both texts, once.

    The words that stayed and went are `sent`; those that stayed and came are what reads there now. What was put in
    and taken out again before it came back to us is in neither.
    """
    back = "".join(one.text for one in pieces if one.trace.how in ("", "del"))
    kept = aligned(sent, back)
    made: list[Woven] = []
    ours = theirs = 0
    for piece in pieces:
        if piece.trace.how == "gone":
            continue
        if piece.trace.how == "ins":
            made.append(Woven(CAME, piece.text, ours, piece.trace, piece))
            continue
        for letter in piece.text:
            at = kept[theirs]
            theirs += 1
            if at is None:
                if not piece.trace.how:
                    made.append(Woven(CAME, letter, ours, Trace(), piece))
                continue
            if at > ours:
                made.append(Woven(WENT, sent[ours:at], ours))
            made.append(Woven(WENT if piece.trace.how else SAME, letter, at, piece.trace, piece))
            ours = at + 1
    if ours < len(sent):
        made.append(Woven(WENT, sent[ours:], ours))
    return _gathered(made)


def aligned(sent: str, back: str) -> list[int | None]:
    """For each letter of `back` its place in `sent`, whole words at a time; None for a letter that is new."""
    if sent == back:
        return list(range(len(sent)))
    ours, theirs = _TOKEN.findall(sent), _TOKEN.findall(back)
    places, found = [0], []  # type: tuple[list[int], list[int | None]]
    for token in ours:
        places.append(places[-1] + len(token))
    for how, a, b, c, d in _opcodes(ours, theirs):
        if how == "equal":
            found += range(places[a], places[b])
        else:
            found += [None] * sum(map(len, theirs[c:d]))
    return found


def _opcodes(ours: list[str], theirs: list[str]) -> list[tuple[str, int, int, int, int]]:
    head = 0
    while head < min(len(ours), len(theirs)) and ours[head] == theirs[head]:
        head += 1
    tail = 0
    while tail < min(len(ours), len(theirs)) - head and ours[-1 - tail] == theirs[-1 - tail]:
        tail += 1
    end, stop = len(ours) - tail, len(theirs) - tail
    middle = [("replace", head, end, head, stop)]
    if (end - head) * (stop - head) <= MOST_WORK:
        matcher = SequenceMatcher(None, ours[head:end], theirs[head:stop], autojunk=False)
        middle = [(how, a + head, b + head, c + head, d + head) for how, a, b, c, d in matcher.get_opcodes()]
    return [("equal", 0, head, 0, head), *middle, ("equal", end, len(ours), stop, len(theirs))]


def _gathered(row: list[Woven]) -> list[Woven]:
    """Letters of one fate and one piece together again."""
    made: list[Woven] = []
    for one in row:
        last = made[-1] if made else None
        if last and last.how == one.how and last.piece is one.piece and last.trace == one.trace:
            made[-1] = replace(last, text=last.text + one.text)
        else:
            made.append(one)
    return made
