"""Changes of one block, from its woven words: what belongs together is one change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from helpdesk.lib.papers.returned.lookup import Lookup
from helpdesk.lib.papers.returned.reading import Trace
from helpdesk.lib.papers.returned.record import BREAK, NOTE, Change, Kind
from helpdesk.lib.papers.returned.units import Unit
from helpdesk.lib.papers.returned.weaving import CAME, SAME, WENT, Woven


def lines(row: Sequence[Woven]) -> list[list[Woven]]:
    """The row parted at each new end of a paragraph."""
    parted: list[list[Woven]] = [[]]
    for one in row:
        if one.how == CAME and one.text == BREAK:
            parted.append([])
        else:
            parted[-1].append(one)
    return parted


def changes(block: str, row: Sequence[Woven], lookup: Lookup) -> Iterator[Change]:
    """Words that came and went: in one place, by one hand, with one look."""
    run: list[Woven] = []
    for one in row:
        if run and (one.how == SAME or not _together(run, one)):
            yield _change(block, run, lookup)
            run = []
        if one.how != SAME:
            run.append(one)
    if run:
        yield _change(block, run, lookup)


def looks(block: str, row: Sequence[Woven], sent: Unit) -> Iterator[Change]:
    """Words that stayed and look otherwise; a trace of it is told, else what we sent is compared."""
    was = [(one.strong, one.em) for one in sent.pieces for _ in one.text]
    for one in row:
        if one.how != SAME or one.piece is None or not one.text.strip() or one.text == NOTE:
            continue
        trace, now = one.piece.look, _look(one)
        if trace.how or any(look != now for look in was[one.start : one.start + len(one.text)]):
            made = Change(block, Kind.LOOK, one.text, one.text, start=one.start, strong=now[0], em=now[1])
            yield _by(made, trace)


def changed_notes(block: str, row: Sequence[Woven], were: Mapping[int, str], lookup: Lookup) -> Iterator[Change]:
    """Footnotes that stayed and say something else."""
    for one in row:
        for at, sign in enumerate(one.text, one.start):
            if sign != NOTE or one.how != SAME or one.piece is None:
                continue
            before, after = were.get(at, ""), lookup.note(one.piece.note)
            if before != after:
                yield _by(Change(block, Kind.NOTE, before, after, start=at), lookup.hand(one.piece.note))


def arrived(line: Sequence[Woven], start: Change, lookup: Lookup) -> Iterator[Change]:
    """The words of a new paragraph; those that were ours say from where they come."""
    for one in line:
        if one.how == WENT:
            continue
        strong, em = _look(one)
        made = replace(_by(start, one.trace), after=one.text, strong=strong, em=em, notes=_notes([one], lookup))
        if one.how == SAME:
            yield replace(made, copied=one.start)
        else:
            origin, copied = lookup.origin(one.trace.move, one.text)
            kind = Kind.MOVED if one.trace.move else made.kind
            yield replace(made, kind=kind, origin=origin, copied=copied)


def hand(row: Sequence[Woven]) -> Trace:
    """Who left the first trace in it."""
    return next((one.trace for one in row if one.tracked), Trace())


def _together(run: Sequence[Woven], one: Woven) -> bool:
    came = [other for other in (*run, one) if other.how == CAME]
    return _hand(run[0]) == _hand(one) and len({_look(other) for other in came}) <= 1


def _hand(one: Woven) -> tuple[str, bool, str]:
    return one.trace.author, one.tracked, one.trace.move


def _look(one: Woven) -> tuple[bool, bool]:
    return (one.piece.strong, one.piece.em) if one.piece else (False, False)


def _change(block: str, run: Sequence[Woven], lookup: Lookup) -> Change:
    came, trace = [one for one in run if one.how == CAME], run[0].trace
    before, after = ("".join(one.text for one in run if one.how == how) for how in (WENT, CAME))
    strong, em = _look(came[0]) if came else (False, False)
    origin, copied = lookup.origin(trace.move, after)
    made = Change(block, Kind.MOVED if trace.move else Kind.TEXT, before, after, start=run[0].start)
    made = replace(made, strong=strong, em=em, notes=_notes(came, lookup), origin=origin, copied=copied)
    return _by(made, trace)


def _by(change: Change, trace: Trace) -> Change:
    return replace(change, author=trace.author, at=trace.at, tracked=bool(trace.how))


def _notes(came: Sequence[Woven], lookup: Lookup) -> tuple[str, ...]:
    signs = (one.piece.note for one in came for sign in one.text if one.piece and sign == NOTE)
    return tuple(lookup.note(number) for number in signs)
