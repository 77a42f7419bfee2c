"""The press: so many at once, everybody in turn, and a press that dies costs nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from helpdesk.desk.press_out import press_waiting
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports import pressing
from helpdesk.reports.pressing import Busy
from helpdesk.reports.tests.test_read_report import agree, asked
from helpdesk.reports.tests.test_sign_report import frozen, signed
from helpdesk.reports.tests.writing_scene import whole
from helpdesk.reports.workflow import State

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_wait_their_turn_and_all_arrive(monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Lock
    from time import sleep

    busy, most, lock = 0, 0, Lock()

    def slow(_: Any) -> bytes:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        sleep(0.01)
        with lock:
            busy -= 1
        return b"%PDF"

    monkeypatch.setattr(pressing, "as_pdf", slow)
    monkeypatch.setattr(pressing, "as_docx", slow)
    made = signed()
    manuscript = frozen(made)["read"]
    with ThreadPoolExecutor(50) as pool:
        found = list(pool.map(lambda _: pressing.pressed(manuscript), range(50)))
    assert len(found) == 50
    assert all(one.pdf == b"%PDF" for one in found)
    assert most == pressing.AT_ONCE
    connections.close_all()


def test_who_waited_too_long_hears_it_and_nothing_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = asked(whole())
    agree(made)

    def busy(_: Any) -> bytes:
        raise Busy(pressing.BUSY)

    monkeypatch.setattr(pressing, "as_pdf", busy)
    made.do("teken")
    press_waiting()
    assert made.report.open
    assert "is niet gelukt" in made.look()
    monkeypatch.undo()
    made.do("teken")
    press_waiting()
    assert made.report.state == State.SIGNED


def test_a_press_that_was_killed_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made = signed()
    tries = []

    def killed_once(_: Any) -> bytes:
        tries.append(1)
        if len(tries) == 1:
            raise NotPrinted("weg")
        return b"%PDF"

    monkeypatch.setattr(pressing, "as_pdf", killed_once)
    monkeypatch.setattr(pressing, "as_docx", lambda _: b"PK")
    assert pressing.pressed(frozen(made)["read"]).pdf == b"%PDF"
