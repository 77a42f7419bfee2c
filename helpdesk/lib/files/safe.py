"""A safe copy: an image drawn anew, a PDF as pictures of its pages. Made in a process that is confined.

What a camera or an office wrote into the file (place, device, author, scripts, links, embedded files) is not in the
copy, because only colours are carried over. The text of a PDF comes beside it, for search.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from helpdesk.lib.confined import run_confined
from helpdesk.lib.files.kinds import REASONS, FileKind, Refused, kind_of

SECONDS = 30.0
MEGABYTES = 1024
MOST_TEXT = 200_000  # letters


@dataclass(frozen=True)
class SafeCopy:
    """What may be shown. `type` is that of the copy."""

    kind: FileKind
    type: str
    data: bytes = field(repr=False)
    text: str = field(default="", repr=False)
    pages: int = 1


def safe_copy(name: str, data: bytes, *, seconds: float = SECONDS) -> SafeCopy:
    """Make a harmless copy of a file that came in under `name`.

    Raises:
        Refused: with a word of `REASONS`.
    """
    kind = kind_of(name, data)
    answer = run_confined("helpdesk.lib.files.redraw", data, str(kind), seconds=seconds, megabytes=MEGABYTES)
    if answer is None:
        raise Refused("broken")
    head, _, copy = answer.partition(b"\n")
    told = json.loads(head)
    if reason := told.get("refused"):
        raise Refused(reason if reason in REASONS else "broken")
    text = str(told.get("text", ""))[:MOST_TEXT]
    return SafeCopy(kind, _type(copy), copy, text, int(told.get("pages", 1)))


def _type(copy: bytes) -> str:
    """By its first bytes, and only what we draw ourselves: the small process is not believed about that."""
    if copy.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if copy.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if copy.startswith(b"%PDF-"):
        return "application/pdf"
    raise Refused("broken")
