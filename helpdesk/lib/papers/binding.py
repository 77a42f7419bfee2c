"""Puts documents of others behind one of ours: one file, a stamp on each of their pages, a bookmark for each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpdesk.lib.confined import run_confined
from helpdesk.lib.papers.pdf import NotPrinted

SECONDS, MEGABYTES = 120, 2048
BROKEN = "De bijlagen konden niet worden samengevoegd. Kijk of elke bijlage een leesbare PDF is."


@dataclass(frozen=True)
class Piece:
    """A document that goes behind: how it is called in the list of bookmarks, and what is stamped on its pages."""

    label: str
    stamp: str
    pdf: bytes = field(repr=False)


def count_pages(pdfs: Sequence[bytes]) -> list[int]:
    """How many pages each has.

    Raises:
        NotPrinted: one of them cannot be read.
    """
    counts: list[int] = json.loads(_confined({}, pdfs, "count"))
    return counts


def bind(
    first: bytes,
    pieces: Sequence[Piece],
    title: str,
    *,
    page: str = "{stamp}, blz. {page} van {pages}",
    language: str = "nl",
) -> bytes:
    """Our own document with the others behind it.

    The whole claims no standard: what is accessible and archivable in ours stays so, those of others are as they are.

    Args:
        first: ours, as `as_pdf` made it; its tags stay.
        pieces: in their order; on each page is stamped "Bijlage 3, blz. 2 van 7" when the stamp is "Bijlage 3".
        title: of the whole file.
        page: what is stamped on a page, with `stamp`, `page` and `pages` filled in.
        language: of what is stamped.

    Raises:
        NotPrinted: one of them cannot be read, or all of it is too much.
    """
    listed = [{"label": one.label, "stamp": one.stamp} for one in pieces]
    told: dict[str, object] = {"title": title, "page": page, "language": language, "pieces": listed}
    return _confined(told, [first, *(one.pdf for one in pieces)], "bind")


def _confined(told: dict[str, object], pdfs: Sequence[bytes], what: str) -> bytes:
    """Gives a line that says how long each file is, then the files."""
    raw = json.dumps({**told, "sizes": [len(one) for one in pdfs]}).encode() + b"\n" + b"".join(pdfs)
    made = run_confined("helpdesk.lib.papers.binder", raw, what, seconds=SECONDS, megabytes=MEGABYTES)
    if made is None:
        raise NotPrinted(BROKEN)
    return made
