"""Which files are taken in. Name and first bytes must agree, and the file must open; nothing else is believed."""

from __future__ import annotations

from enum import StrEnum

LARGEST = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 40_000_000
MOST_PAGES = 60


class FileKind(StrEnum):
    """The value is the content type of the safe copy's source."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    HEIC = "image/heic"
    PDF = "application/pdf"


ENDINGS = {
    "jpg": FileKind.JPEG,
    "jpeg": FileKind.JPEG,
    "jpe": FileKind.JPEG,
    "png": FileKind.PNG,
    "webp": FileKind.WEBP,
    "heic": FileKind.HEIC,
    "heif": FileKind.HEIC,
    "pdf": FileKind.PDF,
}
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)
_HEIF = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_PDF_WITHIN = 1024  # readers take a PDF whose head stands a little further on


class Refused(ValueError):
    """This file has no safe copy. `reason` is a word of ours, for which each site has a sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


REASONS = {
    "kind": "Dit soort bestand nemen we niet aan. Een foto of een PDF kan wel.",
    "name": "De naam en de inhoud van dit bestand horen niet bij elkaar.",
    "size": "Dit bestand is te groot. Het mag 10 MB zijn.",
    "empty": "Dit bestand is leeg.",
    "pixels": "Deze foto heeft te veel beeldpunten.",
    "pages": "Deze PDF heeft meer dan 60 bladzijden.",
    "locked": "Op deze PDF zit een wachtwoord.",
    "broken": "Dit bestand is kapot of kost te veel om te openen.",
    "virus": "In dit bestand zit misschien een virus.",
}


def kind_of(name: str, data: bytes) -> FileKind:
    """The kind on which name and content agree.

    Raises:
        Refused: empty, size, kind, or name.
    """
    if not data:
        raise Refused("empty")
    if len(data) > LARGEST:
        raise Refused("size")
    named = ENDINGS.get(name.rpartition(".")[2].lower())
    if named is None:
        raise Refused("kind")
    if _looks_like(data) is not named:
        raise Refused("name")
    return named


def _looks_like(data: bytes) -> FileKind | None:
    if data.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return FileKind.WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return FileKind.HEIC
    return FileKind.PDF if b"%PDF-" in data[:_PDF_WITHIN] else None
