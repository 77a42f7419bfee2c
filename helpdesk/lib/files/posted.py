"""The files of a posted form, as they were sent. The names are the senders' own and are shown as text alone."""

from __future__ import annotations

from typing import Any


def files_of(files: Any, name: str = "files", *, most: int = 5) -> list[tuple[str, bytes]]:
    """Names and bytes under `name` in `request.FILES`; empty ones, as browsers send for no choice, left out."""
    found = [(str(one.name), one.read()) for one in files.getlist(name)[:most]]
    return [(name, data) for name, data in found if data]
