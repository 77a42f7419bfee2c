"""Names that sound alike, birth dates and telephone numbers that are the same: compared in memory, never stored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from helpdesk.people.scripts import latin

# Small words of a name; they come and go with whoever writes it down.
PARTICLES = frozenset(
    {*("van", "von", "de", "der", "den", "het", "ter", "ten", "te", "la", "le", "du", "da", "dos", "di", "el", "al")}
    | {*("bin", "ben", "ibn", "bint", "op", "in", "vd", "ul", "ur", "t", "s", "d")}
)
# In this order: a sound as Dutch, Turkish, Polish, French and English ears write it, brought to one sign.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(dj|dzh|dz)(?=[aeiou])", "j"),
        (r"tsj|tsh|tch|cz", "ts"),
        (r"sch", "sG"),
        (r"sh|sj|sz|zh|zj|rz", "s"),
        (r"ck|q", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"kh|gh|ch", "G"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"g", "G"),
        (r"^y|^i(?=[aou])", "j"),
        (r"ij|ey|ay|aj|ej|y", "i"),
        (r"(?<=[aeiou])j(?=[aeiou])", ""),
        (r"(?<=[aeiou])j(?![aeiou])", "i"),
        (r"(?<=[b-df-hj-np-tv-zG])j", ""),
        (r"[vw]", "f"),
        (r"z", "s"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h", ""),
        (r"d$", "t"),
        (r"b$", "p"),
    )
]
# What some write or say differently. Each is tried both ways.
_TWO_WAYS = [
    (re.compile(r"(?<!s)ch"), ("sj", "h")),
    (re.compile(r"^c(?=[aei])"), ("j", "tsj")),
    (re.compile(r"(?<=.)[wy]"), ("",)),
    (re.compile(r"^y"), ("i",)),
]


def sounds(word: str) -> dict[str, str]:
    """How one word of a name (small Latin letters) may sound: its consonants, and with them the vowels between.

    Several when a letter says two things: Aïcha and Jochem, Celik and Cemile, the one letter of Arabic for w and oe.
    """
    found = {}
    for spelling in _spellings(word):
        for pattern, sound in _SOUNDS:
            spelling = pattern.sub(sound, spelling)
        bare = re.sub(r"^[aeiou]", "a", re.sub(r"(?<=.)[aeiou]", "", spelling))
        found[bare] = spelling
    return found


def _spellings(word: str) -> set[str]:
    found = {word}
    for pattern, others in _TWO_WAYS:
        found |= {pattern.sub(other, one) for one in tuple(found) for other in others}
    return found


def words_of(name: str) -> list[str]:
    """The words of a name that tell something, in small Latin letters; single letters are initials."""
    return [word for word in latin(name).split() if word not in PARTICLES or len(word) == 1]


def same_word(one: str, other: str) -> bool:
    """Whether two words of a name can be one name. Two short ones must also look alike: Mia and Mo are two."""
    if one == other:
        return True
    mine, theirs = sounds(one), sounds(other)
    shared = mine.keys() & theirs.keys()
    if any(len(bare) >= 3 for bare in shared):
        return True
    return any(SequenceMatcher(None, mine[bare], theirs[bare]).ratio() > 0.5 for bare in shared)


def shared_words(one: str, other: str) -> tuple[int, int]:
    """How many whole words two names share in any order, and how many initials fit a word that is left."""
    mine, theirs = words_of(one), words_of(other)
    whole = 0
    for word in [word for word in mine if len(word) > 1]:
        if found := next((it for it in theirs if len(it) > 1 and same_word(word, it)), None):
            mine.remove(word)
            theirs.remove(found)
            whole += 1
    return whole, _fitting(mine, theirs) + _fitting(theirs, mine)


def _fitting(letters: Iterable[str], words: Iterable[str]) -> int:
    firsts = [word[0] for word in words if len(word) > 1]
    return sum(1 for letter in letters if len(letter) == 1 and letter in firsts)


def same_name(one: str, other: str) -> bool:
    """Two words that sound alike, or one and an initial that fits."""
    whole, initials = shared_words(one, other)
    return whole >= 2 or (whole == 1 and initials >= 1)


def family_name(name: str) -> str:
    """The last word of a name, when there are at least two."""
    words = words_of(name)
    return words[-1] if len(words) > 1 and len(words[-1]) > 1 else ""


def same_birth(one: date | None, other: date | None) -> bool:
    """The same day, day and month turned around, or one of the two a first of January, as where nobody knew the day."""
    if one is None or other is None:
        return False
    if one == other:
        return True
    if one.year != other.year:
        return False
    return (one.day, one.month) == (other.month, other.day) or (1, 1) in {(d.day, d.month) for d in (one, other)}


def number_of(telephone: str) -> str:
    """A number as all write it: digits with the country in front; empty when it is too short to mean anything."""
    plus = telephone.strip().startswith("+")
    digits = re.sub(r"\D", "", telephone.replace("(0)", ""))
    if not plus and digits.startswith("00"):
        digits = digits[2:]
    elif not plus and digits.startswith("0"):
        digits = "31" + digits[1:]
    if digits.startswith("310"):
        digits = "31" + digits[3:]
    return digits if len(digits) >= 9 else ""


def same_number(one: str, other: str) -> bool:
    """Whether two telephone numbers are one."""
    return bool(number_of(one)) and number_of(one) == number_of(other)


def initials_of(name: str) -> str:
    """N., or M.B. for a whole name; empty without a name."""
    small = {*PARTICLES} - {"t", "s", "d"}
    words = [word for word in re.split(r"[^\w'’]+", name) if word and word.lower() not in small]
    return "".join(f"{word.strip('’' + chr(39))[:1].upper()}." for word in words if word.strip("’'"))
