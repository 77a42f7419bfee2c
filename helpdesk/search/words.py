"""Text becomes words as search writes them, and words become stems. Nothing here knows what a case is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from Stemmer import Stemmer

FORM = 1  # raise it when the same text gives other words or stems: everything stored is then built anew
LONGEST = 48
REMEMBERED = 1 << 16

# What does not fall apart into a plain letter and a mark.
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "þ": "t", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e"})
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_PLURAL = re.compile(r"(?<=\w)'s\b")  # foto's is foto, Ali's is Ali; zo'n is two words
_WORD = re.compile(r"[^\W_]+")
# `dutch_porter` is what PostgreSQL and older versions call Dutch; `dutch` of version 3 cuts other stems.
_STEMMER = Stemmer("dutch_porter")
_DOUBLED = frozenset("bfglmnprsvz")  # bellen and bel; the stemmer itself makes one of kk, dd and tt
_IRREGULAR = {"kinder": "kind", "kindje": "kind", "kid": "kind"}


def folded(text: str) -> str:
    """Small letters without marks, one way to write each letter."""
    small = unicodedata.normalize("NFKC", text).casefold()
    if small.isascii():
        return small
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def words_of(text: str) -> list[str]:
    """The words of a text in their order: letters and digits of any script."""
    plain = _PLURAL.sub("", _APOSTROPHES.sub("'", folded(text)))
    return [word[:LONGEST] for word in _WORD.findall(plain)]


@lru_cache(REMEMBERED)
def stem(word: str) -> str:
    """What a word shares with its inflections: huizen and huis, stelling and stellen, kinderen and kind."""
    cut: str = _STEMMER.stemWord(word)
    if len(cut) > 7 and cut.endswith("ing"):  # the stemmer leaves plaatsing and plaatsen two
        cut = cut[:-3]
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] in _DOUBLED:
        cut = cut[:-1]
    if len(cut) > 2 and cut[-1] in "zv":
        cut = cut[:-1] + ("s" if cut[-1] == "z" else "f")
    return _IRREGULAR.get(cut, cut)
