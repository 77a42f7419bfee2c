"""winmail.dat opens, breaks off without a crash, and gives out what others found in it too."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.mail import limits
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.record import BodyFrom, PartKind
from helpdesk.lib.mail.winmail import SIGNATURE, NotWinmail, open_winmail
from helpdesk.lib.tests.mail_samples import multipart, part, real_mail


def attribute(name: int, data: bytes, level: int = 2) -> bytes:
    return struct.pack("<BHHI", level, name, 0, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def packed(*attributes: bytes) -> bytes:
    return struct.pack("<IH", SIGNATURE, 1) + b"".join(attributes)


def file(name: bytes, content: bytes) -> bytes:
    return attribute(0x9002, b"\0" * 14) + attribute(0x8010, name + b"\0") + attribute(0x800F, content)


WINMAIL = packed(attribute(0x800C, b"Beste helpdesk\0", 1), file(b"brief.doc", b"inhoud"), file(b"kaart.jpg", b"beeld"))
AS_PART = ("Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: binary")


def test_files_come_out_and_words_too() -> None:
    mail = read(multipart([part(WINMAIL, *AS_PART)]))
    assert [(one.name, one.content) for one in mail.parts] == [("brief.doc", b"inhoud"), ("kaart.jpg", b"beeld")]
    assert (mail.body, mail.body_from) == ("Beste helpdesk", BodyFrom.WINMAIL)


def test_broken_or_false_it_is_kept_as_it_came() -> None:
    mail = read(multipart([part(WINMAIL[:-4], *AS_PART)]))
    assert [one.kind for one in mail.parts] == [PartKind.UNOPENED, PartKind.FILE, PartKind.FILE]
    assert [one.content for one in mail.parts[1:]] == [b"inhoud", b""]
    assert any("beschadigd" in defect for defect in mail.defects)
    false = read(multipart([part(b"geen tnef", *AS_PART)]))
    assert [(one.kind, one.content) for one in false.parts] == [(PartKind.UNOPENED, b"geen tnef")]


def test_it_holds_no_more_files_than_we_take() -> None:
    found = open_winmail(packed(*(file(b"x", b"y") for _ in range(limits.EMBEDDED + 50))))
    assert (len(found.files), found.whole) == (limits.EMBEDDED, False)


@given(st.binary(max_size=300).map(lambda raw: packed(raw)) | st.binary(max_size=20))
def test_no_bytes_make_it_crash(raw: bytes) -> None:
    with contextlib.suppress(NotWinmail):
        open_winmail(raw)


@given(st.sampled_from([0x9003, 0x9005]), st.binary(max_size=300))
def test_no_properties_make_it_crash(name: int, raw: bytes) -> None:
    open_winmail(packed(attribute(0x9002, b""), attribute(name, raw)))


def test_no_winmail_says_so() -> None:
    with pytest.raises(NotWinmail):
        open_winmail(b"")


def test_the_real_ones_hold_what_others_took_out_of_them() -> None:
    home = real_mail() / "libytnef/test-data"
    if not home.is_dir():
        pytest.skip("no winmail.dat of others here; set HELPDESK_TEST_DATA")
    expected = {path.name.replace("_", " "): path.read_bytes() for path in (home / "results").iterdir()}
    found = [
        file
        for path in sorted(home.iterdir())
        if path.suffix in {".tnef", ".dat"}
        for file in open_winmail(path.read_bytes()).files
    ]
    known = [one for one in found if one.name.replace("_", " ") in expected]
    assert len(known) == len(found)
    assert all(one.content == expected[one.name.replace("_", " ")] for one in known)
    assert {one.name.replace("_", " ") for one in known} == set(expected)
