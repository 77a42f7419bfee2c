"""`manage.py desk_worker`: chains the ledger and keeps search up every three seconds, looks every minute for promises
that passed, safe days that come near, answers that lawyers owe, sources that came in and reports that count, sweeps
every hour, until it is told to stop.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from helpdesk.cases.access import chain_ledger
from helpdesk.cases.actions import escalate, sweep
from helpdesk.cases.actions.index import build_segments, keep_words
from helpdesk.cases.actions.whereabouts import sweep_whereabouts
from helpdesk.counsel.actions import sweep_counsel
from helpdesk.deadlines.actions import remind, sweep_calendar
from helpdesk.desk.mail_out import send_due
from helpdesk.desk.remind_out import remind_lawyers
from helpdesk.library.actions.source_index import index_sources
from helpdesk.reports.actions.count import count_due
from helpdesk.teams.actions.sweep import sweep as sweep_teams

SEAL_EVERY = 3
SWEEP_EVERY = 60 * 60
LOOK_EVERY = 60
# A case that changed is read by itself, which costs little while they are few; so a segment waits for company.
BUILD_EVERY, COMPANY = 10 * 60, 40
KEPT_AT_ONCE = 10  # batches in a row when many cases changed, before other work has its turn
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """One of these runs beside the desk. It has no member set; for a mail it acts for whoever wrote it."""

    help = "Chains the ledger, sends mail, keeps search, sweeps keys without rows, spent proofs and old automatic mail."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        swept = looked = built = float("-inf")
        while not stop.is_set():
            if time.monotonic() - swept >= SWEEP_EVERY:
                self._calmly(self._sweep)
                swept = time.monotonic()
            if time.monotonic() - looked >= LOOK_EVERY:
                self._calmly(escalate)
                self._calmly(remind)
                self._calmly(remind_lawyers)
                self._calmly(index_sources)
                self._calmly(count_due)
                looked = time.monotonic()
            self._calmly(send_due)
            self._calmly(self._seal)
            self._calmly(self._keep_words)
            self._calmly(lambda: build_segments(least=COMPANY))
            if time.monotonic() - built >= BUILD_EVERY:
                self._calmly(build_segments)
                built = time.monotonic()
            stop.wait(SEAL_EVERY)
        self._calmly(self._seal)  # what was done in the last seconds is chained too

    def _calmly(self, work: Any) -> None:
        """A database that is away for a while is no reason to stop; the next round tries again."""
        try:
            close_old_connections()
            work()
        except DatabaseError:
            logger.warning("the desk worker could not reach a database; it tries again")
        finally:
            close_old_connections()

    def _keep_words(self) -> None:
        for _ in range(KEPT_AT_ONCE):
            if not keep_words():
                return

    def _seal(self) -> None:
        while chain_ledger():
            pass

    def _sweep(self) -> None:
        sweep.sweep_spent_proofs()
        sweep.sweep_orphan_keys()
        sweep.sweep_robot_mail()
        sweep_whereabouts()
        sweep_calendar()
        sweep_counsel()
        sweep_teams()
