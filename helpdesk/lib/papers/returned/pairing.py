"""Which text that came back is which of ours: by bookmark, by the same words, by words that are alike, or by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from helpdesk.lib.papers.returned.units import Unit

ALIKE = 0.5  # share of words in common
MOST_TRIED = 40_000


def pair(ours: Sequence[Unit], theirs: Sequence[Unit]) -> dict[int, int]:
    """For each place in `theirs` the place in `ours` that it was; what is new or gone is in no pair."""
    places = {one.block: place for place, one in enumerate(ours) if one.block}
    pairs = {place: places[one.block] for place, one in enumerate(theirs) if one.block in places}
    _follow_the_words(ours, theirs, pairs)
    _by_the_same_words(ours, theirs, pairs)
    _by_like_words(ours, theirs, pairs)
    _by_place(ours, theirs, pairs)
    return pairs


def moved(pairs: dict[int, int]) -> set[int]:
    """The places in `theirs` that stand in another order than they did; as few as explain it."""
    order = sorted(pairs)
    tails: list[int] = []  # the smallest place of ours that ends a row of each length
    lengths = []
    for place in order:
        at = bisect_left(tails, pairs[place])
        tails[at : at + 1] = [pairs[place]]
        lengths.append(at + 1)
    kept, wanted = set(), len(tails)
    for place, length in zip(reversed(order), reversed(lengths), strict=True):
        if length == wanted:
            kept.add(place)
            wanted -= 1
    return set(order) - kept


def _loose(ours: Sequence[Unit], theirs: Sequence[Unit], pairs: dict[int, int]) -> tuple[list[int], list[int]]:
    known = set(pairs.values())
    mine = [place for place, one in enumerate(ours) if place not in known and one.before.strip()]
    rest = [place for place, one in enumerate(theirs) if place not in pairs and one.before.strip() and not one.box]
    return mine, rest


def _follow_the_words(ours: Sequence[Unit], theirs: Sequence[Unit], pairs: dict[int, int]) -> None:
    """Word may take a bookmark along with a copy: where nothing of ours is left under it, the block is its words."""
    _, rest = _loose(ours, theirs, pairs)
    by_words = {theirs[place].before: place for place in reversed(rest)}
    for place, mine in list(pairs.items()):
        words = ours[mine].before
        if words.strip() and not theirs[place].before and (there := by_words.pop(words, None)) is not None:
            del pairs[place]
            pairs[there] = mine


def _by_the_same_words(ours: Sequence[Unit], theirs: Sequence[Unit], pairs: dict[int, int]) -> None:
    mine, rest = _loose(ours, theirs, pairs)
    waiting: dict[str, list[int]] = {}
    for place in reversed(mine):
        waiting.setdefault(ours[place].before, []).append(place)
    for place in rest:
        if same := waiting.get(theirs[place].before):
            pairs[place] = same.pop()


def _by_like_words(ours: Sequence[Unit], theirs: Sequence[Unit], pairs: dict[int, int]) -> None:
    mine, rest = _loose(ours, theirs, pairs)
    if len(mine) * len(rest) > MOST_TRIED:
        return
    counted = {place: Counter(theirs[place].before.split()) for place in rest}
    for place in mine:
        words = Counter(ours[place].before.split())
        scores = [(_share(words, counted[there]), -there) for there in rest if there not in pairs]
        best, there = max(scores, default=(0.0, 0))
        if best >= ALIKE:
            pairs[-there] = place


def _by_place(ours: Sequence[Unit], theirs: Sequence[Unit], pairs: dict[int, int]) -> None:
    """One text of ours and one of theirs between the same two neighbours: written anew."""
    places = {mine: place for place, mine in pairs.items()} | {-1: -1, len(ours): len(theirs)}
    for mine in _loose(ours, theirs, pairs)[0]:
        before, behind = places.get(mine - 1), places.get(mine + 1)
        if before is not None and behind == before + 2 and not theirs[before + 1].box:
            pairs[before + 1] = mine


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
