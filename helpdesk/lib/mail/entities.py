"""The tree of parts of a message as offsets in its bytes: nothing is copied until somebody wants the content.

Our own walker and not the standard library's, because that one recurses as deep as the sender likes and compares each
line with every boundary above it. This one looks for one boundary at a time and counts.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.headers import parameters, split_headers

_BLANK = re.compile(rb"\r\n\r\n|\n\n|\r\r|\n\r\n")
_NOT_BASE64 = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"))


@dataclass(frozen=True, slots=True)
class Entity:
    """One part: its headers, and where its content lies in `raw`."""

    raw: bytes
    start: int
    end: int
    headers: list[tuple[str, str]]
    broken: bool
    type: str
    options: dict[str, str]
    disposition: str
    file_name: str

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")

    @property
    def encoded(self) -> str:
        return self.header("content-transfer-encoding").strip().lower()

    def content(self) -> bytes:
        """The bytes as they were before they were made fit for mail."""
        bare = self.raw[self.start : self.end]
        try:
            return _decoded(bare, self.encoded)
        except (binascii.Error, ValueError):
            return bare


def entity(raw: bytes, start: int, end: int, default: str = "text/plain") -> Entity:
    """The part between two offsets."""
    blank = _BLANK.search(raw, start, min(end, start + limits.HEADER_BLOCK))
    first = raw[start : start + 1]
    if first in {b"\n", b"\r"}:
        head, body = start, start + (2 if raw[start : start + 2] == b"\r\n" else 1)
    elif blank:
        head, body = blank.start(), blank.end()
    else:
        head = body = min(end, start + limits.HEADER_BLOCK)
    read = split_headers(raw[start:head])
    if start + read.size < head:
        body = start + read.size  # somebody forgot the headers, or the blank line below them
    found = dict(reversed(read.pairs))
    kind, options = parameters(found.get("content-type", ""))
    kind = kind if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,90}", kind) else default
    disposition, more = parameters(found.get("content-disposition", ""), "content-disposition")
    name = more.get("filename") or options.get("name") or ""
    return Entity(raw, body, end, read.pairs, read.broken, kind, options, disposition, name)


def children(parent: Entity, most: int) -> Iterator[Entity]:
    """The parts of a multipart, at most so many. Text before the first and after the last boundary is for machines."""
    default = "message/rfc822" if parent.type == "multipart/digest" else "text/plain"
    for start, end in between(parent, most):
        yield entity(parent.raw, start, end, default)


def between(parent: Entity, most: int) -> Iterator[tuple[int, int]]:
    """Where those parts lie, their headers included."""
    mark = boundary_of(parent)
    if len(mark) <= 2 or len(mark) > 500:
        return
    since, at, count = -1, parent.start, 0
    while (at := parent.raw.find(mark, at, parent.end)) >= 0:
        stop = parent.raw.find(b"\n", at, parent.end)
        stop = parent.end if stop < 0 else stop
        rest = parent.raw[at + len(mark) : min(stop, at + len(mark) + 100)].strip()
        if (at > parent.start and parent.raw[at - 1] not in b"\r\n") or rest not in {b"", b"--"}:
            at += len(mark)
            continue
        if since >= 0:
            yield since, max(since, _before_line_end(parent.raw, at))
            count += 1
        since, at = (-1 if rest else min(stop + 1, parent.end)), min(stop + 1, parent.end)
        if rest or count >= most:
            return
    if since >= 0:
        yield since, parent.end  # the last boundary is missing


def boundary_of(parent: Entity) -> bytes:
    """What stands between the parts."""
    return b"--" + parent.options.get("boundary", "").rstrip().encode("utf-8", "replace")


def _before_line_end(raw: bytes, at: int) -> int:
    if raw[at - 2 : at] == b"\r\n":
        return at - 2
    return at - 1 if raw[at - 1 : at] in {b"\n", b"\r"} else at


def _decoded(bare: bytes, how: str) -> bytes:
    if how == "quoted-printable":
        return binascii.a2b_qp(bare)
    if how == "base64":
        signs = bare.translate(None, _NOT_BASE64)
        signs = signs[: len(signs) - (len(signs) % 4 == 1)]
        return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))
    if how in {"x-uuencode", "uuencode", "uue", "x-uue"}:
        return b"".join(_uu_lines(bare))
    return bare


def _uu_lines(bare: bytes) -> Iterator[bytes]:
    inside = False
    for line in bare.splitlines():
        if not inside:
            inside = line.startswith(b"begin ")
        elif line.strip() == b"end":
            return
        else:
            try:
                yield binascii.a2b_uu(line)
            except binascii.Error:  # some programs pad a line too far: its first sign says how much counts
                yield binascii.a2b_uu(line[: 1 + ((line[0] - 32 & 63) * 4 + 2) // 3] if line else b"")
