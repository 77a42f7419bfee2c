"""Where the paragraphs of a document stand, and where a new one finds its home. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_WITH_WORDS = ("paragraph", "heading")
_OPEN = ("doc", "right_fact", "right_norm", "right_gap", "element")  # a paragraph more is at home here
_CELLS = ("table_cell", "table_header")


@dataclass
class Place:
    """A block with what it stands in, from the document down to its parent."""

    part: str
    node: dict[str, Any]
    above: tuple[dict[str, Any], ...]
    ahead: int = 0  # how many nodes were put before its own words
    last: dict[str, Any] | None = None  # the last paragraph that was put behind it

    @property
    def has_words(self) -> bool:
        """Whether words stand in it directly."""
        return self.node["type"] in _WITH_WORDS

    @property
    def parent(self) -> dict[str, Any]:
        """What it stands in."""
        return self.above[-1]

    def suits(self, role: str) -> bool:
        """Whether a new paragraph, in Word a point of a list or not, can go on in it."""
        in_list = self.parent["type"] == "list_item"
        return self.node["type"] == "paragraph" and in_list == (role == "list") and self.parent["type"] not in _CELLS


@dataclass
class Home:
    """Behind the words of a block, before them, or as a paragraph of its own beside it."""

    place: Place
    before: bool
    own: bool = False

    def add(self, words: list[dict[str, Any]], line_end: list[dict[str, Any]]) -> None:
        """Put a new paragraph here; within another one a line end parts them."""
        place, content = self.place, self.place.node.setdefault("content", [])
        if self.own:
            self._beside({"type": "paragraph", "attrs": {"id": None}, **({"content": words} if words else {})})
        elif self.before:
            content[place.ahead : place.ahead] = [*words, *line_end]
            place.ahead += len(words) + len(line_end)
        else:
            content += [*line_end, *words]

    def _beside(self, made: dict[str, Any]) -> None:
        top = [*self.place.above, self.place.node]
        row, child = top[0]["content"], top[1]
        beside = child if self.before or self.place.last is None else self.place.last
        at = next(index for index, one in enumerate(row) if one is beside)
        row.insert(at if self.before else at + 1, made)
        self.place.last = made


def places_of(part: str, doc: dict[str, Any]) -> dict[str, Place]:
    """The blocks of a document by their id."""
    found: dict[str, Place] = {}

    def look(node: dict[str, Any], above: tuple[dict[str, Any], ...]) -> None:
        if block := node.get("attrs", {}).get("id"):
            found[block] = Place(part, node, above)
        for child in node.get("content", ()):
            look(child, (*above, node))

    look(doc, ())
    return found


def home_of(places: Mapping[str, Place], block: str, following: str, role: str) -> Home | None:
    """Where a new paragraph between two blocks stands best; None when both are gone, or when it is a row of a table."""
    first, second = places.get(block), places.get(following)
    if role == "cell" or (first is None and second is None):
        return None
    beside = first is not None and second is not None and first.parent is second.parent
    ways = [(first, False, beside), (first, False, _is_open(first)), (second, True, _is_open(second))]
    ways += [(first, False, role == "list"), (second, True, role == "list")]
    for place, before, fits in ways:
        if place is not None and fits and place.suits(role):
            return Home(place, before)
    return Home(first, before=False, own=True) if first else Home(second, before=True, own=True) if second else None


def _is_open(place: Place | None) -> bool:
    return place is not None and place.parent["type"] in _OPEN
