"""The word list is part of every receipt: 4,096 friendly words, two letters apart, and never another file."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from helpdesk.lib.receipts import word_list

STEMS = (Path(__file__).parent / "topic_stems.txt").read_text("ascii").split()
PRINT = "361c661c735412bf4d527f3183b568d85c5f24fccbd19516ec22a20efe5a10d9"


def test_there_are_4096_short_words_in_order() -> None:
    words = word_list()
    assert len(set(words)) == len(words) == 4096
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-z]{4,7}", word) for word in words)


def test_no_two_words_are_one_slip_apart() -> None:
    """A word and its neighbour share a deletion, a hole, a swap, or the sound."""
    words = set(word_list())
    holes: set[str] = set()
    sounds: set[str] = set()
    for word in words:
        shorter = {word[:i] + word[i + 1 :] for i in range(len(word))}
        swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)} - {word}
        open_at = {word[:i] + "_" + word[i + 1 :] for i in range(len(word))}
        sound = word.replace("ij", "ei").replace("ou", "au").replace("c", "k")
        assert not shorter & words, word
        assert not swapped & words, word
        assert not open_at & holes, word
        assert sound not in sounds, word
        holes |= open_at
        sounds.add(sound)


def test_no_word_touches_a_topic_that_may_hurt() -> None:
    """A stem that ends in $ stands for that very word."""
    exact = {stem[:-1] for stem in STEMS if stem.endswith("$")}
    within = [stem for stem in STEMS if not stem.endswith("$")]
    assert [word for word in word_list() if word in exact or any(stem in word for stem in within)] == []


def test_the_list_is_the_one_that_receipts_were_made_with() -> None:
    assert hashlib.sha256("\n".join(word_list()).encode()).hexdigest() == PRINT
