"""Numbers as laws write them: 6:7, 1:265k, 7.3.4, IV, 8 bis; and the words for first, second, third."""

from __future__ import annotations

import re

from helpdesk.library.citations.tokens import Tokens, words

LONGEST_ROW = 100  # “de artikelen 1 tot en met 400”: its ends are enough
_ARTICLE = re.compile(r"\d+[A-Za-z]{0,4}\d{0,2}(?:[.:](?:\d+[A-Za-z]{0,4}\d{0,2}|[a-z]))*")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[A-Za-z]?")
_LATIN = frozenset({"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies"})
MONTHS = words("januari februari maart april mei juni juli augustus september oktober november december")
UNITS = frozenset(
    words(
        "jaar jaren maand maanden week weken dag dagen uur uren minuut minuten euro procent % kinderen personen keer "
        "maal werkdagen gulden meter kilometer"
    )
    + MONTHS
)
_ONES = words("een twee drie vier vijf zes zeven acht negen")
_TENS = words("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_FIRST = words(
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende "
    "vijftiende zestiende zeventiende achttiende negentiende"
)


def _ordinals() -> dict[str, int]:
    known = {word: number for number, word in enumerate(_FIRST, 1)}
    for tens, word in enumerate(_TENS, 2):
        known[word + "ste"] = tens * 10
        for ones, one in enumerate(_ONES, 1):
            known[one + ("ën" if one.endswith("e") else "en") + word + "ste"] = tens * 10 + ones
    return known


ORDINALS = _ordinals()
ORDINAL_WORDS = {number: word for word, number in ORDINALS.items()}
_ORDINAL_FIGURE = re.compile(r"(\d{1,2})(?:e|de|ste)")


def ordinal(word: str) -> int:
    """Which one this word names (`eerste`, `2e`), or 0."""
    figure = _ORDINAL_FIGURE.fullmatch(word)
    return int(figure[1]) if figure else ORDINALS.get(word, 0)


def read_number(tokens: Tokens, place: int) -> tuple[str, int]:
    """The number of an article or heading that stands here and the place behind it; an empty one when there is none."""
    token = tokens[place]
    in_figures = token.is_number and _ARTICLE.fullmatch(token.text)
    in_capitals = token.text[:1].isupper() and (len(token.text) == 1 or _ROMAN.fullmatch(token.text))
    if not in_figures and not in_capitals:
        return "", place
    if tokens[place + 1].low in _LATIN and tokens[place + 1].start == token.end + 1:
        return f"{token.text}_{tokens[place + 1].text}", place + 2
    return token.text, place + 1


def row(first: str, last: str) -> list[str]:
    """All numbers or letters from the first to the last; only the two when what lies between is not certain."""
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    sign = "°" if first.endswith("°") and last.endswith("°") else ""
    (head, low), (other, high) = _cut(first.rstrip("°")), _cut(last.rstrip("°"))
    if head != other or not (low and high) or not int(low) < int(high) <= int(low) + LONGEST_ROW:
        return [first, last]
    return [f"{head}{number}{sign}" for number in range(int(low), int(high) + 1)]


def _cut(value: str) -> tuple[str, str]:
    """What stands before the last figures, and those: 6: and 7."""
    place = max(value.rfind("."), value.rfind(":")) + 1
    return value[:place], value[place:] if value[place:].isdecimal() and len(value) - place <= 6 else ""
