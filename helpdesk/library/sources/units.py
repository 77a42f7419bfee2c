"""The passages of a version as units of search: an article with what is under it, or what stands in no article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpdesk.library.models import Form, Passage, Version
from helpdesk.library.sources.segment import Unit


def units_of(version: Version, number: int, passages: Iterable[Passage]) -> Iterator[Unit]:
    """The units in the order in which they stand.

    Args:
        version: with its work.
        number: of the version in its segment.
        passages: all of it, by position.
    """
    work = version.work
    law = work.title if work.short in work.title else f"{work.short} {work.title}"
    headings: dict[str, str] = {"": ""}
    for root, below in _grouped(passages, headings):
        yield Unit(
            version=number,
            position=root.position,
            last=below[-1].position if below else root.position,
            law=law,
            headings=headings.get(root.under, ""),
            heading=f"{root.label} {root.heading}".strip(),
            parts=tuple(_parts(root, below)),
        )


def _grouped(passages: Iterable[Passage], headings: dict[str, str]) -> Iterator[tuple[Passage, list[Passage]]]:
    """Each passage that stands under a heading or under nothing, with those under it."""
    root: Passage | None = None
    below: list[Passage] = []
    for passage in passages:
        if passage.form == Form.HEADING:
            headings[passage.address] = f"{headings.get(passage.under, '')} {passage.heading}".strip()
        if root is not None and passage.form != Form.HEADING and passage.under not in headings:
            below.append(passage)
            continue
        if root is not None:
            yield root, below
        root, below = (None if passage.form == Form.HEADING else passage), []
    if root is not None:
        yield root, below


def _parts(root: Passage, below: list[Passage]) -> Iterator[str]:
    """What stands in the article itself, then each paragraph with its items."""
    words = [root.text]
    for passage in below:
        if passage.under == root.address and any(words):
            yield " ".join(words)
            words = []
        words += [one for one in (passage.heading, passage.text) if one]
    yield " ".join(words)
