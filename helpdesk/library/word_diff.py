"""Two versions of a text as words that stayed, came and went."""

from __future__ import annotations

import re
from difflib import SequenceMatcher


def word_diff(old: str, new: str) -> list[tuple[str, str]]:
    """Pieces in order: `same`, `came` or `went`, with their words and the white space between."""
    before, after = (re.findall(r"\S+\s*", text) for text in (old, new))
    pieces: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("same", "".join(after[c:d])))
            continue
        pieces += [(how, "".join(said)) for how, said in (("went", before[a:b]), ("came", after[c:d])) if said]
    return pieces
