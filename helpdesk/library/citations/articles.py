"""Lists in running text: “artikelen 8, eerste lid, 9 en 10 van de WPO”, “paragrafen 6.3 en 6.4”."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from helpdesk.library.citations.joints import Joint, is_dash, joint
from helpdesk.library.citations.kinds import Found, Law, Part
from helpdesk.library.citations.law_after import HEADINGS, Reading, figure, heading_at, law_after
from helpdesk.library.citations.numbers import UNITS, read_number, row
from helpdesk.library.citations.places import Path, places_after
from helpdesk.library.citations.tokens import Tokens

_ONE = frozenset({"artikel", "art", "article"})
_MANY = frozenset({"artikelen", "artt", "articles"})


@dataclass
class Item:
    """One member of a list: where it stands, which articles or headings, which places under them, and its own law."""

    start: int
    end: int
    key: str
    values: list[str]
    paths: list[Path] = field(default_factory=list)
    joined: Joint | None = None
    headed: bool = False
    law: Law | None = None
    above: list[Part] = field(default_factory=list)


def articles_at(tokens: Tokens, place: int, reading: Reading) -> tuple[list[Found], int]:
    """The references of the list that begins here, and the place behind it; none when no list begins here."""
    items = _items(tokens, place)
    if not items:
        return [], place
    return _with_law(tokens, items, reading)


def _head(tokens: Tokens, place: int) -> tuple[str, int]:
    """`artikel` or the sort of heading that begins here, and where its number is."""
    low = tokens[place].low
    if low in _ONE or low in _MANY:
        return "artikel", place + 1 + (tokens[place + 1].text == ".")
    return (HEADINGS[low], place + 1) if low in HEADINGS else ("", place)


def _items(tokens: Tokens, place: int) -> list[Item]:
    key, start = _head(tokens, place)
    first = _item(tokens, place, start, key) if key else _ordinal_heading(tokens, place)
    if first is None:
        return []
    items, first.headed = [first], True
    while (following := _following(tokens, items[-1])) is not None:
        items.append(following)
    return items


def _ordinal_heading(tokens: Tokens, place: int) -> Item | None:
    """“vijfde titel”: the number comes first. “de” before it is left to the sentence."""
    heading = None if tokens[place].low in ("de", "het") else heading_at(tokens, place)
    return _within(tokens, Item(place, heading[1], heading[0][0], [heading[0][1]])) if heading else None


def _within(tokens: Tokens, item: Item) -> Item:
    """“vijfde titel van Hoofdstuk 6 van Boek 6”: the headings over a heading."""
    while tokens[item.end].low == "van" and (higher := heading_at(tokens, item.end + 1)):
        item.above.insert(0, higher[0])
        item.end = higher[1]
    return item


def _item(tokens: Tokens, begin: int, place: int, key: str) -> Item | None:
    if key != "artikel":
        heading = heading_at(tokens, begin) if begin != place else None
        if heading:
            return _within(tokens, Item(begin, heading[1], key, [heading[0][1]]))
    value, end = read_number(tokens, place)
    if not value or tokens[end].low in UNITS:
        return None
    values = [value]
    how, after = joint(tokens, end)
    if how is Joint.SPAN and not is_dash(tokens, end):
        after += tokens[after].low in _ONE
        last, behind = read_number(tokens, after)
        if last:
            values, end = row(value, last), behind
    paths, end = places_after(tokens, end) if key == "artikel" else ([], end)
    return Item(begin, end, key, values, paths)


def _following(tokens: Tokens, before: Item) -> Item | None:
    how, start = joint(tokens, before.end)
    if how is None:
        return None
    if how is Joint.AND and tokens[start].low in ("de", "het"):
        start += 1
    key, number = _head(tokens, start)
    if key:
        item = _item(tokens, start, number, key) if key == before.key else None
    else:
        item = _ordinal_heading(tokens, start) if before.key != "artikel" else None
        item = item or _item(tokens, start, start, before.key)
    if item is None or (not key and how is not Joint.COMMA and _is_year(tokens, start)):
        return None
    item.joined, item.headed = how, bool(key)
    return item


def _is_year(tokens: Tokens, place: int) -> bool:
    text = tokens[place].text
    return len(text) == 4 and text.isdecimal() and text[:2] in ("19", "20")


def _with_law(tokens: Tokens, items: list[Item], reading: Reading) -> tuple[list[Found], int]:
    """Cut the list where a law is named: it holds for the items before it."""
    for count, item in enumerate(items, 1):
        named = law_after(tokens, item.end, reading, book=_book(item))
        if named is not None:
            return _told(tokens, items[:count], named.law, named.end if named.said else item.end, reading)
    return _untold(tokens, items, reading)


def _book(item: Item) -> str:
    """The book that the place itself names: 1:264, or “Boek 1”."""
    first = item.values[0]
    if ":" in first:
        return first.partition(":")[0]
    return next((figure(value) for key, value in [*item.above, (item.key, first)] if key == "boek"), "")


def _told(tokens: Tokens, items: list[Item], law: Law, end: int, reading: Reading) -> tuple[list[Found], int]:
    if law != reading.own and (law.work or law.name):
        reading.last = Law(law.work, law.name, tuple(part for part in law.parts if part[0] == "boek"))
    items[-1].end = max(end, items[-1].end)
    shared = _share(items, reading)
    for item in items[shared:]:
        item.law = law
    for item in items[:shared]:
        item.law = reading.own or Law()
    return [_found(tokens, item) for item in items], items[-1].end


def _share(items: list[Item], reading: Reading) -> int:
    """How many items at the front are not of the law that was named.

    In a law “artikel 2 of artikel 4 van de Awb” begins with its own article 2; elsewhere both are of the Awb.
    """
    if reading.own is None or items[0].key != "artikel":
        return 0
    return max((index for index, item in enumerate(items) if item.headed), default=0)


def _untold(tokens: Tokens, items: list[Item], reading: Reading) -> tuple[list[Found], int]:
    """No law is named. Headings then mean something only within a law; a bare number after a comma may be anything."""
    if items[0].key != "artikel" and reading.own is None:
        return [], items[-1].end
    many = tokens[items[0].start].low in _MANY
    while not many and len(items) > 1 and items[-1].joined is Joint.COMMA and not items[-1].headed:
        items.pop()
    for item in items:
        item.law = reading.own or Law()
    return [_found(tokens, item) for item in items], items[-1].end


def _found(tokens: Tokens, item: Item) -> Found:
    law = item.law or Law()
    citations = [
        replace(law, parts=_parts(law, item, value, path))
        for value in item.values
        for path in (item.paths if item.paths and value == item.values[-1] else [()])
    ]
    return Found(tokens[item.start].start, tokens[item.end - 1].end, tuple(citations))


def _parts(law: Law, item: Item, value: str, path: Path) -> tuple[Part, ...]:
    """The parts, highest first. In the Civil Code “1:264” is article 264 of book 1, and “Boek 1” is said once."""
    book, colon, number = value.partition(":")
    if item.key == "artikel" and colon and law.book == book:
        value = number
    parts = [*item.above, (item.key, value), *path]
    if law.book:
        parts = [part for part in parts if part[0] != "boek" or figure(part[1]) != law.book]
    return (*law.parts, *parts)
