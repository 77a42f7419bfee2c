"""Running text as words, numbers and marks with their places. One pass, and no expression that can run away."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<number>\d[\dA-Za-z]*(?:[.:](?:\d[\dA-Za-z]*|[a-z](?![A-Za-z])))*[°º]?)"
    r"|(?P<word>[^\W\d_](?:\w|[’'‘-](?=\w))*)"
    r"|(?P<mark>\S)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of text. `low` is what we compare."""

    text: str
    low: str
    start: int
    end: int
    is_number: bool

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter."""
        return self.low[:1].isalpha()


def words(text: str) -> tuple[str, ...]:
    """Words written in a row, for the lists of these modules."""
    return tuple(text.split())


END = Token("", "", -1, -1, False)


class Tokens:
    """The pieces of a text; beyond its end lies the empty piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._all = [
            Token(
                match[0],
                match[0].casefold().replace("’", "'").replace("‘", "'"),
                match.start(),
                match.end(),
                match.lastgroup == "number",
            )
            for match in _TOKEN.finditer(text)
        ]

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, place: int) -> Token:
        return self._all[place] if 0 <= place < len(self._all) else END

    def reads(self, place: int, words: tuple[str, ...]) -> int:
        """The place behind these words when they stand here, or 0."""
        for offset, word in enumerate(words):
            if self[place + offset].low != word:
                return 0
        return place + len(words)

    def first_of(self, place: int, choices: tuple[tuple[str, ...], ...]) -> int:
        """The place behind the first of these rows of words that stands here, or 0."""
        return next((end for words in choices if (end := self.reads(place, words))), 0)
