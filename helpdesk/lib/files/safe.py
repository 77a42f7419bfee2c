"""A safe copy: an image drawn anew, a PDF as pictures of its pages, text as text. Made in a process that is confined.

What a camera or an office wrote into the file (place, device, author, scripts, links, embedded files) is not in the
copy, because only colours and letters are carried over. An office document becomes a PDF first, in a fence of its own.
The text of a PDF comes beside it, for search.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpdesk.lib.confined import run_confined
from helpdesk.lib.files.kinds import OFFICE, PUBLIC, REASONS, FileKind, Refused, Taken, Waits, kind_of
from helpdesk.lib.files.written import mail_in, text_in

SECONDS = 30.0
MEGABYTES = 1024
OFFICE_SECONDS = 60.0
OFFICE_MEGABYTES = 2048
OFFICE_PROGRAM = ("soffice", "soffice.bin")  # the first is found; beside it lies the second, which does the work
MOST_TEXT = 200_000  # letters
PLAIN = "text/plain"


@dataclass(frozen=True)
class SafeCopy:
    """What may be shown. `type` is that of the copy; `inside` are the files of a saved e-mail, not yet looked at."""

    kind: FileKind
    type: str
    data: bytes = field(repr=False)
    text: str = field(default="", repr=False)
    pages: int = 1
    inside: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)


def safe_copy(name: str, data: bytes, *, taken: Taken = PUBLIC, seconds: float = SECONDS) -> SafeCopy:
    """Make a harmless copy of a file that came in under `name`.

    Args:
        taken: which kinds are taken in, and how large.

    Raises:
        Refused: with a word of `REASONS`.
        Waits: an office document where no LibreOffice can be run safely.
    """
    kind = kind_of(name, data, taken)
    if kind is FileKind.TEXT:
        return _plain(kind, text_in(data))
    if kind is FileKind.MAIL:
        words, inside = mail_in(data)
        return _plain(kind, words, inside)
    if kind in OFFICE:
        return _redrawn(kind, office_drawn(data, kind), FileKind.PDF, seconds)
    return _redrawn(kind, data, kind, seconds)


def office_program() -> Path | None:
    """The LibreOffice of this machine; None when there is none."""
    found = shutil.which(OFFICE_PROGRAM[0], path="/usr/local/bin:/usr/bin:/bin:/opt/libreoffice/program")
    program = Path(found).resolve().with_name(OFFICE_PROGRAM[1]) if found else None
    return program if program and program.is_file() else None


def office_drawn(data: bytes, kind: FileKind, *, seconds: float = OFFICE_SECONDS) -> bytes:
    """An office document as LibreOffice prints it: a PDF that is not yet harmless.

    Raises:
        Refused, Waits.
    """
    program = office_program()
    if program is None:
        raise Waits("office")
    return _asked("office", data, str(kind), str(program), seconds=seconds, megabytes=OFFICE_MEGABYTES)[1]


def _redrawn(kind: FileKind, data: bytes, drawn_as: FileKind, seconds: float) -> SafeCopy:
    told, copy = _asked("redraw", data, str(drawn_as), seconds=seconds, megabytes=MEGABYTES)
    return SafeCopy(kind, _type(copy), copy, str(told.get("text", ""))[:MOST_TEXT], int(told.get("pages", 1)))


def _plain(kind: FileKind, words: str, inside: tuple[tuple[str, bytes], ...] = ()) -> SafeCopy:
    if not words.strip():
        raise Refused("empty")
    return SafeCopy(kind, PLAIN, words.encode(), words[:MOST_TEXT], inside=inside)


def _asked(module: str, data: bytes, *arguments: str, seconds: float, megabytes: int) -> tuple[dict[str, Any], bytes]:
    """What a small process says of the file, and what it made of it."""
    module = f"helpdesk.lib.files.{module}"
    answer = run_confined(module, data, *arguments, seconds=seconds, megabytes=megabytes)
    if answer is None:
        raise Refused("broken")
    head, _, made = answer.partition(b"\n")
    told = json.loads(head)
    if told.get("waits"):
        raise Waits("office")
    if reason := told.get("refused"):
        raise Refused(reason if reason in REASONS else "broken")
    return told, made


def _type(copy: bytes) -> str:
    """By its first bytes, and only what we draw ourselves: the small process is not believed about that."""
    if copy.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if copy.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if copy.startswith(b"%PDF-"):
        return "application/pdf"
    raise Refused("broken")
