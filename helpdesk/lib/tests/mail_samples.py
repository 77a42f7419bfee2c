"""Messages for the tests of mail: some made here, and the folder of real ones where this machine has it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from benchmarks.trimming import data_folder


def real_mail() -> Path:
    """The folder, or the test is skipped and says so."""
    found = data_folder()
    if found is None:
        pytest.skip("the real mail is not on this machine; set HELPDESK_TEST_DATA")
    return found


def letter(body: str = "Hallo", *headers: str, sender: str = "Noor <noor@example.org>") -> bytes:
    """An ordinary message."""
    first = [f"From: {sender}", "To: helpdesk@example.org", "Subject: Vraag", "Date: Tue, 3 Mar 2026 14:00:00 +0100"]
    return "\r\n".join([*first, "Message-ID: <een@example.org>", *headers, "", body]).encode()


def multipart(parts: Iterable[bytes], kind: str = "mixed", boundary: str = "grens", more: str = "") -> bytes:
    """Headers and parts; each part brings its own headers."""
    mark = b"--" + boundary.encode()
    head = letter("", f'Content-Type: multipart/{kind}; boundary="{boundary}"{more}')
    return head + b"".join(b"\r\n" + mark + b"\r\n" + part for part in parts) + b"\r\n" + mark + b"--\r\n"


def part(content: bytes, *headers: str) -> bytes:
    return "\r\n".join([*headers, "", ""]).encode() + content
