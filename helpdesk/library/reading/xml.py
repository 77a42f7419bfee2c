"""XML that is read element by element. Nothing outside the file is fetched, and no entity is ever filled in.

A file with faults is read on as far as it can be understood; each fault is a gap in the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from helpdesk.library.reading.pieces import Gap, Unreadable

MOST_FAULTS = 50


def local(element: etree._Element) -> str:
    """The name without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def name_of(key: str) -> str:
    return key.rpartition("}")[2]


def plain(text: str | None) -> str:
    return " ".join((text or "").split())


class Stream:
    """The events of one file. `faults()` tells afterwards where it was not well-formed."""

    def __init__(self, file: BinaryIO) -> None:
        self._events = etree.iterparse(
            _without_lead(file), events=("start", "end"), recover=True, resolve_entities=False, no_network=True,
            load_dtd=False, remove_comments=True, huge_tree=False,
        )  # fmt: skip
        self._checked = False

    def __iter__(self) -> Iterator[tuple[str, etree._Element]]:
        """Start and end of each element. Raises `Unreadable` for a bomb, and where there is no XML at all."""
        try:
            for event, element in self._events:
                if not self._checked:
                    refuse_entities(element)
                    self._checked = True
                yield event, element
        except etree.XMLSyntaxError as fault:
            raise Unreadable(f"geen leesbare XML: {fault.msg}") from None
        if not self._checked:
            raise Unreadable("geen leesbare XML: het bestand heeft geen inhoud")

    def faults(self) -> Iterator[Gap]:
        yield from faults_in(self._events.error_log)


def faults_in(log: etree._ListErrorLog) -> Iterator[Gap]:
    for fault in list(log)[:MOST_FAULTS]:
        yield Gap(f"regel {fault.line}", f"niet welgevormd: {fault.message}")
    if len(log) > MOST_FAULTS:
        yield Gap("bestand", f"nog {len(log) - MOST_FAULTS} fouten in de XML")


def tree_of(file: BinaryIO) -> tuple[etree._Element, list[Gap]]:
    """The whole of a small file, with its faults. Raises `Unreadable`."""
    stream = Stream(file)
    root = None
    for _, element in stream:
        if root is None:
            root = element
    assert root is not None  # noqa: S101  # the stream refuses an empty file
    return root, list(stream.faults())


def refuse_entities(element: etree._Element) -> None:
    """A document that brings entities of its own is refused: an official file needs none, and a bomb does."""
    dtd = element.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise Unreadable("het bestand brengt eigen entiteiten mee (DOCTYPE) en is niet gelezen")


class _without_lead:  # noqa: N801  # used as a function: a file that begins at its first "<"
    """Blank lines before the declaration, which some official files have, are passed over."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._begun = file, False

    def read(self, size: int = -1) -> bytes:
        block = self._file.read(size)
        while not self._begun and block:
            block = block.lstrip(b" \t\r\n") if block[:1] in b" \t\r\n" else block
            if block:
                self._begun = True
                return block
            block = self._file.read(size)
        return block
