"""`manage.py mail_worker`: empties the mailboxes until it is told to stop. Several may run side by side."""

from __future__ import annotations

import logging
import random
import signal
import threading
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from helpdesk.cases.actions.mail_in import tell_state
from helpdesk.intake.fetching import Away, session
from helpdesk.intake.mailboxes import Mailbox, mailboxes

LONGEST = 300.0  # seconds between two tries at a server that is away
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Runs as the mail program: its database role stores what comes in and cannot read it back."""

    help = "Fetches e-mail from the mailboxes of HELPDESK_MAILBOXES."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="empty each mailbox once, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        boxes, stop = mailboxes(settings.MAILBOXES), threading.Event()
        if not boxes:
            self.stdout.write("No mailboxes: HELPDESK_MAILBOXES is not set, so no e-mail comes in.")
            return
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stop.set())
        threads = [threading.Thread(target=_serve, args=(box, stop, options["once"])) for box in boxes]
        for thread in threads:
            thread.start()
        for thread in threads:
            while thread.is_alive():  # a join without end would not hear the signal
                thread.join(0.2)


def _serve(box: Mailbox, stop: threading.Event, once: bool) -> None:
    """One mailbox, for as long as the program runs. Whatever goes wrong, the next round tries again."""
    pause = 1.0
    while not stop.is_set():
        trouble, worked = _round(box, stop, once)
        if once:
            return
        pause = 2.0 if worked else min(pause * 2, LONGEST)
        if trouble:
            logger.warning("mailbox %s: %s; it tries again", box.name, trouble)
            stop.wait(pause * random.uniform(0.5, 1))  # noqa: S311 (so that workers do not knock all at once)


def _round(box: Mailbox, stop: threading.Event, once: bool) -> tuple[str, bool]:
    """Empty it, and stay until something breaks; return what did, as a word, and whether it was emptied before."""
    worked = False
    try:
        with session(box) as opened:
            while not stop.is_set():
                opened.empty(stop.is_set)
                worked = True
                if once:
                    break
                close_old_connections()
                opened.wait(stop)
    except Away as away:
        _tell(box, away.word)
        return away.word, worked
    except DatabaseError:
        return "database", worked
    except Exception:
        logger.exception("mailbox %s could not be emptied", box.name)
        return "fault", worked
    finally:
        close_old_connections()
    return "", worked


def _tell(box: Mailbox, word: str) -> None:
    try:
        tell_state(box.name, trouble=word)
    except DatabaseError:
        logger.warning("mailbox %s: its state could not be written", box.name)
