"""The sandbox gives the same record, stops what takes too much, and hands back something readable then."""

from __future__ import annotations

import base64
import subprocess
import sys

import pytest

from helpdesk.lib import confined
from helpdesk.lib.mail import sandbox
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.record import BodyFrom, Mail
from helpdesk.lib.mail.sandbox import read_safely
from helpdesk.lib.tests.mail_samples import letter, multipart, part

CALENDAR = b"BEGIN:VEVENT\nSUMMARY:Zitting\nDTSTART:20260305\nEND:VEVENT\n"


def test_the_record_is_the_same_as_without() -> None:
    raw = multipart(
        [
            part("Zie €".encode(), "Content-Type: text/plain; charset=utf-8"),
            part(CALENDAR, "Content-Type: text/calendar"),
            part(letter("binnen"), "Content-Type: message/rfc822"),
            part(bytes(range(256)), "Content-Type: image/png; name=x.png", "Content-Transfer-Encoding: binary"),
            part(b"s", "Content-Type: application/pgp-signature"),
        ]
    )
    assert read_safely(raw) == read(raw)
    assert read_safely(b"") == read(b"")


def test_25_megabytes_fit() -> None:
    coded = base64.encodebytes(bytes(18_500_000))
    raw = multipart([part(coded, "Content-Type: image/jpeg; name=f.jpg", "Content-Transfer-Encoding: base64")])
    assert len(raw) > 24_900_000
    assert read_safely(raw, seconds=60).parts[0].size == 18_500_000


@pytest.mark.parametrize(("size", "seconds", "megabytes"), [(0, 0.001, 512), (20_000_000, 20, 40)])
def test_too_long_or_too_large_is_a_stub_that_can_be_read(size: int, seconds: float, megabytes: int) -> None:
    mail = read_safely(letter("Mag ik iets vragen?" + " " * size), seconds=seconds, megabytes=megabytes)
    assert (mail.body_from, mail.subject) == (BodyFrom.STUB, "Vraag")
    assert "te veel tijd of geheugen" in mail.defects[0]
    assert "Mag ik iets vragen?" in mail.body


def test_the_small_process_writes_no_file_and_eats_no_memory() -> None:
    code = (
        "import sys; from helpdesk.lib.confined import lay_limits; lay_limits(5, 256)\n"
        "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('memory')\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "import tempfile\n"
        "try:\n    f = tempfile.TemporaryFile(); f.write(b'x'); f.flush()\nexcept OSError:\n    print('file')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=confined._HOME, check=False)
    assert done.stdout.split() == ["memory", "file"]


@pytest.mark.parametrize("answer", [None, 1, [], {}, {"subject": 3}])
def test_an_answer_that_is_no_record_is_refused(answer: object) -> None:
    with pytest.raises((TypeError, KeyError, ValueError)):
        sandbox._from_json(answer, Mail)
