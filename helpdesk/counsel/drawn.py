"""The secret of an app as squares that a camera reads: one path, so that the page needs no picture and no style."""

from __future__ import annotations

import qrcode  # type: ignore[import-untyped]


def squares(text: str) -> tuple[int, str]:
    """How many squares a side has, with the white border, and the path of the dark ones."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return len(rows), path
