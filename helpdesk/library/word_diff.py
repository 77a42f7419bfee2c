"""Two versions of a text as words that stayed, came and went."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

MOST = 36_000  # characters; a longer text is compared line by line


def word_diff(old: str, new: str) -> list[tuple[str, str]]:
    """Pieces in order: `same`, `came` or `went`, with their words and the white space between."""
    piece = r"[^\n]*\n?" if max(len(old), len(new)) > MOST else r"\S+\s*"
    before, after = (re.findall(piece, text) for text in (old, new))
    pieces: list[tuple[str, str]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(("same", "".join(after[c:d])))
            continue
        pieces += [(how, "".join(said)) for how, said in (("went", before[a:b]), ("came", after[c:d])) if any(said)]
    return pieces
