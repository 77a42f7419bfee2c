"""A real mail server is emptied: marked after, large and broken messages hold up no other, and pauses end."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from devtools.dovecot import PASSWORD, USER, Dovecot
from helpdesk.cases.actions.mail_in import MOST_TRIES, Arrived
from helpdesk.cases.models import Mail, MailboxState
from helpdesk.intake import arriving, fetching
from helpdesk.intake.fetching import DONE, Away, session
from helpdesk.intake.mailboxes import Mailbox
from helpdesk.intake.management.commands import mail_worker
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter
from tests import cast
from tests.sites import free_ports

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("dovecot")]
AsMail = Callable[[], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Dovecot]:
    with tempfile.TemporaryDirectory(prefix="krh-mail-", dir="/tmp") as home:
        Path(home).chmod(0o711)
        server = Dovecot(Path(home) / "d", free_ports(1)[0])
        server.start()
        try:
            yield server
        finally:
            server.kill()


@pytest.fixture
def box(dovecot: Dovecot) -> Iterator[Mailbox]:
    """An empty mailbox."""
    yield Mailbox("helpdesk", "127.0.0.1", USER, PASSWORD, port=dovecot.port, tls=False)
    with fetching._client(Mailbox("x", "127.0.0.1", USER, PASSWORD, port=dovecot.port, tls=False)) as client:
        client.select_folder("INBOX")
        client.delete_messages(client.search("ALL"))
        client.expunge()


def deliver(box: Mailbox, *messages: bytes) -> None:
    with fetching._client(box) as client:
        for raw in messages:
            client.append("INBOX", raw)


def at_server(box: Mailbox, *search: Any) -> int:
    with fetching._client(box) as client:
        client.select_folder("INBOX", readonly=True)
        return len(client.search([*search] or "ALL"))


def emptied(as_mail: AsMail, box: Mailbox) -> int:
    with as_mail(), session(box) as opened:
        return opened.empty(lambda: False)


def trouble() -> str:
    return MailboxState.objects.get(name="helpdesk").trouble


def stored() -> list[Mail]:
    with act_as(cast.member("mo").pk):
        return list(Mail.objects.order_by("uid"))


def test_each_is_placed_once_and_marked_after(as_mail: AsMail, box: Mailbox) -> None:
    deliver(box, letter("een"), letter("twee"))
    assert emptied(as_mail, box) == 2
    assert at_server(box, b"KEYWORD", DONE) == 2
    assert emptied(as_mail, box) == 0
    assert [row.state for row in stored()] == ["placed", "placed"]


def test_what_a_person_read_elsewhere_comes_in_too(as_mail: AsMail, box: Mailbox) -> None:
    """At a server without keywords of our own."""
    deliver(box, letter("een"), letter("twee"))
    with fetching._client(box) as client:
        client.select_folder("INBOX")
        client.add_flags(client.search("ALL")[:1], [b"\\Seen"])
    for placed in (2, 0):
        with as_mail(), session(box) as opened:
            opened._keeps_words = False
            assert opened.empty(lambda: False) == placed
    assert at_server(box, b"KEYWORD", DONE) == 0


def test_a_server_that_numbers_anew_brings_nothing_twice(as_mail: AsMail, box: Mailbox, dovecot: Dovecot) -> None:
    deliver(box, letter("een"), letter("twee"), letter("twee"))
    assert emptied(as_mail, box) == 3
    before = {row.validity for row in stored()}
    dovecot.kill()
    for name in ("dovecot-*", "dovecot.*"):  # what it knew of numbers and keywords
        for file in (dovecot.home / "mail").glob(name):
            file.unlink()
    dovecot.start()
    assert at_server(box, b"UNKEYWORD", DONE) == 3
    assert emptied(as_mail, box) == 0
    assert at_server(box, b"UNKEYWORD", DONE) == 0
    assert len(stored()) == 3
    assert {row.validity for row in stored()}.isdisjoint(before)


def test_a_message_is_taken_away_where_the_settings_say_so(as_mail: AsMail, box: Mailbox) -> None:
    deliver(box, letter("een"))
    assert emptied(as_mail, replace(box, delete=True)) == 1
    assert at_server(box) == 0


def test_what_is_too_large_stays_and_the_desk_is_told(
    as_mail: AsMail, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 2_000)
    deliver(box, letter("x" * 4_000), letter("klein"))
    assert emptied(as_mail, box) == 1
    assert (at_server(box, b"UNKEYWORD", DONE), trouble()) == (1, "large")
    assert "meer dan 100 MB" in cast.desk_client("mo").get("/e-mail/").content.decode()


def test_a_message_that_breaks_its_reader_holds_up_no_other_and_ends_as_a_question(
    as_mail: AsMail, box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(raw: bytes, mailbox: Mailbox) -> Arrived:
        if b"gif" in raw:
            raise ValueError
        return arriving.arrived(raw, mailbox)

    monkeypatch.setattr(fetching, "arrived", breaks)
    deliver(box, letter("gif"), *(letter(f"goed {number}") for number in range(3)))
    assert emptied(as_mail, box) == 3
    assert trouble() == "fault"
    assert "kwam niet goed binnen" in cast.desk_client("mo").get("/e-mail/").content.decode()
    assert [emptied(as_mail, box) for _ in range(MOST_TRIES)] == [0] * (MOST_TRIES - 1) + [1]
    assert (at_server(box, b"UNKEYWORD", DONE), trouble()) == (0, "")
    mo = cast.desk_client("mo")
    pages = [mo.get(f"/triage/{case_code(row)}/").content.decode() for row in stored()]
    unread = [page for page in pages if "konden we niet lezen" in page]
    assert len(unread) == 1
    assert "gif" in unread[0]


def case_code(row: Mail) -> str:
    with act_as(cast.member("mo").pk):
        assert row.case is not None
        return row.case.code


def test_a_server_that_is_away_is_named(box: Mailbox) -> None:
    for wrong, word in (
        (replace(box, port=free_ports(1)[0]), "away"),
        (replace(box, password="fout"), "login"),
        (replace(box, folder="Nergens"), "folder"),
    ):
        with pytest.raises(Away) as away, session(wrong):
            pass
        assert away.value.word == word


def test_a_pause_grows_while_it_fails_and_is_short_again_after_work(
    box: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds = iter([*[("away", False)] * 12, ("away", True), ("away", False)])
    waited: list[float] = []

    class Stop(threading.Event):
        def is_set(self) -> bool:
            return len(waited) == 14

        def wait(self, timeout: float | None = None) -> bool:
            waited.append(timeout or 0)
            return False

    monkeypatch.setattr(mail_worker, "_round", lambda *_: next(rounds))
    monkeypatch.setattr("random.uniform", lambda low, high: high)
    mail_worker._serve(box, Stop(), once=False)
    assert waited[:3] == [2.0, 4.0, 8.0]
    assert waited[11:] == [mail_worker.LONGEST, 2.0, 4.0]
