"""The parts of a Word file that hold words, as XML that fetches nothing and fills in nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from lxml import etree

from helpdesk.lib.files.kinds import REASONS, FileKind, Refused
from helpdesk.lib.files.packed import check_packed
from helpdesk.lib.papers.returned.record import NotReturned

LARGEST = 25 * 1024 * 1024
MOST_XML = 60 * 1024 * 1024  # bytes of one part
MOST_EDGES = 40
_STEP = 64 * 1024
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_BROKEN = REASONS["broken"]


@dataclass(frozen=True)
class Parts:
    """The roots; None where the file has no such part."""

    document: etree._Element
    comments: etree._Element | None
    answers: etree._Element | None
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    edges: tuple[etree._Element, ...]


def opened(data: bytes) -> Parts:
    """Open the file.

    Raises:
        NotReturned: too large, a bomb, locked, no Word document, or XML that brings entities of its own.
    """
    if len(data) > LARGEST:
        raise NotReturned(REASONS["size"])
    if not data.startswith(b"PK\x03\x04"):
        raise NotReturned("Dit is geen Word-bestand (.docx).")
    try:
        check_packed(data, FileKind.DOCX)
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _parts(packed)
    except Refused as refused:
        raise NotReturned(REASONS[refused.reason]) from None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, NotImplementedError, EOFError, OSError):
        raise NotReturned(_BROKEN) from None


def _parts(packed: zipfile.ZipFile) -> Parts:
    """By what the table of contents says each part is: Word on the web has other names for the same parts."""
    names = packed.namelist()
    if len(set(names)) != len(names):
        raise NotReturned(_BROKEN)  # two files under one name: each program would read another text
    told: dict[str, list[str]] = {}
    for one in _tree(packed, "[Content_Types].xml").iter("{*}Override"):
        told.setdefault(one.get("ContentType", ""), []).append(one.get("PartName", "").lstrip("/"))

    def first(kind: str) -> etree._Element | None:
        named = told.get(_TYPE.format(kind), [])
        return _tree(packed, named[0]) if named else None

    document = first("document.main")
    if document is None:
        raise NotReturned(_BROKEN)
    edges = [*told.get(_TYPE.format("header"), []), *told.get(_TYPE.format("footer"), [])][:MOST_EDGES]
    return Parts(
        document,
        first("comments"),
        first("commentsExtended"),
        first("footnotes"),
        first("endnotes"),
        tuple(_tree(packed, name) for name in edges),
    )


def _tree(packed: zipfile.ZipFile, name: str) -> etree._Element:
    if packed.getinfo(name).file_size > MOST_XML:
        raise NotReturned(_BROKEN)
    reader = etree.XMLPullParser(
        events=("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    with packed.open(name) as part:
        for block in _blocks(part):
            reader.feed(block)
            for _, element in reader.read_events():
                if element.getroottree().docinfo.internalDTD is not None:
                    raise NotReturned(_BROKEN)  # Word writes none; a bomb needs one
                if element.getparent() is None:
                    root = element
    reader.close()
    return root


def _blocks(part: IO[bytes]) -> Iterator[bytes]:
    while block := part.read(_STEP):
        yield block
