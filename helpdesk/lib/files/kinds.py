"""Which files are taken in. Name and first bytes must agree, and the file must open; nothing else is believed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MOST_PIXELS = 40_000_000
MOST_PAGES = 60


class FileKind(StrEnum):
    """The value is the content type of the safe copy's source."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    HEIC = "image/heic"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    MAIL = "message/rfc822"
    TEXT = "text/plain"


OFFICE = frozenset({FileKind.DOCX, FileKind.ODT, FileKind.RTF})
_PICTURED = {
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
    "jpe": FileKind.JPEG,
    "png": FileKind.PNG,
    "webp": FileKind.WEBP,
    "heic": FileKind.HEIC,
    "heif": FileKind.HEIC,
    "pdf": FileKind.PDF,
}
_WRITTEN = {
    "docx": FileKind.DOCX,
    "odt": FileKind.ODT,
    "rtf": FileKind.RTF,
    "eml": FileKind.MAIL,
    "txt": FileKind.TEXT,
}


@dataclass(frozen=True)
class Taken:
    """Which endings are taken in, and how many bytes one file may have."""

    endings: dict[str, FileKind]
    largest: int

    @property
    def accept(self) -> str:
        """For the file field of a form."""
        return ",".join(f".{ending}" for ending in self.endings)


PUBLIC = Taken(_PICTURED, 10 * 1024 * 1024)
STAFF = Taken({**_PICTURED, **_WRITTEN}, 25 * 1024 * 1024)
_HEADER = re.compile(rb"(?:[!-9;-~]{1,76}:|From )")
_MARKS_OF_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_SEALED_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le"))
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_PDF_WITHIN = 1024  # readers take a PDF whose head stands a little further on


class Refused(ValueError):
    """This file has no safe copy. `reason` is a word of ours, for which each site has a sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Waits(Exception):
    """There is no safe copy now, and there may be one later. `reason` is a word of ours."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


REASONS = {
    "kind": "Dit soort bestand kunnen we niet veilig laten zien.",
    "name": "De naam en de inhoud van dit bestand horen niet bij elkaar.",
    "size": "Dit bestand is te groot.",
    "empty": "Dit bestand is leeg.",
    "pixels": "Deze foto heeft te veel beeldpunten.",
    "pages": "Dit stuk heeft meer dan 60 bladzijden.",
    "locked": "Op dit bestand zit een wachtwoord.",
    "broken": "Dit bestand is kapot of kost te veel om te openen.",
    "virus": "In dit bestand zit misschien een virus.",
}


def kind_of(name: str, data: bytes, taken: Taken = PUBLIC) -> FileKind:
    """The kind on which name and content agree.

    Raises:
        Refused: empty, size, kind, name, or locked.
    """
    if not data:
        raise Refused("empty")
    if len(data) > taken.largest:
        raise Refused("size")
    named = taken.endings.get(name.rpartition(".")[2].lower())
    if named is None:
        raise Refused("kind")
    if named is FileKind.DOCX and data.startswith(_SEALED_OFFICE[0]) and _SEALED_OFFICE[1] in data:
        raise Refused("locked")
    if not _looks_like(data, named):
        raise Refused("name")
    return named


def _looks_like(data: bytes, kind: FileKind) -> bool:
    """A ZIP is looked into later, in the small process; text has no sign but the absence of bytes that are none."""
    match kind:
        case FileKind.JPEG:
            return data.startswith(b"\xff\xd8\xff")
        case FileKind.PNG:
            return data.startswith(b"\x89PNG\r\n\x1a\n")
        case FileKind.WEBP:
            return data[:4] == b"RIFF" and data[8:12] == b"WEBP"
        case FileKind.HEIC:
            return data[4:8] == b"ftyp" and data[8:12] in _HEIF
        case FileKind.PDF:
            return b"%PDF-" in data[:_PDF_WITHIN]
        case FileKind.DOCX | FileKind.ODT:
            return data.startswith(b"PK\x03\x04")
        case FileKind.RTF:
            return data.startswith(b"{\\rtf")
        case FileKind.MAIL:
            return _HEADER.match(data) is not None
        case FileKind.TEXT:
            return data.startswith(_MARKS_OF_WIDE_TEXT) or b"\0" not in data
