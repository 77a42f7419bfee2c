"""`manage.py press_worker`: makes the reports that were ordered, until it is told to stop. Several may run together."""

from __future__ import annotations

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from helpdesk.desk.press_out import LEASE, Presser
from helpdesk.reports.pressing import AT_ONCE

PAUSE = 2.0
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """It has no member set; it presses as whoever asked. However many run, the house presses `--at-once` together."""

    help = "Presses the reports that somebody signs or gives."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lease", type=float, default=LEASE, help="seconds until a dead worker's order is free")
        parser.add_argument(
            "--at-once", type=int, default=AT_ONCE, help="presses in the whole house; 2 GB each at most"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        worker = Presser(options["lease"], options["at_once"])
        while not stop.is_set():
            try:
                worker.work(stop.wait, stop.is_set)
            except DatabaseError:
                logger.warning("the press could not reach a database; it tries again")
                close_old_connections()
                time.sleep(PAUSE)
