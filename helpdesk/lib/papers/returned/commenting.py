"""On which words of ours a comment stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.lib.papers.returned.reading import Reading, Said, Span
from helpdesk.lib.papers.returned.record import Comment, shown
from helpdesk.lib.papers.returned.weaving import CAME, WENT, Woven


@dataclass(frozen=True)
class _Word:
    """Words of the file, with where they stand in what we sent."""

    place: int
    block: str
    start: int
    end: int
    text: str


def comments(back: Reading, rows: Sequence[tuple[str, list[Woven]]]) -> tuple[Comment, ...]:
    """The comments in the order of their words; those without words last."""
    words = sorted(_words(back, rows), key=lambda one: one.place)
    placed = [(span.first if (span := back.comments.get(one.number)) else -1, one, span) for one in back.said]
    placed.sort(key=lambda row: (row[0] < 0, row[0]))
    return tuple(_comment(one, span, words) for _, one, span in placed)


def _words(back: Reading, rows: Sequence[tuple[str, list[Woven]]]) -> list[_Word]:
    found = []
    for block, row in rows:
        for one in row:
            if one.piece is None:
                continue
            end = one.start if one.how == CAME else one.start + len(one.text)
            found.append(_Word(one.piece.place, block, one.start, end, "" if one.how == WENT else one.text))
            for para in back.notes.get(one.piece.note, []) if one.piece.note else []:
                inside = [piece for piece in para.pieces if piece.trace.how in ("", "ins")]
                found += [_Word(piece.place, block, one.start, end, piece.text) for piece in inside]
    return found


def _comment(said: Said, span: Span | None, words: Sequence[_Word]) -> Comment:
    on, block, start, end = [], "", 0, 0  # type: tuple[list[_Word], str, int, int]
    if span is not None:
        on = [one for one in words if span.first < one.place < max(span.first, span.last)]
        nearest = [one for one in words if one.place < span.first][-1:] or words[:1]
        inside = [one for one in on if one.block]
        first = inside[0] if inside else None if on else next(iter(nearest), None)
        if first is not None:
            block = first.block
            mine = [one for one in inside if one.block == block]
            start = min((one.start for one in mine), default=first.end)
            end = max((one.end for one in mine), default=first.end)
    reads = shown("".join(one.text for one in on))
    return Comment(said.number, said.author, said.at, said.text, reads, block, start, end, said.answer_to, said.done)
