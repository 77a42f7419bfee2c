"""Which words of a vocabulary answer to a word that is asked: by stem, as a part of a compound, by sound, by beginning.

`keys_of` says under which keys a word is filed; `answers` is what the keys must come to, said plainly.
"""

from __future__ import annotations

from functools import lru_cache

from helpdesk.people.names import same_word, sounds
from helpdesk.people.scripts import latin
from helpdesk.search.compounds import is_ordinary, parts_of, ways_of
from helpdesk.search.document import NAME, bare
from helpdesk.search.query import SHORTEST_BEGINNING
from helpdesk.search.words import REMEMBERED, stem

WHOLE, PARTLY = 2, 1  # how much an answer counts: the word itself, or a compound with it, or a name that sounds so


def stem_key(word: str) -> str:
    return "s" + stem(word)


def part_keys(word: str) -> list[set[str]]:
    """All of one of these sets stand in a compound that answers to `word`."""
    return [{"p" + part for part in way} for way in ways_of(word)]


@lru_cache(REMEMBERED)
def sound_keys(word: str) -> frozenset[str]:
    """How a name may sound, without its vowels. Ordinary words are not asked by their sound."""
    return frozenset("n" + sound for sound in sounds(latin(word))) if _can_be_name(word) else frozenset()


def _can_be_name(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and bool(latin(word).strip())


def is_asked_by_sound(word: str) -> bool:
    """Moeder is no name; Fatma is none of the ordinary words."""
    return not is_ordinary(word) and _can_be_name(word)


def beginning_key(word: str) -> str:
    """Under which key a word is filed for whoever types its first letters."""
    return "b" + word[:SHORTEST_BEGINNING]


def all_keys_of(entry: str) -> tuple[str, ...]:
    """Under which keys an entry of the vocabulary is filed, by what it means and by how it begins."""
    return (*keys_of(entry), beginning_key(bare(entry)))


@lru_cache(4 * REMEMBERED)  # the whole language of a team: each of its segments is made of the same words, in order
def keys_of(entry: str) -> tuple[str, ...]:
    """Under which keys an entry of the vocabulary is filed."""
    word = bare(entry)
    keys = {stem_key(word)}
    if len(parts_of(word)) > 1:
        keys |= {"p" + part for part in parts_of(word)}
    if entry.startswith(NAME):
        keys |= sound_keys(word)
    return tuple(sorted(keys))


def sounds_like(asked: str, word: str) -> bool:
    """Whether two words can be one name."""
    return same_word(latin(asked), latin(word))


def answers(asked: str, entry: str) -> int:
    """How much `entry` answers to the word `asked`: WHOLE, PARTLY or 0."""
    word = bare(entry)
    if stem(word) == stem(asked):
        return WHOLE
    parts = parts_of(word)
    if len(parts) > 1 and any(set(way) <= set(parts) for way in ways_of(asked)):
        return PARTLY
    if entry.startswith(NAME) and is_asked_by_sound(asked) and _can_be_name(word) and sounds_like(asked, word):
        return PARTLY
    return 0
