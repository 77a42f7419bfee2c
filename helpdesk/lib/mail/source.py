"""The source of a message without the files in it: headers and texts as they came, a line in place of each file.

What one colleague alone may keep. Made in the confined process, because it takes the message apart.
"""

from __future__ import annotations

import hashlib
import sys

from helpdesk.lib.confined import confine, give_up, run_confined
from helpdesk.lib.mail import limits
from helpdesk.lib.mail.entities import Entity, between, boundary_of, entity
from helpdesk.lib.mail.headers import words

_TEXTS = frozenset({"text/plain", "text/html", "text/enriched", "text/calendar"})
_NESTED = frozenset({"message/rfc822", "message/global", "message/news"})
_DEEP = 20
_FIRST = 64 * 1024
_WHOLE = (
    "[Dit bericht konden we niet uit elkaar halen. Alleen het begin staat hier; het geheel vraag je met een collega.]"
)


def source_without_files(raw: bytes) -> bytes:
    """Headers and texts of a message, byte for byte; of each file its name, type, size and SHA-256."""
    answer = None
    if len(raw) <= limits.LARGEST:
        answer = run_confined(__name__, raw, seconds=20, megabytes=512)
    return answer or _head(raw) + b"\r\n\r\n" + _WHOLE.encode()


def bare(raw: bytes) -> bytes:
    """The work itself; `source_without_files` runs it in a process of its own."""
    return b"".join(_bare(raw, 0, len(raw), 0, [limits.PARTS]))


def _bare(raw: bytes, start: int, end: int, depth: int, room: list[int]) -> list[bytes]:
    part = entity(raw, start, end)
    head = raw[start : part.start]
    if part.type.startswith("multipart/"):
        return [head, *_pieces(part, depth, room)]
    if part.type in _NESTED and part.encoded not in {"base64", "quoted-printable"} and depth < _DEEP:
        return [head, *_bare(raw, part.start, part.end, depth + 1, room)]
    return [head, _told(part) if _is_file(part) else raw[part.start : part.end]]


def _pieces(part: Entity, depth: int, room: list[int]) -> list[bytes]:
    """What stands before the first boundary and after the last is left out: nobody reads it, and a file fits in it."""
    if depth >= _DEEP or room[0] <= 0:
        return [_told(part)]
    mark, found = boundary_of(part), list[bytes]()
    for start, end in between(part, room[0]):
        room[0] -= 1
        found += [mark, b"\r\n", *_bare(part.raw, start, end, depth + 1, room), b"\r\n"]
    return [*found, mark, b"--\r\n"] if found else [_told(part)]


def _is_file(part: Entity) -> bool:
    """Anything with a name or a type that is no text, and a text that hides bytes or carries pictures in itself."""
    if part.type not in _TEXTS or part.disposition == "attachment" or part.file_name:
        return True
    content = part.content()
    return b"\0" in content or (part.type == "text/html" and b"data:" in content.lower())


def _told(part: Entity) -> bytes:
    content = part.content()
    name = words(part.file_name)[: limits.NAME].replace("\n", " ") or "zonder naam"
    digest = hashlib.sha256(content).hexdigest()
    return f"[Bestand weggelaten: {name}, {part.type}, {len(content)} bytes, SHA-256 {digest}]\r\n".encode()


def _head(raw: bytes) -> bytes:
    part = entity(raw[:_FIRST], 0, min(len(raw), _FIRST))
    return raw[: min(part.start, _FIRST)].rstrip()


def main() -> int:
    """The small process: a message in, its source without files out."""
    confine()
    try:
        sys.stdout.buffer.write(bare(sys.stdin.buffer.read()))
        sys.stdout.flush()
    except (MemoryError, RecursionError):
        give_up()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
