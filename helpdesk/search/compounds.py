"""A Dutch compound falls apart into its parts, with the letters that join them: verblijf-s-vergunning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from helpdesk.search.words import REMEMBERED, stem

DATA = Path(__file__).with_name("data")
LINKS = ("", "s", "e", "en", "er")
SHORTEST_WORD, SHORTEST_PART, LONGEST_WORD = 7, 3, 40
_FEWEST = 4
# They stand before a whole word without making a compound of it: aanvraag, onderzoek, toestemming.
PARTICLES = frozenset(
    {"aan", "achter", "bij", "binnen", "boven", "buiten", "door", "heen", "mee", "naar", "neer", "niet", "om", "onder"}
    | {"over", "rond", "samen", "tegen", "terug", "toe", "uit", "voor", "voort", "weg", "tussen", "zonder"}
)
_RARE = 60  # a part that begins or ends fewer words costs more
_ITSELF = 40  # a word that begins or ends so many others is taken for a word of its own: telefoon, bestuur


@dataclass(frozen=True)
class _Lexicon:
    """What a part costs as a beginning and as an end, and which words never fall apart."""

    heads: dict[str, float]
    tails: dict[str, float]
    whole: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    heads: dict[str, float] = {}
    tails: dict[str, float] = {}
    ours, none, whole = (set(words.split()) for words in _field_parts())
    for line in (DATA / "parts.txt").read_text(encoding="utf-8").splitlines():
        word, before, after = line.split()
        for costs, seen in ((heads, int(before)), (tails, int(after))):
            if seen >= _FEWEST and word not in none:
                costs[word] = _cost(word, seen)
        if max(int(before), int(after)) >= _ITSELF and word not in ours:
            whole.add(word)
    for word in ours:
        heads[word] = tails[word] = _cost(word, _RARE)
    return _Lexicon(heads, tails, frozenset(whole))


def _field_parts() -> list[str]:
    return (DATA / "field_parts.txt").read_text(encoding="utf-8").split("--\n")


def _cost(word: str, seen: int) -> float:
    return 1.0 + (0.5 if seen < _RARE else 0.0) + (0.6 if len(word) == SHORTEST_PART else 0.0)


@cache
def _stems_of_tails() -> dict[str, float]:
    """An end may be inflected: plaatsen, plaatsingen."""
    found: dict[str, float] = {}
    for word, cost in _lexicon().tails.items():
        if len(word) > SHORTEST_PART:
            key = stem(word)
            found[key] = min(found.get(key, cost), cost)
    return found


@lru_cache(REMEMBERED)
def parts_of(word: str) -> tuple[str, ...]:
    """The stems of the parts of a compound in their order; of another word its own stem alone.

    Args:
        word: as `words_of` gives it.
    """
    return tuple(stem(part) for part in split(word))


@lru_cache(REMEMBERED)
def ways_of(word: str) -> frozenset[tuple[str, ...]]:
    """How an asked word may stand in a compound: as its parts, and `uithuis` as uit and huis too."""
    ways = {parts_of(word)}
    if _can_fall_apart(word) and len(loose := _best(word)) > 1:
        ways.add(tuple(stem(part) for part in loose))
    return frozenset(ways)


def split(word: str) -> tuple[str, ...]:
    """The parts as they stand in the word; the word itself when it is none."""
    if not _can_fall_apart(word):
        return (word,)
    best = _best(word)
    if len(best) == 2 and best[0] in PARTICLES:
        return (word,)
    if len(best) == 1:
        return best
    return tuple(piece for part in best for piece in _again(part))


def _can_fall_apart(word: str) -> bool:
    return SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha() and word not in _lexicon().whole


def _again(part: str) -> tuple[str, ...]:
    """A part that is a compound itself, when that is beyond doubt: hulpverlening in hulpverleningsplan."""
    pieces = split(part)
    heads, tails = _lexicon().heads, _lexicon().tails
    sure = heads.get(pieces[0], 9.0) <= 1.0 and tails.get(pieces[-1], 9.0) <= 1.0
    return pieces if len(pieces) == 2 and sure else (part,)


def _best(word: str) -> tuple[str, ...]:
    """The cheapest way through the word, from its end to its beginning."""
    heads = _lexicon().heads
    size = len(word)
    cheapest: list[tuple[float, tuple[str, ...]] | None] = [None] * (size + 1)
    for begin in range(size - SHORTEST_PART, -1, -1):
        found: tuple[float, tuple[str, ...]] | None = None
        if begin and (cost := _cost_of_end(word[begin:])) is not None:
            found = (cost, (word[begin:],))
        for end in range(begin + SHORTEST_PART, size - SHORTEST_PART + 1):
            part = word[begin:end]
            if part not in heads:
                continue
            for link in LINKS:
                rest = cheapest[end + len(link)] if end + len(link) < size else None
                if rest is None or not word.startswith(link, end):
                    continue
                total = heads[part] + rest[0] + (0.1 if link else 0.0)
                if found is None or total < found[0]:
                    found = (total, (part, *rest[1]))
        cheapest[begin] = found
    return cheapest[0][1] if cheapest[0] else (word,)


def _cost_of_end(tail: str) -> float | None:
    tails = _lexicon().tails
    if tail in tails:
        return tails[tail]
    if len(tail) > SHORTEST_PART + 1 and (cost := _stems_of_tails().get(stem(tail))) is not None:
        return cost + 0.2
    return None


def is_ordinary(word: str) -> bool:
    """Whether this is a word of the language as far as we know, and not somebody's name."""
    lexicon = _lexicon()
    known = word in lexicon.heads or word in lexicon.tails or word in lexicon.whole
    return known or stem(word) in _stems_of_tails() or len(split(word)) > 1
