"""The confined process that binds: files on standard input, one PDF or their numbers of pages on standard output."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from helpdesk.lib.confined import confine, give_up

HERE = Path(__file__).parent
MILLIMETRE = 72 / 25.4
WIDE, HIGH = 62 * MILLIMETRE, 7 * MILLIMETRE  # of a stamp, as `stamps.typ` makes it
FROM_RIGHT, FROM_TOP = 6 * MILLIMETRE, 4 * MILLIMETRE
NOT_PRINTED = ("/AA", "/Annots", "/StructParents")  # what opens or runs, and the notes that others left in the margin


def main() -> int:
    """Bind or count; no answer when one of the files cannot be read."""
    import pikepdf

    (what,) = confine()
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    told = json.loads(head)
    try:
        files = _parted(body, told["sizes"])
        answer = bound(told, files) if what == "bind" else json.dumps([_pages(one) for one in files]).encode()
    except (MemoryError, RecursionError, pikepdf.PdfError, ValueError):
        give_up()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def bound(told: dict[str, Any], files: list[bytes]) -> bytes:
    """The first file with the others behind it, stamped, under its own tags."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(files[0])) as whole:
        lines: list[pikepdf.OutlineItem] = []
        for piece, raw in zip(told["pieces"], files[1:], strict=True):
            with pikepdf.open(io.BytesIO(raw)) as other:
                first, count = len(whole.pages), len(other.pages)
                texts = [
                    told["page"].format(stamp=piece["stamp"], page=number, pages=count)
                    for number in range(1, count + 1)
                ]
                whole.pages.extend(other.pages)
            lines.append(pikepdf.OutlineItem(piece["label"], first))
            with pikepdf.open(io.BytesIO(stamped(texts, told["language"]))) as made:
                for at, stamp in enumerate(made.pages, start=first):
                    _prepare(whole.pages[at])
                    _lay_over(whole, whole.pages[at], stamp, f"/Stamp{at}")
        with whole.open_outline() as outline:
            outline.root.extend(lines)
        _say_what_it_is(whole, told["title"])
        whole.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def stamped(texts: list[str], language: str) -> bytes:
    """A PDF with a page for each stamp."""
    import typst

    made = typst.compile(
        str(HERE / "stamps.typ"),
        root=str(HERE),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"stamps": json.dumps(texts), "language": language},
        timestamp=0,
    )
    assert isinstance(made, bytes)  # noqa: S101 - one format, so one file
    return made


def _parted(body: bytes, sizes: list[int]) -> list[bytes]:
    found, at = [], 0
    for size in sizes:
        found.append(body[at : at + size])
        at += size
    return found


def _pages(raw: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(raw)) as document:
        return len(document.pages)


def _prepare(page: Any) -> None:
    for name in NOT_PRINTED:
        if name in page.obj:
            del page.obj[name]


def _lay_over(whole: Any, page: Any, stamp: Any, name: str) -> None:
    """As `add_overlay` does, which takes a name by chance: the same file would have other bytes each time."""
    import pikepdf

    form = whole.copy_foreign(stamp.as_form_xobject())
    place = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(name))
    laid = page.calc_form_xobject_placement(form, place, _corner(page))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" + laid)


def _corner(page: Any) -> Any:
    """The corner that a reader sees at the right and above, also of a page that lies on its side."""
    import pikepdf

    left, low, right, high = (float(one) for one in page.cropbox)
    turned = int(page.obj.get("/Rotate", 0)) % 360
    x = {0: right - FROM_RIGHT - WIDE, 180: left + FROM_RIGHT}
    y = {0: high - FROM_TOP - HIGH, 180: low + FROM_TOP}
    if turned in x:
        return pikepdf.Rectangle(x[turned], y[turned], x[turned] + WIDE, y[turned] + HIGH)
    if turned == 90:  # seen: up is to the left
        return pikepdf.Rectangle(left + FROM_TOP, high - FROM_RIGHT - WIDE, left + FROM_TOP + HIGH, high - FROM_RIGHT)
    return pikepdf.Rectangle(right - FROM_TOP - HIGH, low + FROM_RIGHT, right - FROM_TOP, low + FROM_RIGHT + WIDE)


def _say_what_it_is(whole: Any, title: str) -> None:
    """Its title; and no claim of a standard that the pages of others do not meet."""
    del whole.Root.Metadata
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about["dc:title"] = title
    whole.docinfo["/Title"] = title


if __name__ == "__main__":
    raise SystemExit(main())
