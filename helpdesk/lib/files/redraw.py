"""The confined process: a file on standard input, one line of JSON and the redrawn file on standard output."""

from __future__ import annotations

import io
import sys
import warnings
from collections.abc import Iterator
from typing import Any

from helpdesk.lib.confined import confine
from helpdesk.lib.files.answering import answer
from helpdesk.lib.files.kinds import MOST_PAGES, MOST_PIXELS, FileKind, Refused

FORMATS = {FileKind.JPEG: "JPEG", FileKind.PNG: "PNG", FileKind.WEBP: "WEBP", FileKind.HEIC: "HEIF"}
DPI = 150
LARGEST_PAGE = 12_000_000  # pixels; a larger page is drawn smaller
QUALITY = 85
MOST_TEXT = 200_000


def main() -> int:
    """Never says more than a word about what is wrong."""
    (kind,) = confine()
    data = sys.stdin.buffer.read()
    return answer(lambda: pdf(data) if kind == FileKind.PDF else image(data, FileKind(kind)))


def image(data: bytes, kind: FileKind) -> tuple[dict[str, object], bytes]:
    """The first picture of the file, turned upright, as bare colours."""
    from PIL import Image, ImageOps

    if kind == FileKind.HEIC:
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
    warnings.simplefilter("ignore")
    Image.MAX_IMAGE_PIXELS = None  # our own limit comes before a single pixel is read
    with Image.open(io.BytesIO(data), formats=[FORMATS[kind]]) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Refused("pixels")
        upright = ImageOps.exif_transpose(opened)
        seen_through = "A" in upright.getbands() or "transparency" in upright.info
        drawn = upright.convert("RGBA" if seen_through else "RGB")
    bare = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())  # no info, no profile, no metadata
    out = io.BytesIO()
    if kind == FileKind.PNG or seen_through:
        bare.save(out, "PNG")
    else:
        bare.save(out, "JPEG", quality=QUALITY)
    return {"pages": 1}, out.getvalue()


def pdf(data: bytes) -> tuple[dict[str, object], bytes]:
    """Pictures of the pages, put together again, and the text that stood on them."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if "password" in str(error).lower() else "broken") from None
    count = len(document)
    if not count:
        raise Refused("broken")
    if count > MOST_PAGES:
        raise Refused("pages")
    texts: list[str] = []
    pages = _pages(document, texts)
    first, out = next(pages), io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=pages, resolution=DPI, quality=QUALITY, creationDate=None)
    return {"pages": count, "text": "\n\n".join(texts)[:MOST_TEXT]}, out.getvalue()


def _pages(document: Any, texts: list[str]) -> Iterator[Any]:
    """One at a time, so that memory holds one page."""
    for page in document:
        width, height = page.get_size()
        scale = DPI / 72
        pixels = width * height * scale * scale
        if pixels > LARGEST_PAGE:
            scale *= (LARGEST_PAGE / pixels) ** 0.5
        if sum(map(len, texts)) < MOST_TEXT:
            texts.append(page.get_textpage().get_text_bounded().replace("\r\n", "\n"))
        drawn = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        page.close()
        yield drawn


if __name__ == "__main__":
    raise SystemExit(main())
