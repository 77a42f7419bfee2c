"""Reports that were ordered, with real workers and the real press: fifty at once, and workers killed at it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from django.db import connections

from conftest import OwnerCursor
from devtools.environment import ROOT
from helpdesk.cases.models import GivenFile
from helpdesk.ledger.models import Entry
from helpdesk.people.telling import Channel
from helpdesk.reports import actions
from helpdesk.reports.models import FrozenReport, PressOrder, ReportNumber
from helpdesk.reports.pressing import AT_ONCE
from helpdesk.reports.printing.report import FOR_THE_CHILD
from helpdesk.reports.tests.test_press_order import ready
from helpdesk.reports.tests.test_read_report import asked
from helpdesk.reports.tests.test_sign_report import frozen, signed, stands
from helpdesk.reports.tests.writing_scene import Written, whole
from helpdesk.reports.workflow import Stand
from tests import cast
from tests.database import testbed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("crash")]
FIFTY, LEASE = 50, 2.0
PRESS = b"helpdesk.lib.papers.press"


@contextmanager
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """One worker in a process of its own, in a session of its own so that its presses die with it."""
    command = [sys.executable, "manage.py", "press_worker", "--lease", str(LEASE)]
    process = subprocess.Popen(command, cwd=ROOT, env=testbed().environment("desk"), start_new_session=True)
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9, on what it started too."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def presses(workers: list[subprocess.Popen[bytes]]) -> int:
    """How many processes of these workers set a paper just now."""
    sessions = {str(one.pid) for one in workers}
    count = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            session = (folder / "stat").read_text().rpartition(")")[2].split()[3]
            count += session in sessions and PRESS in (folder / "cmdline").read_bytes()
    return count


def states(owner_cursor: OwnerCursor) -> list[str]:
    with owner_cursor("default") as cursor:
        return [state for (state,) in cursor.execute("SELECT state FROM reports_pressorder").fetchall()]


def until(true: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.005)


def ordered() -> Written:
    """Ready to be signed, and the button pressed; nobody works yet."""
    made = ready()
    made.do("teken")
    return made


def once(made: Written) -> None:
    """Signed exactly once, with the one number, and sound."""
    with cast.opened("iris", made.case):
        assert FrozenReport.objects.filter(report=made.id).count() == 1
        assert [one.state for one in PressOrder.objects.filter(report=made.id)] == [Stand.DONE]
    assert all(stands(made))
    assert [str(one) for one in ReportNumber.objects.all()] == [frozen(made)["number"]]
    for verb, about in (("sign-report", made.case.pk), ("freeze-report", made.id)):
        assert Entry.objects.filter(verb=verb, object_id=about).count() == 1


def test_fifty_at_once_queue_and_all_arrive_once(owner_cursor: OwnerCursor) -> None:
    made, to_sign = whole(), ready()
    made.saved("Dit is een verhaal over wat jij mag vinden.", part=FOR_THE_CHILD)
    signed(asked(made))
    with cast.opened("iris", made.case, to="give-report") as file:
        for _ in range(FIFTY - 1):
            actions.order_giving(file=file, report_id=made.id, to=None, channel=Channel.POST, kinds=["plain"])
    to_sign.do("teken")
    most = 0
    with ExitStack() as stack:
        workers = [stack.enter_context(worker()) for _ in range(2)]

        def over() -> bool:
            nonlocal most
            most = max(most, presses(workers))
            return not {"waiting", "pressing"} & set(states(owner_cursor))

        until(over)
    assert states(owner_cursor) == ["done"] * FIFTY
    with cast.opened("iris", made.case) as file:
        rows = file.open(GivenFile.objects.filter(case=made.case))
        assert len(rows) == FIFTY - 1
        assert all(bytes(row.data).startswith(b"%PDF") for row in rows)
    with cast.opened("iris", to_sign.case):
        assert FrozenReport.objects.filter(report=to_sign.id).count() == 1
    assert 1 <= most <= AT_ONCE
    connections.close_all()


def test_a_worker_killed_while_it_presses_and_another_one_finishes(owner_cursor: OwnerCursor) -> None:
    made = ordered()
    with worker() as first:
        until(lambda: presses([first]) == 1)
        kill(first)
    assert states(owner_cursor) == ["pressing"]
    with cast.opened("iris", made.case):
        assert not FrozenReport.objects.filter(report=made.id).exists()
    with worker():
        until(lambda: states(owner_cursor) == ["done"])
    once(made)
    with cast.opened("iris", made.case):
        assert [one.tries for one in PressOrder.objects.filter(report=made.id)] == [2]
    connections.close_all()


def test_a_worker_killed_after_its_commit_signs_nothing_twice(owner_cursor: OwnerCursor) -> None:
    made = ordered()
    with worker() as first:
        until(lambda: states(owner_cursor) == ["done"])
        kill(first)
    with worker() as second:
        time.sleep(LEASE + 1)  # an order that was free would be taken by now
        assert second.poll() is None
    once(made)
    connections.close_all()
