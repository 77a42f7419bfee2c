"""The source of a message without its files: what was written is there byte for byte, what was attached is named."""

from __future__ import annotations

import base64
import hashlib

import pytest

from benchmarks.trimming import data_folder
from helpdesk.lib.mail.source import bare, source_without_files
from helpdesk.lib.tests.mail_samples import letter, multipart, part
from helpdesk.lib.tests.test_files import photo

PHOTO = photo()
IN_MAIL = base64.encodebytes(PHOTO)
HEADS = ("Content-Type: image/jpeg", "Content-Transfer-Encoding: base64")
WORDS = part(b"Zie de foto.", "Content-Type: text/plain")


def attached(*heads: str) -> bytes:
    return part(IN_MAIL, *HEADS, *heads)


def without(raw: bytes) -> bytes:
    made = source_without_files(raw)
    assert IN_MAIL[:60] in raw, "the control"
    assert IN_MAIL[60:120] not in made
    assert PHOTO[:40] not in made
    return made


def test_a_plain_message_stays_as_it_came() -> None:
    raw = letter("Mag dat?\r\n\r\n> Nee.\r\n", "X-Own: a\r\n b")
    assert source_without_files(raw) == raw


def test_a_file_is_named_with_its_digest() -> None:
    made = without(multipart([WORDS, attached('Content-Disposition: attachment; filename="straat.jpg"')]))
    assert b"Zie de foto." in made
    assert b"From: Noor <noor@example.org>" in made
    digest = hashlib.sha256(PHOTO).hexdigest()
    assert f"straat.jpg, image/jpeg, {len(PHOTO)} bytes, SHA-256 {digest}".encode() in made


@pytest.mark.parametrize(
    "raw",
    [
        multipart([WORDS, attached("Content-Disposition: inline")]),
        multipart([part(IN_MAIL, "Content-Type: text/plain", "Content-Transfer-Encoding: base64")]),
        multipart([part(b'<img src="data:image/jpeg;base64,' + IN_MAIL + b'">', "Content-Type: text/html")]),
        multipart([part(letter("Dieper") + IN_MAIL, "Content-Type: application/octet-stream")]),
        multipart([part(multipart([WORDS, attached()], boundary="in"), "Content-Type: message/rfc822")]),
        multipart([multipart([WORDS, attached()], boundary="in")]),
        letter("", 'Content-Type: multipart/mixed; boundary="nergens"') + IN_MAIL,
        multipart([WORDS]).replace(b"\r\n--grens\r\n", b"\r\n" + IN_MAIL + b"\r\n--grens\r\n", 1),
        multipart([WORDS]) + IN_MAIL,
        letter("", *HEADS) + IN_MAIL,
    ],
    ids=["inline", "as text", "in html", "bytes", "nested", "deeper", "no parts", "before", "after", "alone"],
)
def test_no_byte_of_a_file_hides_anywhere(raw: bytes) -> None:
    without(raw)


def test_one_that_breaks_its_reader_still_gives_its_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.lib.mail.source.run_confined", lambda *_, **__: None)
    made = source_without_files(multipart([WORDS, attached()]))
    assert b"Subject: Vraag" in made
    assert IN_MAIL[:60] not in made


def test_real_messages_do_not_break_it() -> None:
    home = data_folder()
    if home is None:
        pytest.skip("the real messages are not on this machine; set HELPDESK_TEST_DATA")
    seen = [bare(path.read_bytes()) for path in sorted(home.rglob("*"))[::10] if path.is_file()]
    assert len(seen) > 50
