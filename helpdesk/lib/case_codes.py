"""Public codes of cases, KR-7H2MQ: said on the telephone, typed in the address bar. They open nothing."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

# No vowels, so no words; no 0/O and 1/I/L; B, S and Z are left out because handwriting makes 8, 5 and 2 of them.
ALPHABET = "23456789CDFGHJKMNPQRTVWX"
_MEANT = str.maketrans("BSZ", "852")
PREFIX = "KR-"
LENGTH = 5
_FORM = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_IN_A_NAME = re.compile(rf"[-_. ]?KR[-_]?[{ALPHABET}]{{{LENGTH}}}(?![0-9A-Z])", re.IGNORECASE)
# Three letters in a row could still be read as an abbreviation that nobody wants above a child's case.
_LETTERS = re.compile("[A-Z]{3}")
_TRIES = 40


class NotACaseCode(ValueError):
    """What was typed cannot be a case code."""


def new_code() -> str:
    """A random code. Some four million exist; who stores it draws again when the database says that it is taken."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        if not _LETTERS.search(code):
            return PREFIX + code


def draw_unused(taken: Callable[[str], bool]) -> str:
    """A code for which `taken` says no; RuntimeError when forty in a row are taken: codes must grow."""
    for _ in range(_TRIES):
        code = new_code()
        if not taken(code):
            return code
    raise RuntimeError("case codes are nearly used up: make LENGTH larger")


def parse(text: str) -> str:
    """The code as we write it, from what somebody typed: any case, with or without KR, spaces and dashes.

    Raises:
        NotACaseCode: no code can be read in it.
    """
    bare = re.sub(r"[\s\-\u2010-\u2014]", "", text).upper()
    bare = (bare.removeprefix("KR") if len(bare) == LENGTH + 2 else bare).translate(_MEANT)
    if not _FORM.fullmatch(bare):
        raise NotACaseCode(f"not of the form {PREFIX}{'X' * LENGTH}")
    return PREFIX + bare


def without_codes(name: str) -> str:
    """The name of a file without any case code in it: for who gets the file, that code means nothing and ties files."""
    stem, dot, ending = name.rpartition(".")
    kept = _IN_A_NAME.sub("", stem or ending).strip("-_. ") or "stuk"
    return f"{kept}{dot}{ending}" if dot else kept
