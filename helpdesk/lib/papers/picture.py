"""A picture that we drew ourselves, as a page."""

from __future__ import annotations

import io

from PIL import Image

from helpdesk.lib.papers.pdf import NotPrinted

DPI = 150


def page_of(picture: bytes) -> bytes:
    """One page of a PDF. Only for pictures of our own: what came in is drawn anew in its sandbox.

    Raises:
        NotPrinted: it is no picture.
    """
    made = io.BytesIO()
    try:
        Image.open(io.BytesIO(picture)).convert("RGB").save(made, "PDF", resolution=DPI)
    except (OSError, ValueError):
        raise NotPrinted("Dit kan niet op papier.") from None
    return made.getvalue()
