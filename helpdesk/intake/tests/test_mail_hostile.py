"""Whatever comes in ends as something that a colleague can open, with the original byte for byte beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from helpdesk.cases.access_mail import mail_for
from helpdesk.cases.actions.mail_in import Place, place_mail, store_mail
from helpdesk.cases.models import Mail
from helpdesk.intake.arriving import arrived
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter, multipart, part, real_mail
from tests import cast

pytestmark = pytest.mark.django_db
BOX = Mailbox("helpdesk", "localhost", "user", "secret", address="help@example.org", authserv="mx.example.org")
AsMail = Callable[[], AbstractContextManager[None]]
MEGABYTE = 1024 * 1024


def nested(depth: int) -> bytes:
    """Boxes in boxes, the innermost with words."""
    raw = b"Content-Type: text/plain\r\n\r\nHelemaal binnen"
    for level in range(depth):
        mark = b"b%d" % level
        head = b'Content-Type: multipart/mixed; boundary="' + mark + b'"\r\n\r\n--' + mark + b"\r\n"
        raw = head + raw + b"\r\n--" + mark + b"--\r\n"
    return b"From: noor@example.org\r\nSubject: diep\r\n" + raw


BAD: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "one byte": lambda: b"\xff",
    "zeros": lambda: b"\0" * 5_000,
    "no headers": lambda: b"\r\n\r\nMag ik bij oma wonen?",
    "headers alone": lambda: b"From: noor@example.org\r\nSubject: Vraag",
    "a broken header": lambda: letter("Hallo", "Content-Type: multipart/mixed; boundary", "X: \x00\x07"),
    "a charset that is none": lambda: letter("Hallo", "Content-Type: text/plain; charset=\x00geen"),
    "a lone surrogate": lambda: letter("<p>&#xD800;</p>", "Content-Type: text/html", "Subject: =?utf-16?b?2AA=?="),
    "base64 that is none": lambda: letter("====!!", "Content-Transfer-Encoding: base64"),
    "a header of a megabyte": lambda: letter("Hallo", "X-Lang: " + "a" * MEGABYTE),
    "ten thousand headers": lambda: letter("Hallo", *(f"X-{number}: a" for number in range(10_000))),
    "a thousand parts": lambda: multipart([part(b"x", "Content-Type: image/png")] * 1_000),
    "ten thousand parts": lambda: multipart([part(b"x", "Content-Type: image/png")] * 10_000),
    "a hundred deep": lambda: nested(100),
    "a thousand deep": lambda: nested(1_000),
    "25 MB": lambda: multipart([part(b"A" * 25 * MEGABYTE, 'Content-Type: image/png; name="foto.png"')]),
    "script": lambda: letter('<script>alert("1")</script><img src=x onerror=alert(1)>Dag', "Content-Type: text/html"),
    "a quote without end": lambda: letter("> " * 200_000),
    "loops of addresses": lambda: letter("Hallo", "Cc: " + "<" * 30_000, "References: " + "<a@b> " * 5_000),
}


def comes_in(as_mail: AsMail, raw: bytes, uid: int = 1) -> Mail:
    with as_mail():
        mail_id = store_mail(Place("helpdesk", 1, uid), raw)
        assert place_mail(mail_id, lambda: arrived(raw, BOX))
    with act_as(cast.member("mo").pk):
        row: Mail = Mail.objects.select_related("case").defer("raw").get(pk=mail_id)
    return row


def page_of(row: Mail) -> str:
    path = f"/e-mail/{row.pk}/" if row.case is None else f"/triage/{row.case.code}/"
    answer = cast.desk_client("mo").get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def original_of(row: Mail) -> bytes:
    """As it is kept; alone one gets it without its files, and that page must not break on it either."""
    assert cast.desk_client("mo").get(f"/e-mail/{row.pk}/origineel/").status_code == 200
    mo = cast.member("mo")
    with act_as(mo.pk):
        return bytes(mail_for(mo, row.pk, to="read-case").raw)


@pytest.mark.parametrize("name", BAD)
def test_it_can_be_opened_and_the_original_is_whole(as_mail: AsMail, name: str) -> None:
    raw = BAD[name]()
    row = comes_in(as_mail, raw)
    assert row.state in {"placed", "robot"}
    page = page_of(row)
    assert "krh-mail" in page
    assert len(page) < 2 * MEGABYTE
    assert "<script>alert" not in page
    assert "onerror=alert" not in page
    assert original_of(row) == raw


def real() -> Iterator[bytes]:
    """Every twentieth of the messages that break other parsers."""
    files = [one for one in sorted(real_mail().rglob("*")) if one.is_file() and one.suffix not in {".py", ".md"}]
    yield from (one.read_bytes() for one in files[::20])


def test_real_messages_that_break_others_can_all_be_opened(as_mail: AsMail) -> None:
    seen = 0
    for uid, raw in enumerate(real(), start=1):
        row = comes_in(as_mail, raw, uid)
        assert "krh-mail" in page_of(row), uid
        assert original_of(row) == raw, uid
        seen += 1
    assert seen > 20
