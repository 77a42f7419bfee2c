"""Some two thousand cases, cut into pieces of which a question needs a few: read in place, thrown away at any time.

The head says which cases and how long they are. The words lie in drawers: by a number made of their key and of a salt
that is as secret as the segment, so a word of every day and a rare one look alike from outside. The streams hold every
text in its order and are read only for "exact words".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple
from uuid import UUID

import numpy as np

from helpdesk.search.arrays import Array, Arrays, Ids, Strings, from_bytes, slices, to_bytes
from helpdesk.search.document import NAME
from helpdesk.search.likes import (
    PARTLY,
    WHOLE,
    beginning_key,
    is_asked_by_sound,
    part_keys,
    sound_keys,
    sounds_like,
    stem_key,
)
from helpdesk.search.query import Beginning, Phrase, Query, Unit

LARGEST = 255  # of a word in one case; more often says nothing more
DRAWERS = 64
HEAD, STREAMS, FIRST_DRAWER = 0, 1, 2  # the numbers of the pieces as they are kept
_FEW = 8  # as many words are added one by one


def number_of(key: str) -> int:
    """A key as 64 bits. That two keys of a segment are one number happens once in some thousand million segments."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")


def drawer_of(key: str, salt: bytes, drawers: int) -> int:
    """In which drawer what is filed under `key` lies."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8, key=salt).digest(), "big") % drawers


class Answer(NamedTuple):
    """A word that answers: its drawer, its place in there, and how much it counts."""

    drawer: int
    at: int
    grade: int


class Drawer:
    """A share of the vocabulary: the words filed under its keys, each with the cases in which it stands."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays

    @cached_property
    def words(self) -> Strings:
        return Strings(self.arrays["words"], self.arrays["word_sizes"])

    @cached_property
    def begins(self) -> Array:
        return np.concatenate((np.zeros(1, np.int64), self.arrays["posting_ends"][:-1]))

    def number(self, at: int) -> int:
        """Which word of the segment this is."""
        return int(self.arrays["numbers"][at])

    def under(self, key: str) -> list[int]:
        """The words filed under a key."""
        keys, sought = self.arrays["keys"], np.uint64(number_of(key))
        at = int(np.searchsorted(keys, sought))
        if at == len(keys) or keys[at] != sought:
            return []
        ends = self.arrays["filed_ends"]
        found: list[int] = self.arrays["filed"][ends[at - 1] if at else 0 : ends[at]].tolist()
        return found

    def stands(self, at: int) -> int:
        """In how many cases the word stands."""
        return int(self.arrays["posting_ends"][at]) - int(self.begins[at])

    def add(self, total: Array, places: list[int], grade: int) -> None:
        """Add to the total of each case how often these words are in it."""
        ends, cases, times = (self.arrays[name] for name in ("posting_ends", "posting_cases", "posting_times"))
        if len(places) <= _FEW:
            for at in places:
                part = slice(self.begins[at], ends[at])
                total[cases[part]] += times[part].astype(np.int64) * grade
            return
        where = slices(self.begins[places], ends[places])
        total += np.bincount(cases[where], times[where], len(total)).astype(np.int64) * grade


class Segment:
    """The pieces. `ids` are sorted, so that the place of a case in them is its place in every array."""

    def __init__(
        self, salt: bytes, count: int, head: Arrays, drawers: Mapping[int, Drawer], streams: Arrays | None = None
    ) -> None:
        self.salt, self.count, self.head, self.drawers, self.streams = salt, count, head, drawers, streams

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def lengths(self) -> Array:
        return self.head["lengths"]

    @cached_property
    def ids(self) -> Ids:
        return Ids(self.head["ids"].tobytes())

    def place_of(self, case_id: UUID) -> int:
        """Where the case stands; -1 when it is not in here."""
        at = bisect_left(self.ids, case_id.bytes)
        return at if at < len(self.ids) and self.ids[at] == case_id.bytes else -1

    def answering(self, asked: str) -> dict[int, Answer]:
        """The words that answer to `asked`, by their number; see `likes.answers`."""
        found: dict[int, Answer] = {}
        if is_asked_by_sound(asked):
            for key in sound_keys(asked):
                for number, one in self._under(key, PARTLY).items():
                    if number not in found and sounds_like(asked, self._word(one).removeprefix(NAME)):
                        found[number] = one
        for keys in part_keys(asked):
            each = [self._under(key, PARTLY) for key in keys]
            everywhere = set.intersection(*map(set, each))
            found |= {number: one for number, one in each[0].items() if number in everywhere}
        return found | self._under(stem_key(asked), WHOLE)

    def beginning_with(self, letters: str) -> dict[int, Answer]:
        """The words that begin so, names among them."""
        at = drawer_of(beginning_key(letters), self.salt, self.count)
        drawer = self.drawers[at]
        places = (*drawer.words.beginning_with(letters), *drawer.words.beginning_with(NAME + letters))
        return {drawer.number(place): Answer(at, place, WHOLE) for place in places}

    def written(self, word: str) -> dict[int, Answer]:
        """The word just so, as a word and as a name."""
        at = drawer_of(stem_key(word), self.salt, self.count)
        drawer = self.drawers[at]
        places = (drawer.words.find(word), drawer.words.find(NAME + word))
        return {drawer.number(place): Answer(at, place, WHOLE) for place in places if place >= 0}

    def _under(self, key: str, grade: int) -> dict[int, Answer]:
        at = drawer_of(key, self.salt, self.count)
        drawer = self.drawers[at]
        return {drawer.number(place): Answer(at, place, grade) for place in drawer.under(key)}

    def _word(self, one: Answer) -> str:
        return self.drawers[one.drawer].words[one.at].decode()

    def counts(self, answers: Iterable[Answer]) -> Array:
        """For each case how often these words are in it, weighted."""
        total = np.zeros(len(self), np.int64)
        together: dict[tuple[int, int], list[int]] = {}
        for one in answers:
            together.setdefault((one.drawer, one.grade), []).append(one.at)
        for (drawer, grade), places in together.items():
            self.drawers[drawer].add(total, places, grade)
        return total

    def phrase_counts(self, words: tuple[str, ...]) -> Array:
        """For each case how often these words stand next to each other, weighted."""
        total = np.zeros(len(self), np.int64)
        entries = [self.written(word) for word in words]
        if not all(entries) or self.streams is None:
            return total
        stream = self.streams["stream"]
        often = [sum(self.drawers[one.drawer].stands(one.at) for one in alike.values()) for alike in entries]
        rarest = often.index(min(often))
        here = _places(stream, entries[rarest]) - rarest
        here = here[(here >= 0) & (here + len(words) <= len(stream))]
        for step, alike in enumerate(entries):
            if step != rarest:
                here = here[np.isin(stream[here + step], list(alike))]
        items = np.searchsorted(self.streams["item_ends"], here, side="right")
        np.add.at(total, self.streams["item_cases"][items], self.streams["item_weights"][items].astype(np.int64))
        return np.minimum(total, LARGEST) * WHOLE

    def pieces(self) -> dict[int, bytes]:
        """All pieces as bytes, by number, to be sealed one by one."""
        drawers = {FIRST_DRAWER + at: to_bytes(drawer.arrays) for at, drawer in self.drawers.items()}
        return {HEAD: to_bytes(self.head), STREAMS: to_bytes(self.streams or {}), **drawers}


def _places(stream: Array, alike: Iterable[int]) -> Array:
    there = np.zeros(len(stream), bool)
    for number in alike:
        there |= stream == number
    return np.flatnonzero(there)


Piece = Arrays | Drawer


def piece_from(number: int, data: bytes | memoryview) -> Piece:
    """A piece as `pieces` made it, lying in `data` itself."""
    return Drawer(from_bytes(data)) if number >= FIRST_DRAWER else from_bytes(data)


def joined(salt: bytes, pieces: Mapping[int, Piece]) -> Segment:
    """A segment of those of its pieces that a question needs."""
    drawers = {number - FIRST_DRAWER: one for number, one in pieces.items() if isinstance(one, Drawer)}
    head, streams = pieces[HEAD], pieces.get(STREAMS)
    if isinstance(head, Drawer) or isinstance(streams, Drawer):
        raise TypeError("a drawer lies in the place of a head")
    return Segment(salt, DRAWERS, head, drawers, streams)


def pieces_for(query: Query, salt: bytes) -> set[int]:
    """The numbers of the pieces that answer this query."""
    units = (*query.wanted, *query.unwanted)
    keys = {key for unit in units for key in _keys_asked(unit)}
    needed = {FIRST_DRAWER + drawer_of(key, salt, DRAWERS) for key in keys} | {HEAD}
    return needed | {STREAMS} if any(isinstance(unit, Phrase) for unit in units) else needed


def _keys_asked(unit: Unit) -> Iterable[str]:
    match unit:
        case Phrase(words):
            return map(stem_key, words)
        case Beginning(letters):
            return (beginning_key(letters),)
        case _:
            word = unit.word
    sounds = sound_keys(word) if is_asked_by_sound(word) else ()
    return (stem_key(word), *sounds, *(key for keys in part_keys(word) for key in keys))
