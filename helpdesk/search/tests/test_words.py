"""Words, stems and compounds: what is typed in one way is found when it was written in another."""

from __future__ import annotations

from pathlib import Path

import pytest
import Stemmer

from helpdesk.search.compounds import parts_of, split
from helpdesk.search.words import folded, stem, words_of

COMPOUNDS = Path(__file__).with_name("compounds.txt")
KNOWN, WHOLE = (
    [line for line in half.splitlines() if line and not line.startswith("#")]
    for half in COMPOUNDS.read_text(encoding="utf-8").split("--\n")
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mijn foto's, zo'n 12 stuks.", ["mijn", "foto", "zo", "n", "12", "stuks"]),
        ("één café – naïef", ["een", "cafe", "naief"]),
        ("gezagsbeëindiging", ["gezagsbeeindiging"]),
        ("Yıldız Çelik-Łapiński", ["yildiz", "celik", "lapinski"]),
        ("ﬁjn ĳs Ｋind", ["fijn", "ijs", "kind"]),
        ("e\u0301e\u0301n", ["een"]),
        ("محمد جاء", ["محمد", "جاء"]),
        ("a_b\u200bc\x00d", ["a", "b", "c", "d"]),
        ("", []),
    ],
)
def test_words_in_their_order(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("huizen", "huis"), ("brieven", "brief"), ("kinderen", "kind"), ("plaatsingen", "plaatsen"), ("stelling", "stel")],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_the_stemmer_is_the_pinned_one() -> None:
    """`dutch` of this version cuts `gezinshereniging` to `zinshereen`; a stored segment would not be found again."""
    assert Stemmer.version() == "3.1.0"
    assert stem("gezinshereniging") == "gezinsheren"
    assert stem("uithuisplaatsing") == "uithuisplaats"


def test_compounds_of_the_field_fall_apart() -> None:
    wrong = {}
    for line in KNOWN:
        word, _, parts = line.partition(" = ")
        wanted = tuple(stem(folded(part)) for part in parts.split())
        if parts_of(folded(word)) != wanted:
            wrong[word] = split(folded(word))
    assert len(KNOWN) >= 150
    assert len(wrong) <= len(KNOWN) * 0.03, wrong


def test_ordinary_words_stay_whole() -> None:
    fallen = [word for word in WHOLE if len(split(folded(word))) > 1]
    assert len(fallen) <= len(WHOLE) * 0.04, fallen


def test_a_long_word_costs_little() -> None:
    assert split("huis" * 12) == ("huis" * 12,)
