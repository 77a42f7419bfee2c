"""Which reader a file needs, seen from its first bytes and its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from helpdesk.library.reading import bwb, hudoc, rechtspraak, treaty, treaty_lines, wti
from helpdesk.library.reading.pieces import Item

HEAD = 65_536  # bytes in which the first element of a file must begin

Reader = Callable[[BinaryIO, str], Iterator[Item]]
READERS: dict[str, Reader] = {
    "bwb": bwb.read,
    "wti": wti.read,
    "manifest": wti.read_manifest,
    "rechtspraak": rechtspraak.read,
    "hudoc": hudoc.read,
    "verdrag": treaty.read,
}
_ROOTS = {
    "toestand": "bwb",
    "wetstechnische-informatie": "wti",
    "work": "manifest",
    "open-rechtspraak": "rechtspraak",
}
_FIRST = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def recognise(head: bytes, name: str) -> str:
    """The key of the reader; empty when no reader knows such a file.

    XML of another sort and XML that was mangled are told apart by nobody: they are "xml", and refused with a reason.
    """
    if hudoc.NAMED.search(name):
        return "hudoc"
    if name.lower().endswith((".md", ".markdown")):
        return "verdrag" if treaty_lines.CODE.search(str(PurePath(name))) else ""
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    named_so = "xml" if name.lower().endswith(".xml") else ""
    if b"<" not in bare[:8]:
        return named_so
    text = re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE.*?>", b"", bare.replace(b"\x00", b""), flags=re.DOTALL)
    found = _FIRST.search(text)
    root = found[1].decode("ascii", "replace") if found else ""
    return _ROOTS.get(root, named_so)
