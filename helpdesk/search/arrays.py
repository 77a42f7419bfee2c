"""Arrays in one piece of bytes, read in place after decryption; and sorted words, looked up without making them all."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
Arrays = Mapping[str, Array]


class Strings:
    """Sorted words in one piece of bytes."""

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


def slices(begins: Array, ends: Array) -> Array:
    """The places from each of `begins` up to its end, behind each other."""
    sizes = ends.astype(np.int64) - begins
    first = np.cumsum(sizes) - sizes
    places: Array = np.arange(int(sizes.sum())) + np.repeat(begins - first, sizes)
    return places


def to_bytes(arrays: Arrays) -> bytes:
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
