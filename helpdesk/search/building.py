"""Cases become a segment: their words in drawers, their texts in order. Thrown away and made anew at any time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np

from helpdesk.search.arrays import Array, Arrays, Strings, slices
from helpdesk.search.document import WEIGHTS, Document
from helpdesk.search.likes import all_keys_of
from helpdesk.search.segment import LARGEST, Drawer, Segment, drawer_of, number_of


def build(documents: Iterable[Document], *, salt: bytes = b"", drawers: int = 1) -> Segment:
    """A segment of these cases.

    Args:
        salt: decides which word lies in which drawer, so that nobody else knows from a number what was asked.
        drawers: in how many the words are divided; one for what is used at once and not kept.
    """
    cases = sorted(documents, key=lambda one: one.id.bytes)
    entries = sorted({word for case in cases for one in case.items for word in one.words}, key=str.encode)
    number = {word: at for at, word in enumerate(entries)}
    lengths, postings = _postings(cases, number)
    head = {"ids": np.frombuffer(b"".join(case.id.bytes for case in cases), np.uint8), "lengths": lengths}
    filed = _filed(entries, salt, drawers)
    made = {at: Drawer(_drawer(entries, filed[at], postings)) for at in range(drawers)}
    return Segment(salt, drawers, head, made, _streams(cases, number))


def _filed(entries: list[str], salt: bytes, drawers: int) -> list[dict[str, list[int]]]:
    """For each drawer its keys, each with the words under it."""
    filed: list[dict[str, list[int]]] = [{} for _ in range(drawers)]
    for at, entry in enumerate(entries):
        for key in all_keys_of(entry):
            filed[drawer_of(key, salt, drawers)].setdefault(key, []).append(at)
    return filed


def _drawer(entries: list[str], filed: Mapping[str, list[int]], postings: Arrays) -> dict[str, Array]:
    here = sorted({at for under in filed.values() for at in under})
    place = {at: local for local, at in enumerate(here)}
    keys = sorted(filed, key=number_of)
    numbers = np.array(here, np.uint32)
    ends = postings["ends"]
    begins = np.concatenate((np.zeros(1, ends.dtype), ends[:-1]))[numbers] if here else np.zeros(0, ends.dtype)
    where = slices(begins, ends[numbers])
    words, sizes = Strings.arrays(entries[at] for at in here)
    return {
        "words": words,
        "word_sizes": sizes,
        "numbers": numbers,
        "keys": np.array([number_of(key) for key in keys], np.uint64),
        "filed": np.array([place[at] for key in keys for at in filed[key]], np.uint32),
        "filed_ends": np.cumsum([len(filed[key]) for key in keys], dtype=np.uint32),
        "posting_ends": np.cumsum(ends[numbers].astype(np.int64) - begins, dtype=np.uint32),
        "posting_cases": postings["cases"][where],
        "posting_times": postings["times"][where],
    }


def _postings(cases: list[Document], number: Mapping[str, int]) -> tuple[Array, Arrays]:
    """How long each case is; and for each word in which cases it stands, and how often there."""
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
    return np.array(lengths, np.uint32), {
        "ends": np.cumsum(per_entry, dtype=np.int64),
        "cases": np.array(case_column, np.uint16)[order],
        "times": np.array(time_column, np.uint8)[order],
    }


def _streams(cases: list[Document], number: Mapping[str, int]) -> dict[str, Array]:
    """Every text in its order, as numbers of words; the largest number stands between two texts."""
    width = np.uint16 if len(number) < np.iinfo(np.uint16).max else np.uint32
    stop = int(np.iinfo(width).max)  # between two texts, so that no phrase runs over
    stream: list[int] = []
    ends, owners, weights = [], [], []
    for at, case in enumerate(cases):
        for one in case.items:
            stream.extend(number[word] for word in one.words)
            stream.append(stop)
            ends.append(len(stream))
            owners.append(at)
            weights.append(WEIGHTS[one.field])
    return {
        "stream": np.array(stream, width),
        "item_ends": np.array(ends, np.uint32),
        "item_cases": np.array(owners, np.uint16),
        "item_weights": np.array(weights, np.uint8),
    }
