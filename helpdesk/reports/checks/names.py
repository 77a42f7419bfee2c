"""Names that may not be printed, wherever they stand: word by word, and written as one hears them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from helpdesk.people.names import PARTICLES, same_word, words_of
from helpdesk.reports.sentences import sentences, starts

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*")
SHORTEST = 3  # letters of a word that is compared by its sound


@dataclass(frozen=True)
class Hit:
    """Words in a text that are a name, or sound like one (`sure` is False)."""

    words: str
    start: int
    end: int
    sure: bool


class Names:
    """The words of the names to look for; a word that also stands in a name that may be printed is none of them."""

    def __init__(self, hidden: Iterable[str], named: Iterable[str]) -> None:
        allowed = {word for name in named for word in _words(name)}
        self._words = sorted({word for name in hidden for word in _words(name)} - allowed)
        self._allowed = allowed
        self._judged: dict[tuple[str, bool], bool | None] = {}

    def hits(self, text: str) -> list[Hit]:
        """Where they stand; words side by side are one hit."""
        firsts = {start for start, _ in sentences(text)}
        found: list[Hit] = []
        for token in _TOKEN.finditer(text) if self._words else ():
            key = token[0], token.start() in firsts
            if key not in self._judged:
                self._judged[key] = self._is_name(token[0], first=key[1])
            if (sure := self._judged[key]) is None:
                continue
            last = found[-1] if found else None
            if last and _is_within_a_name(text[last.end : token.start()]):
                found[-1] = Hit(text[last.start : token.end()], last.start, token.end(), last.sure or sure)
            else:
                found.append(Hit(token[0], token.start(), token.end(), sure))
        return found

    def _is_name(self, token: str, *, first: bool) -> bool | None:
        """True: it is one. False: it may be one. None: it is not."""
        written = [word for word in words_of(token) if len(word) > 1]
        if not written or any(word in self._allowed for word in written):
            return None
        capital = not token[0].islower()
        if any(word in self._words for word in written):
            return capital and not (first and starts(token))
        if not capital or (first and starts(token)) or len(written[0]) < SHORTEST:
            return None
        return False if any(_sounds_like(word, name) for word in written for name in self._words) else None


def _is_within_a_name(between: str) -> bool:
    """Nothing but small words of a name: Jan de Boer is one name, on one line."""
    small = between.replace("-", " ").replace(".", " ").lower().split()
    return "\n" not in between and all(word in PARTICLES for word in small)


def _sounds_like(word: str, name: str) -> bool:
    return len(name) >= SHORTEST and same_word(word, name)


def _words(name: str) -> Iterator[str]:
    yield from (word for word in words_of(name) if len(word) > 1)


def all_words(texts: Sequence[str]) -> str:
    """Several texts as one, each a sentence of its own."""
    return "\n".join(text for text in texts if text)
