"""The address of a passage as words, as somebody types it, and up to the article: what a change is counted by."""

from __future__ import annotations

import re

LIKE_THIS = "Schrijf de plaats als: 3 lid 1, of: r.o. 3.4."
_WORDS = {
    "artikel": "art.",
    "lid": "lid",
    "o": "onder",
    "zin": "zin",
    "rov": "r.o.",
    "par": "par.",
    "overweging": "overweging",
    "hoofdstuk": "hoofdstuk",
    "afdeling": "afdeling",
    "paragraaf": "paragraaf",
    "titeldeel": "titel",
    "deel": "deel",
    "bijlage": "bijlage",
}
_TYPED = {
    word: part
    for part, words in {
        "artikel": ("art.", "art", "artikel"),
        "lid": ("lid",),
        "o": ("onder", "onderdeel", "sub"),
        "zin": ("zin", "volzin"),
        "rov": ("r.o.", "ro", "rov", "rov."),
        "par": ("par.", "par", "§"),
        "overweging": ("overweging",),
        "bijlage": ("bijlage",),
    }.items()
    for word in words
}
_NUMBER = re.compile(r"\d[0-9A-Za-z.:]*|[IVXLC]+[a-z]?")
_ITEM = re.compile(r"[0-9a-z]{1,3}")


def article_of(address: str) -> str:
    """The address without what is smaller than the article; where there is no article, the whole of it."""
    parts = address.split("&")
    for place, part in enumerate(parts):
        if part.startswith("artikel="):
            return "&".join(parts[: place + 1])
    return address


def in_words(address: str) -> str:
    """`artikel=3&lid=1&o=a` is art. 3 lid 1 onder a."""
    parts = (part.partition("=") for part in address.split("&") if part)
    return " ".join(f"{_WORDS.get(name, name)} {number}".strip() for name, _, number in parts)


def typed_address(text: str) -> str:
    """What somebody typed as an address: `3 lid 1`, `art. 3 lid 1 onder a`, `r.o. 3.4`; a bare number is an article.

    Raises:
        ValueError: this is no place; the sentence says what is one.
    """
    words, parts, at = text.replace("=", " ").replace("&", " ").replace(",", " ").split(), list[str](), 0
    while at < len(words):
        name = _TYPED.get(words[at].casefold())
        at += name is not None
        form = _ITEM if name == "o" else _NUMBER
        if at >= len(words) or not form.fullmatch(words[at]) or (name is None and parts):
            raise ValueError(LIKE_THIS)
        parts.append(f"{name or 'artikel'}={words[at].rstrip('.:')}")
        at += 1
    if not parts:
        raise ValueError(LIKE_THIS)
    return "&".join(parts)
