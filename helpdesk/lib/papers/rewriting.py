"""Changes some parts of an Office file and leaves the others, without a moment in it: the same stays the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping


def rewritten(
    archive: bytes, changes: Mapping[str, Callable[[str], str]], more: Mapping[str, str] | None = None
) -> bytes:
    """The file with its parts changed by name, and with `more` parts that it did not have."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in changes:
                data = changes[name](data.decode()).encode()
            new.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        for name, text in (more or {}).items():
            new.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
