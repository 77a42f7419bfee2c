"""A safe copy holds colours and nothing else; what cannot be one is refused with a word."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import from_pillow

from benchmarks.trimming import data_folder
from helpdesk.lib.confined import run_confined
from helpdesk.lib.files.kinds import FileKind, Refused
from helpdesk.lib.files.safe import safe_copy

ACTIVE = (b"/JavaScript", b"/OpenAction", b"/Launch", b"/EmbeddedFile", b"/URI", b"/AcroForm", b"<script", b"Exif\0")
TELLING = (b"Zeepaardje", b"Nikon", b"Exif", b"xpacket", b"Photoshop", b"ICC_PROFILE")


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), *, turned: bool = False) -> bytes:
    """A photograph that tells where, with what, and by whom it was taken."""
    image = Image.new("RGB", size, (200, 120, 40))
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "Nikon", "Zeepaardje", 6 if turned else 1
    exif.get_ifd(0x8825)[2] = (52.0, 22.0, 12.0)  # GPSLatitude
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0x927C] = b"Zeepaardje maker note"
    out = io.BytesIO()
    xmp = b"<?xpacket begin=''?><x:xmpmeta>Zeepaardje</x:xmpmeta><?xpacket end='w'?>"
    if kind == "HEIF":
        from_pillow(image).save(out, exif=exif.tobytes(), xmp=xmp)
    else:
        image.save(out, kind, exif=exif, xmp=xmp, icc_profile=b"Zeepaardje profile" * 10, comment=b"Zeepaardje")
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A valid PNG of any size in a few bytes: the pixels are all alike."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(bytes(min(height, 2_000) * (width + 1)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "foto.JPG"), ("PNG", "foto.png"), ("WEBP", "foto.webp"), ("HEIF", "foto.heic")]
)
def test_a_photo_loses_its_place_and_device(kind: str, name: str) -> None:
    told = photo(kind)
    assert b"Nikon" in told, "the control: it stood in the file"
    copy = safe_copy(name, told)
    assert not [word for word in TELLING if word in copy.data]
    with Image.open(io.BytesIO(copy.data)) as drawn:
        assert drawn.size == (64, 48)
        assert dict(drawn.getexif()) == {}
        assert not set(drawn.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_stands_upright() -> None:
    with Image.open(io.BytesIO(safe_copy("foto.jpg", photo(turned=True)).data)) as drawn:
        assert drawn.size == (48, 64)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("foto.jpg", b"", "empty"),
        ("foto.jpg", b"\xff\xd8\xff" + bytes(11 * 1024 * 1024), "size"),
        ("brief.docx", b"PK\x03\x04", "kind"),
        ("foto.svg", b"<svg onload='x()'/>", "kind"),
        ("foto", b"\xff\xd8\xff", "kind"),
        ("foto.jpg", b"<html><script>x()</script>", "name"),
        ("foto.png", b"\xff\xd8\xff", "name"),
        ("foto.jpg", b"\xff\xd8\xff\x00", "broken"),
        ("brief.pdf", b"%PDF-1.7 and nothing", "broken"),
        ("bom.png", png_of(30_000, 30_000), "pixels"),
        ("bom.png", png_of(20_000, 2_100), "pixels"),
    ],
)
def test_what_is_refused_and_why(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        safe_copy(name, data)
    assert refused.value.reason == reason


def test_what_takes_too_long_is_refused() -> None:
    with pytest.raises(Refused):
        safe_copy("foto.jpg", photo(), seconds=0.001)


def test_a_script_behind_the_pixels_does_not_come_along() -> None:
    copy = safe_copy("foto.jpg", photo() + b"<script>x()</script>")
    assert b"<script>" not in copy.data


def test_the_small_process_is_believed_about_nothing() -> None:
    assert run_confined("helpdesk.lib.files.redraw", b"x", "text/html", seconds=10, megabytes=512) is not None
    with pytest.raises(ValueError, match="text/html"):
        FileKind("text/html")


def hostile() -> list[Path]:
    found = data_folder()
    if found is None or not (found.parent / "hostile").is_dir():
        pytest.skip("the hostile files are not on this machine; set HELPDESK_TEST_DATA")
    return sorted(path for path in (found.parent / "hostile").rglob("*") if path.is_file())


def test_no_hostile_file_comes_through_as_it_is() -> None:
    drawn, refused = 0, 0
    for path in hostile():
        for name in {path.name, f"{path.stem}.jpg", f"{path.stem}.pdf"}:
            try:
                copy = safe_copy(name, path.read_bytes())
            except Refused:
                refused += 1
                continue
            drawn += 1
            assert copy.type in {"image/jpeg", "image/png", "application/pdf"}
            parts = (
                b"/JavaScript",
                b"/OpenAction",
                b"/Launch",
                b"/EmbeddedFile",
                b"/URI",
                b"/AcroForm",
                b"<script",
                b"Exif\0",
            )
            assert not [part for part in parts if part in copy.data], path.name
    print(f"{drawn} drawn anew, {refused} refused")
    assert drawn > 10
    assert refused > drawn


def test_the_text_of_a_pdf_comes_beside_it() -> None:
    path = next(path for path in hostile() if path.name == "commented.pdf")
    copy = safe_copy(path.name, path.read_bytes())
    assert copy.text.strip()
    assert copy.pages == 1
