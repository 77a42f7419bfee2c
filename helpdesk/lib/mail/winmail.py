"""winmail.dat: what Outlook packs when it trusts the other side to be Outlook. A reader of TNEF, with limits.

It finds the files, the subject and the plain or HTML words. Words that exist only as compressed RTF stay closed; they
come out as a file, and `rtf` says so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.charsets import decode

SIGNATURE = 0x223E9F78
_BODY, _SUBJECT, _CODEPAGE = 0x800C, 0x8004, 0x9007
_NEXT_FILE, _TITLE, _DATA, _FILE_PROPERTIES, _PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005, 0x9003
_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME, _BYTES = 0x3707, 0x3704, 0x3001, 0x3701
_PLAIN, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = {0xD, 0x1E, 0x1F, 0x102}
_UTF16 = 0x1F
_MANY = 0x1000
_PROPERTY_LIMIT = 5_000


class NotWinmail(ValueError):
    """These bytes are no TNEF."""


@dataclass(slots=True)
class Embedded:
    name: str = ""
    content: bytes = b""


@dataclass(slots=True)
class Winmail:
    subject: str = ""
    body: str = ""
    html: str = ""
    rtf: bytes = b""
    files: list[Embedded] = field(default_factory=list)
    whole: bool = True  # False: it broke off, or held more than we take


def open_winmail(raw: bytes) -> Winmail:
    """All that can be read; raises NotWinmail when it never was one."""
    if len(raw) < 6 or struct.unpack_from("<I", raw)[0] != SIGNATURE:
        raise NotWinmail
    found, charset = Winmail(), "cp1252"
    try:
        for name, data in _attributes(raw):
            if name == _CODEPAGE and len(data) >= 4:
                charset = f"cp{struct.unpack_from('<I', data)[0]}"
            else:
                _take(found, name, data, charset)
    except (struct.error, NotWinmail):
        found.whole = False
    if len(found.files) > limits.EMBEDDED:
        found.files, found.whole = found.files[: limits.EMBEDDED], False
    found.files = [file for file in found.files if file.content or file.name]
    return found


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(raw):
        level, name, _, length = struct.unpack_from("<BHHI", raw, at)
        if level not in {1, 2}:
            raise NotWinmail
        at += 9
        if at + length > len(raw):
            raise NotWinmail
        yield name, raw[at : at + length]
        at += length + 2  # the checksum: programs exist that get it wrong, so we do not hold it against them


def _take(found: Winmail, name: int, data: bytes, charset: str) -> None:
    if name == _NEXT_FILE:
        if len(found.files) <= limits.EMBEDDED:
            found.files.append(Embedded())
    elif name == _SUBJECT:
        found.subject = _text(data, charset)
    elif name == _BODY:
        found.body = _text(data, charset)
    elif name == _PROPERTIES:
        for number, kind, value in _properties(data):
            if number == _PLAIN and not found.body:
                found.body = _property_text(kind, value, charset)
            elif number == _HTML:
                found.html = _property_text(kind, value, charset)
            elif number == _RTF:
                found.rtf = value
    elif found.files and name == _TITLE:
        found.files[-1].name = found.files[-1].name or _text(data, charset)
    elif found.files and name == _DATA:
        found.files[-1].content = data
    elif found.files and name == _FILE_PROPERTIES:
        _take_file(found.files[-1], data, charset)


def _take_file(file: Embedded, data: bytes, charset: str) -> None:
    names: dict[int, str] = {}
    for number, kind, value in _properties(data):
        if number in {_LONG_NAME, _SHORT_NAME, _DISPLAY_NAME}:
            names[number] = _property_text(kind, value, charset)
        elif number == _BYTES and not file.content:
            file.content = value
    file.name = names.get(_LONG_NAME) or file.name or names.get(_SHORT_NAME) or names.get(_DISPLAY_NAME) or ""


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    (count,), at = struct.unpack_from("<I", data), 4
    for _ in range(min(count, _PROPERTY_LIMIT)):
        kind, number = struct.unpack_from("<HH", data, at)
        at += 4
        if number >= 0x8000:
            at = _after_name(data, at)
        single, values = kind & ~_MANY, 1
        if kind & _MANY or single in _VARIABLE:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        if single not in _VARIABLE and single not in _FIXED:
            raise NotWinmail
        for _ in range(min(values, _PROPERTY_LIMIT)):
            if single in _VARIABLE:
                (size,) = struct.unpack_from("<I", data, at)
                at += 4
            else:
                size = _FIXED[single]
            if at + size > len(data):
                raise NotWinmail
            yield number, single, data[at : at + size]
            at += size + -size % 4


def _after_name(data: bytes, at: int) -> int:
    (by_text,) = struct.unpack_from("<I", data, at + 16)
    if not by_text:
        return at + 24
    length: int = struct.unpack_from("<I", data, at + 20)[0]
    return at + 24 + length + -length % 4


def _property_text(kind: int, value: bytes, charset: str) -> str:
    return _text(value, "utf-16-le" if kind == _UTF16 else charset)


def _text(data: bytes, charset: str) -> str:
    return decode(data[: limits.TEXT], charset)[0].rstrip("\0 \n")
