"""A version as a page shows it: what is in it, which part of it is on the page, and how its passages hang together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from helpdesk.library.models import Form, Passage, Version

ON_ONE_PAGE = 400  # passages; a larger work is read chapter by chapter


@dataclass(frozen=True)
class Shown:
    """One passage: how deep it stands under the top of the page, and its cells when it is a table."""

    passage: Passage
    depth: int
    cells: list[list[str]] = field(default_factory=list)
    words: SafeString | None = None  # the text with its references as links, where a page shows those

    @property
    def is_heading(self) -> bool:
        return self.passage.form == Form.HEADING

    @property
    def is_unit(self) -> bool:
        return self.passage.form == Form.ARTICLE


@dataclass(frozen=True)
class Line:
    """One line of the contents. `is_here` when its text stands on this page."""

    passage: Passage
    depth: int
    is_here: bool


@dataclass(frozen=True)
class Part:
    """What a page of a work holds: the contents of the whole, and the text of one part of it."""

    contents: list[Line]
    text: list[Shown]
    chosen: str = ""
    before: str = ""
    after: str = ""


def part_of(passages: list[Passage], wanted: str) -> Part:
    """The whole text of a short work; of a long one the part that is wanted, or the first one with an article."""
    tops = [one for one in passages if not one.under]
    if len(passages) <= ON_ONE_PAGE or len(tops) < 2:
        return Part(_contents(passages, passages), [shown(one) for one in passages])
    top_of = tops_of(passages)
    chosen = top_of.get(wanted) or next(
        (top_of[one.address] for one in passages if one.form == Form.ARTICLE), tops[0].address
    )
    here = [one for one in passages if top_of[one.address] == chosen]
    names = [one.address for one in tops]
    at = names.index(chosen)
    before, after = names[at - 1] if at else "", names[at + 1] if at + 1 < len(names) else ""
    return Part(_contents(passages, here), [shown(one) for one in here], chosen, before, after)


def tops_of(passages: Iterable[Passage]) -> dict[str, str]:
    """For each address, the one without anything above it under which it stands."""
    tops: dict[str, str] = {}
    for one in passages:
        tops[one.address] = tops.get(one.under, one.under) if one.under else one.address
    return tops


def _contents(passages: list[Passage], here: list[Passage]) -> list[Line]:
    on_page = {one.address for one in here}
    wanted = {Form.HEADING, Form.ARTICLE}
    return [Line(one, min(one.level, 3), one.address in on_page) for one in passages if one.form in wanted]


def shown(passage: Passage, top: int = 0) -> Shown:
    cells = [line.split("\t") for line in passage.text.splitlines()] if passage.form == Form.TABLE else []
    return Shown(passage, max(0, passage.level - top), cells)


def unit_of(passages: list[Passage], address: str) -> Passage | None:
    """The article, or other whole piece, in which an address lies: itself, or what holds it under its headings."""
    by_address = {one.address: one for one in passages}
    found = by_address.get(address)
    while found is not None and found.form != Form.HEADING:
        above = by_address.get(found.under)
        if above is None or above.form == Form.HEADING:
            return found
        found = above
    return found


def with_all_under(passages: Iterable[Passage], top: Passage) -> list[Passage]:
    """A piece and everything that stands under it, in order."""
    return each_with_all_under(passages, {top.address})[top.address]


def each_with_all_under(passages: Iterable[Passage], tops: Collection[str]) -> dict[str, list[Passage]]:
    """For each of these addresses, the piece and everything under it, in order; nothing for one that is not there.

    One walk over the passages, which stand as they do in the source: what holds others comes before them. No top may
    stand under another.
    """
    found: dict[str, list[Passage]] = {address: [] for address in tops}
    inside: dict[str, str] = {}
    for one in passages:
        top = one.address if one.address in found else inside.get(one.under)
        if top is not None:
            inside[one.address] = top
            found[top].append(one)
    return found


def text_of(passages: Iterable[Passage]) -> str:
    """All words of some passages in order, a line each."""
    rows = (" ".join(filter(None, [one.label, one.heading, one.text])) for one in passages)
    return "\n".join(row for row in rows if row)


def standing(version: Version, day: date) -> str:
    """Whether a version is in force on a day: "now", "past", "future", "newest" or "unknown".

    Of the last state that we have nobody said that it still holds: a newer one may not have been imported. That is
    "newest"; "unknown" is one of which nobody said since when.
    """
    if version.valid_until is not None and version.valid_until < day:
        return "past"
    if version.valid_from is None:
        return "unknown"
    if version.valid_from > day:
        return "future"
    return "now" if version.valid_until is not None else "newest"
