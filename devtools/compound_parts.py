"""`python -m devtools.compound_parts WORDLIST`: the parts of Dutch compounds, counted in a word list, for search.

The word list is OpenTaal's (Debian `wdutch`, /usr/share/dict/dutch; BSD or CC BY 3.0). A word counts as a part when
many other words of the list begin or end with it and what is left is a word too. Run again only for a newer list.
"""

from __future__ import annotations

import sys
import unicodedata
from collections import Counter
from pathlib import Path

OUTPUT = Path(__file__).resolve().parents[1] / "helpdesk" / "search" / "data" / "parts.txt"
LINKS = ("", "s", "e", "en")
SHORTEST, FEWEST = 3, 12


def folded(word: str) -> str:
    """Small letters without marks, as search writes words."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


def count(words: set[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands before, and after, another word."""
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for word in words:
        for cut in range(SHORTEST, len(word) - SHORTEST + 1):
            tail = word[cut:]
            if tail not in words:
                continue
            for link in LINKS:
                head = word[: cut - len(link)]
                if word[:cut].endswith(link) and len(head) >= SHORTEST and head in words:
                    heads[head] += 1
                    tails[tail] += 1
                    break
    return heads, tails


def main(path: str) -> None:
    """Write the parts, each with its two counts."""
    lines = Path(path).read_text(encoding="utf-8").split()
    words = {folded(word) for word in lines if word.isalpha() and word.islower() and len(word) >= SHORTEST}
    heads, tails = count(words)
    parts = sorted(word for word in words if heads[word] >= FEWEST or tails[word] >= FEWEST)
    OUTPUT.write_text("".join(f"{word} {heads[word]} {tails[word]}\n" for word in parts), encoding="utf-8")
    print(f"{len(parts)} parts of {len(words)} words")


if __name__ == "__main__":
    main(sys.argv[1])
