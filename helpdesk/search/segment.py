"""Some two thousand cases as arrays in one piece of bytes: read in place after decryption, thrown away at any time.

`terms` answers words; `streams` holds every text in its order and is read only for "exact words".
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt

from helpdesk.search.document import NAME, WEIGHTS, Document
from helpdesk.search.likes import (
    PARTLY,
    WHOLE,
    is_asked_by_sound,
    keys_of,
    part_keys,
    sound_keys,
    sounds_like,
    stem_key,
)

Array = npt.NDArray[Any]
LARGEST = 255  # of a word in one case; more often says nothing more
BREAK = 0xFFFFFFFF  # between two texts, so that no phrase runs over


class Strings:
    """Sorted words in one piece of bytes, looked up without making them all."""

    def __init__(self, text: Array, sizes: Array) -> None:
        self._bytes = memoryview(text.data)
        self._ends = np.cumsum(sizes, dtype=np.uint32)

    @staticmethod
    def arrays(words: Iterable[str]) -> tuple[Array, Array]:
        """The two arrays of words that are sorted by their bytes."""
        raw = [word.encode() for word in words]
        return np.frombuffer(b"".join(raw), np.uint8), np.array([len(one) for one in raw], np.uint8)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, index: int) -> bytes:
        return bytes(self._bytes[self._ends[index - 1] if index else 0 : self._ends[index]])

    def find(self, word: str) -> int:
        """Where the word stands; -1 when it is not there."""
        raw = word.encode()
        at = bisect_left(self, raw)
        return at if at < len(self) and self[at] == raw else -1

    def beginning_with(self, letters: str) -> range:
        """Where the words stand that begin so."""
        raw = letters.encode()
        return range(bisect_left(self, raw), bisect_left(self, raw + b"\xff"))


class Ids(Sequence[bytes]):
    """Sixteen bytes each, sorted, in one piece."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw) // 16

    def __getitem__(self, at: Any) -> Any:
        return bytes(self._raw[16 * at : 16 * at + 16])


@dataclass(frozen=True)
class Segment:
    """The arrays. `ids` are sorted, so that the place of a case in them is its place in every array."""

    terms: Mapping[str, Array]
    streams: Mapping[str, Array] | None = None

    def __len__(self) -> int:
        return len(self.lengths)

    @property
    def lengths(self) -> Array:
        return self.terms["lengths"]

    @cached_property
    def ids(self) -> Ids:
        return Ids(self.terms["ids"].tobytes())

    def with_streams(self, streams: Mapping[str, Array]) -> Segment:
        """The same, with the texts in their order; what was prepared already is shared."""
        whole = copy(self)
        object.__setattr__(whole, "streams", streams)
        return whole

    def place_of(self, case_id: UUID) -> int:
        """Where the case stands; -1 when it is not in here."""
        at = bisect_left(self.ids, case_id.bytes)
        return at if at < len(self.ids) and self.ids[at] == case_id.bytes else -1

    @cached_property
    def words(self) -> Strings:
        return Strings(self.terms["words"], self.terms["word_sizes"])

    def answering(self, asked: str) -> dict[int, int]:
        """The words that answer to `asked`, with how much; see `likes.answers`."""
        found: dict[int, int] = {}
        if is_asked_by_sound(asked):
            for key in sound_keys(asked):
                for one in self._under(key):
                    if one not in found and sounds_like(asked, self.words[one].decode().removeprefix(NAME)):
                        found[one] = PARTLY
        for keys in part_keys(asked):
            found |= dict.fromkeys(set.intersection(*(set(self._under(key)) for key in keys)), PARTLY)
        return found | dict.fromkeys(self._under(stem_key(asked)), WHOLE)

    def beginning_with(self, letters: str) -> dict[int, int]:
        """The words that begin so, names among them."""
        return dict.fromkeys((*self.words.beginning_with(letters), *self.words.beginning_with(NAME + letters)), WHOLE)

    def written(self, word: str) -> list[int]:
        """The word just so, as a word and as a name."""
        return [at for at in (self.words.find(word), self.words.find(NAME + word)) if at >= 0]

    def _under(self, key: str) -> list[int]:
        keys, sought = self.terms["keys"], _number(key)
        at = int(np.searchsorted(keys, sought))
        if at == len(keys) or keys[at] != sought:
            return []
        ends = self.terms["filed_ends"]
        found: list[int] = self.terms["filed"][ends[at - 1] if at else 0 : ends[at]].tolist()
        return found

    def counts(self, entries: Mapping[int, int]) -> Array:
        """For each case how often these words are in it, weighted."""
        total = np.zeros(len(self), np.int64)
        ends, cases, times = (self.terms[name] for name in ("posting_ends", "posting_cases", "posting_times"))
        for entry, grade in entries.items():
            part = slice(ends[entry - 1] if entry else 0, ends[entry])
            total[cases[part]] += times[part].astype(np.int64) * grade
        return total

    def phrase_counts(self, words: tuple[str, ...]) -> Array:
        """For each case how often these words stand next to each other, weighted."""
        total = np.zeros(len(self), np.int64)
        entries = [self.written(word) for word in words]
        if not all(entries) or self.streams is None:
            return total
        stream = self.streams["stream"]
        last = len(stream) - len(words) + 1
        here = np.ones(max(last, 0), bool)
        for step, alike in enumerate(entries):
            here &= np.isin(stream[step : step + len(here)], alike)
        items = np.searchsorted(self.streams["item_ends"], np.flatnonzero(here), side="right")
        np.add.at(total, self.streams["item_cases"][items], self.streams["item_weights"][items].astype(np.int64))
        return np.minimum(total, LARGEST) * WHOLE


def build(documents: Iterable[Document]) -> Segment:
    """A segment of these cases."""
    cases = sorted(documents, key=lambda one: one.id.bytes)
    entries = sorted({word for case in cases for one in case.items for word in one.words}, key=str.encode)
    number = {word: at for at, word in enumerate(entries)}
    terms: dict[str, Array] = {"ids": np.frombuffer(b"".join(case.id.bytes for case in cases), np.uint8)}
    terms["words"], terms["word_sizes"] = Strings.arrays(entries)
    terms |= _filed(entries)
    terms |= _postings(cases, number)
    return Segment(terms, _streams(cases, number))


def _number(key: str) -> np.uint64:
    """A key as 64 bits. That two keys of a segment are one number happens once in some thousand million segments."""
    return np.uint64(int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big"))


def _filed(entries: list[str]) -> dict[str, Array]:
    under: dict[np.uint64, list[int]] = {}
    for at, entry in enumerate(entries):
        for key in keys_of(entry):
            under.setdefault(_number(key), []).append(at)
    keys = sorted(under)
    filed = [at for key in keys for at in under[key]]
    return {
        "keys": np.array(keys, np.uint64),
        "filed": np.array(filed, np.uint32),
        "filed_ends": np.cumsum([len(under[key]) for key in keys], dtype=np.uint32),
    }


def _postings(cases: list[Document], number: Mapping[str, int]) -> dict[str, Array]:
    lengths, entry_column, case_column, time_column = [], [], [], []
    for at, case in enumerate(cases):
        counted: Counter[str] = Counter()
        for one in case.items:
            weight = WEIGHTS[one.field]
            for word, times in Counter(one.words).items():
                counted[word] += times * weight
        lengths.append(sum(counted.values()))
        for word, times in counted.items():
            entry_column.append(number[word])
            case_column.append(at)
            time_column.append(min(times, LARGEST))
    entry = np.array(entry_column, np.int64)
    order = np.argsort(entry, kind="stable")
    per_entry = np.bincount(entry, minlength=len(number)) if len(entry) else np.zeros(len(number), np.int64)
    return {
        "lengths": np.array(lengths, np.uint32),
        "posting_ends": np.cumsum(per_entry, dtype=np.uint32),
        "posting_cases": np.array(case_column, np.uint16)[order],
        "posting_times": np.array(time_column, np.uint8)[order],
    }


def _streams(cases: list[Document], number: Mapping[str, int]) -> dict[str, Array]:
    stream: list[int] = []
    ends, owners, weights = [], [], []
    for at, case in enumerate(cases):
        for one in case.items:
            stream.extend(number[word] for word in one.words)
            stream.append(BREAK)
            ends.append(len(stream))
            owners.append(at)
            weights.append(WEIGHTS[one.field])
    return {
        "stream": np.array(stream, np.uint32),
        "item_ends": np.array(ends, np.uint32),
        "item_cases": np.array(owners, np.uint16),
        "item_weights": np.array(weights, np.uint8),
    }


def to_bytes(arrays: Mapping[str, Array]) -> bytes:
    """The arrays behind each other, each on a step of eight, with a list in front."""
    head = json.dumps([[name, array.dtype.str, len(array)] for name, array in arrays.items()]).encode()
    head += b" " * (-(len(head) + 4) % 8)
    return b"".join((len(head).to_bytes(4, "big"), head, *_padded(arrays.values())))


def _padded(arrays: Iterable[Array]) -> Iterator[bytes]:
    for array in arrays:
        raw = array.tobytes()
        yield raw + bytes(-len(raw) % 8)


def from_bytes(data: bytes | memoryview) -> dict[str, Array]:
    """The arrays, lying in `data` itself."""
    at = 4 + int.from_bytes(data[:4], "big")
    found = {}
    for name, kind, count in json.loads(bytes(data[4:at])):
        dtype = np.dtype(kind)
        found[name] = np.frombuffer(data, dtype, count, at)
        at += -(-count * dtype.itemsize // 8) * 8
    return found
