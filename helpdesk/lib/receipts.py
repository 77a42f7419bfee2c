"""A receipt: 72 random bits that the asker takes along as six Dutch words, or as 24 digits. Nothing of it is stored.

A word with one slip (a letter wrong, missing, too many, two swapped, or ei for ij and au for ou) is read as the word of
the list that it can only mean. Words of the list differ by at least two letters, so a slip never is another word; where
two words are equally near we ask instead of guessing. This helps nobody who guesses: it makes no receipt more likely.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BITS = 72
LOOKUP_BITS = 20
SECRET_BITS = BITS - LOOKUP_BITS
WORDS = 6
WORD_BITS = 12
DIGITS = 24
LONGEST = 400

_LIST = Path(__file__).parent / "words" / "nl4096.txt"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SOUNDS = (("ei", "ij"), ("ij", "ei"), ("au", "ou"), ("ou", "au"))


class NotAReceipt(ValueError):
    """What was typed is no receipt. `word` says which of the six is not in the list, counted from 1; None otherwise."""

    def __init__(self, word: int | None = None) -> None:
        self.word = word
        super().__init__("not a receipt" if word is None else f"word {word} is not in the list")


@dataclass(frozen=True, slots=True)
class Receipt:
    """72 bits: the first 20 find the mailboxes that it may open, the other 52 open one of them."""

    _value: int

    def __post_init__(self) -> None:
        if not 0 <= self._value < 1 << BITS:
            raise NotAReceipt

    @classmethod
    def new(cls) -> Receipt:
        return cls(secrets.randbits(BITS))

    @classmethod
    def from_bytes(cls, raw: bytes) -> Receipt:
        if len(raw) != BITS // 8:
            raise NotAReceipt
        return cls(int.from_bytes(raw, "big"))

    @classmethod
    def from_text(cls, text: str) -> Receipt:
        """Read words or digits, however they were typed; raises NotAReceipt."""
        if len(text) > LONGEST:
            raise NotAReceipt
        plain = _plain(text)
        return cls(_from_words(plain) if re.search("[a-z]", plain) else _from_digits(plain))

    @property
    def lookup_bits(self) -> int:
        return self._value >> SECRET_BITS

    @property
    def secret_bits(self) -> int:
        return self._value & ((1 << SECRET_BITS) - 1)

    @property
    def words(self) -> tuple[str, ...]:
        shifts = range(BITS - WORD_BITS, -1, -WORD_BITS)
        return tuple(word_list()[self._value >> shift & 0xFFF] for shift in shifts)

    @property
    def digits(self) -> str:
        """22 digits and two check digits (ISO 7064, mod 97), in groups of four: it looks like a product number."""
        plain = f"{self._value:022d}"
        check = 98 - int(plain) * 100 % 97
        whole = f"{plain}{check:02d}"
        return " ".join(whole[i : i + 4] for i in range(0, DIGITS, 4))

    def to_bytes(self) -> bytes:
        return self._value.to_bytes(BITS // 8, "big")

    def __repr__(self) -> str:
        return "<Receipt>"  # never in a log or a traceback

    __str__ = __repr__


@cache
def word_list() -> tuple[str, ...]:
    """The 4,096 words. Their order is part of every receipt that was ever given: the file never changes."""
    return tuple(_LIST.read_text("ascii").split())


@cache
def _numbers() -> dict[str, int]:
    return {word: number for number, word in enumerate(word_list())}


def _plain(text: str) -> str:
    """Lower case, without accents and joined letters (the Dutch ĳ is one sign on some keyboards)."""
    parts = unicodedata.normalize("NFKD", text).lower()
    return "".join(c for c in parts if not unicodedata.combining(c))


def _from_digits(text: str) -> int:
    bare = re.sub(r"[\s\-.\u2010-\u2014]", "", text)
    if not re.fullmatch(f"[0-9]{{{DIGITS}}}", bare) or int(bare) % 97 != 1:
        raise NotAReceipt
    return int(bare[:-2])


def _from_words(text: str) -> int:
    typed = [word for word in re.split(r"[^a-z]+", text) if word]
    if len(typed) != WORDS:
        raise NotAReceipt
    value = 0
    for place, word in enumerate(typed, start=1):
        number = _numbers().get(word)
        if number is None:
            number = _meant(word)
        if number is None:
            raise NotAReceipt(place)
        value = value << WORD_BITS | number
    return value


def _meant(word: str) -> int | None:
    """The number of the only word that is one slip away; None when there is none, or more than one."""
    if not 3 <= len(word) <= 9:
        return None
    near = {number for slip in _slips(word) if (number := _numbers().get(slip)) is not None}
    return near.pop() if len(near) == 1 else None


def _slips(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for a, b in cuts if b for c in _LETTERS}
    added = {a + c + b for a, b in cuts for c in _LETTERS}
    sounds = {a + sound + b[2:] for a, b in cuts for heard, sound in _SOUNDS if b.startswith(heard)}
    return dropped | swapped | changed | added | sounds
