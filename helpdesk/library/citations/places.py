"""What follows the number of an article: paragraphs, items and sentences, in all the ways in which they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpdesk.library.citations.joints import Joint, joint
from helpdesk.library.citations.kinds import Part
from helpdesk.library.citations.numbers import UNITS, ordinal, row
from helpdesk.library.citations.tokens import Tokens

Path = tuple[Part, ...]
_KEYS = {
    **dict.fromkeys(("lid", "leden"), "lid"),
    **dict.fromkeys(("onderdeel", "onderdelen", "onder", "sub", "letter", "subonderdeel", "subonderdelen"), "o"),
    **dict.fromkeys(("volzin", "volzinnen", "zin", "zinnen"), "zin"),
}
_DEEPER = frozenset({"subonderdeel", "subonderdelen", "sub"})
_LETTER = re.compile(r"([a-z])\1?\d{0,2}")
_FIGURE = re.compile(r"\d{1,3}[a-z]{0,2}[°º]?")
_LAST = "laatste"


@dataclass(frozen=True, slots=True)
class Group:
    """Some paragraphs, items or sentences named together."""

    key: str
    values: tuple[str, ...]
    end: int
    deeper: bool = False


def places_after(tokens: Tokens, place: int) -> tuple[list[Path], int]:
    """The places under an article that are named from here on, and the place behind them; no places when none are."""
    paths: list[Path] = []
    while True:
        group = _next_group(tokens, place, begun=bool(paths))
        if group is None:
            return paths, place
        _add(paths, group)
        place = group.end


def _next_group(tokens: Tokens, place: int, *, begun: bool) -> Group | None:
    if tokens[place].text == "(":
        return _in_brackets(tokens, place)
    how, start = joint(tokens, place)
    if how is Joint.SPAN or (how is Joint.AND and not begun):
        return None
    if how is Joint.AND and tokens[start].low in ("het", "de"):
        start += 1
    if tokens[start].low == "aanhef":
        after, begin = joint(tokens, start + 1)
        inner = _group(tokens, begin) if after else None
        return inner or Group("", (), start + 1)
    return _group(tokens, start)


def _group(tokens: Tokens, place: int) -> Group | None:
    return _named_first(tokens, place) or _counted_first(tokens, place)


def _named_first(tokens: Tokens, place: int) -> Group | None:
    """“lid 1 en 2”, “onder a tot en met c”, “onderdeel 2°”."""
    word = tokens[place].low
    key = _KEYS.get(word)
    if key is None:
        return None
    values, end = _values(tokens, place + 1 + (tokens[place + 1].low in ("de", "het")), letters=key == "o")
    return Group(key, tuple(values), end, word in _DEEPER) if values else None


def _values(tokens: Tokens, place: int, *, letters: bool) -> tuple[list[str], int]:
    values: list[str] = []
    how: Joint | None = None
    start = place
    while value := _value(tokens, start, letters=letters):
        values[-1:] = row(values[-1], value) if how is Joint.SPAN and values else [*values[-1:], value]
        place = start + 1
        if (
            tokens[place].text == "."
            and letters
            and tokens[place].start == tokens[start].end
            and tokens[place + 1].text == ","
        ):
            place += 1
        how, start = joint(tokens, place)
        if how is None:
            break
    return values, place


def _value(tokens: Tokens, place: int, *, letters: bool) -> str:
    token = tokens[place]
    if token.is_number and _FIGURE.fullmatch(token.text) and tokens[place + 1].low not in UNITS:
        return "" if ordinal(token.low) and tokens[place + 1].low in _KEYS else token.text.replace("º", "°")
    return token.text if letters and _LETTER.fullmatch(token.text) else ""


def _counted_first(tokens: Tokens, place: int) -> Group | None:
    """“eerste lid”, “eerste tot en met vierde, zevende lid”, “tweede volzin”."""
    values: list[str] = []
    how: Joint | None = None
    while value := _ordinal(tokens[place].low):
        values[-1:] = row(values[-1], value) if how is Joint.SPAN and values else [*values[-1:], value]
        if key := _KEYS.get(tokens[place + 1].low):
            return Group(key, tuple(values), place + 2) if key != "o" else None
        how, place = joint(tokens, place + 1)
        if how is None:
            return None
        if how is Joint.AND and tokens[place].low in ("het", "de"):
            place += 1
    return None


def _ordinal(word: str) -> str:
    return _LAST if word == _LAST else str(ordinal(word) or "")


def _in_brackets(tokens: Tokens, place: int) -> Group | None:
    """“3(1)” and “9:8(1)(b)”, as in English and in tables."""
    value = tokens[place + 1]
    tight = tokens[place].start == tokens[place - 1].end
    if not tight or tokens[place + 2].text != ")":
        return None
    if value.is_number and _FIGURE.fullmatch(value.text):
        return Group("lid", (value.text,), place + 3)
    return Group("o", (value.text,), place + 3) if _LETTER.fullmatch(value.text) else None


def _add(paths: list[Path], group: Group) -> None:
    """Put a group under what was named last: an item belongs to the paragraph before it, and so does a sentence."""
    if not group.values:
        return
    if group.key == "lid":
        paths.extend((("lid", value),) for value in group.values)
        return
    base = paths.pop() if paths else ()
    if base and base[-1][0] == group.key and not _nests(base, group):
        paths.append(base)
        base = base[:-1]
    paths.extend((*base, (group.key, value)) for value in group.values)


def _nests(base: Path, group: Group) -> bool:
    """“onderdeel b, subonderdeel 3” lies under b; “onder a of onder b” are two."""
    return (
        group.key == "o"
        and base[-1][1][0].isalpha()
        and (group.deeper or group.values[0][0].isdigit())
        and not group.values[0].isalpha()
    )
