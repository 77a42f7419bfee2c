"""Looks into an office document, which is a ZIP file, before any program opens it: is it what it says, is it a bomb?"""

from __future__ import annotations

import io
import zipfile

from helpdesk.lib.files.kinds import FileKind, Refused

MOST_PARTS = 2_000
MOST_UNPACKED = 200 * 1024 * 1024  # bytes of all parts together, counted and not believed
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ODT = b"application/vnd.oasis.opendocument.text"
_STEP = 1024 * 1024


def check_packed(data: bytes, kind: FileKind) -> None:
    """Whether `data` is a text document without a password that unpacks to a bearable size.

    Raises:
        Refused: name, locked, or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
                raise Refused("broken")
            if any(one.flag_bits & 1 for one in parts):
                raise Refused("locked")
            _count(packed, parts)
            _is_text(packed, kind)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise error if isinstance(error, Refused) else Refused("broken") from None


def _count(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    room = MOST_UNPACKED
    for one in parts:
        with packed.open(one) as part:
            while step := part.read(_STEP):
                room -= len(step)
                if room < 0:
                    raise Refused("broken")


def _is_text(packed: zipfile.ZipFile, kind: FileKind) -> None:
    if kind is FileKind.DOCX:
        if _WORD not in packed.read("[Content_Types].xml"):
            raise Refused("name")
        return
    if packed.read("mimetype").strip() != _ODT:
        raise Refused("name")
    if b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise Refused("locked")
