"""A picture that we drew ourselves, as a page."""

from __future__ import annotations

import io

from PIL import Image

from helpdesk.lib.papers.pdf import NotPrinted

A4 = (8.27, 11.69)  # in inches, as everything here
MARGIN = 0.4
DPI, FINEST = 150, 300


def page_of(picture: bytes) -> bytes:
    """One page of A4 with the whole picture on it, upright or lying as it fits best; a small one is not blown up.

    Only for pictures of our own: what came in is drawn anew in its sandbox.

    Raises:
        NotPrinted: it is no picture.
    """
    made = io.BytesIO()
    try:
        drawn = Image.open(io.BytesIO(picture)).convert("RGB")
        wide, high = A4 if drawn.height >= drawn.width else reversed(A4)
        dpi = min(FINEST, max(DPI, drawn.width / (wide - 2 * MARGIN), drawn.height / (high - 2 * MARGIN)))
        drawn.thumbnail((round((wide - 2 * MARGIN) * dpi), round((high - 2 * MARGIN) * dpi)))
        page = Image.new("RGB", (round(wide * dpi), round(high * dpi)), "white")
        page.paste(drawn, ((page.width - drawn.width) // 2, round(MARGIN * dpi)))
        page.save(made, "PDF", resolution=dpi)
    except (OSError, ValueError):
        raise NotPrinted("Dit kan niet op papier.") from None
    return made.getvalue()
