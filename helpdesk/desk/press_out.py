"""What the press's worker does: takes an order, presses it as whoever asked, keeps hold of it meanwhile."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from uuid import UUID

from django.db import close_old_connections
from django.http import Http404

from helpdesk.lib.row_actor import act_as
from helpdesk.reports.access_press import case_to_press
from helpdesk.reports.actions import carry_out
from helpdesk.reports.models import PressOrder
from helpdesk.reports.pressing import AT_ONCE
from helpdesk.reports.queries import Taken
from helpdesk.reports.workflow import VERBS, Press
from helpdesk.teams.models import Member

LEASE = 15.0  # seconds after which somebody else takes the order of a worker that died
LONGEST = 600.0  # a press that hangs is not held for ever
LOOK_EVERY = 0.2
logger = logging.getLogger(__name__)


class Presser:
    """One worker: as many orders at once as the house presses, each in a thread of its own."""

    def __init__(self, lease: float = LEASE, at_once: int = AT_ONCE) -> None:
        self.lease, self.at_once = lease, at_once
        self._pool = ThreadPoolExecutor(at_once)
        self._held: dict[Future[None], tuple[Taken, float]] = {}
        self._held_at = time.monotonic()

    def work(self, pause: Callable[[float], object], stopped: Callable[[], bool]) -> None:
        """Until it is told to stop; what was taken is finished first."""
        while not stopped():
            self.look()
            pause(LOOK_EVERY)
        while self._held:
            self.look(take=False)
            wait(self._held, LOOK_EVERY)
        self._pool.shutdown()

    def look(self, *, take: bool = True) -> None:
        """Take what waits, while there is room, and say of what is in hand that somebody is at it."""
        self._held = {future: one for future, one in self._held.items() if not future.done()}
        now = time.monotonic()
        if self._held and now - self._held_at >= self.lease / 3:
            taken = [one for one, since in self._held.values() if now - since < LONGEST]
            PressOrder.objects.hold(taken, self.lease)
            self._held_at = now
        while take and len(self._held) < self.at_once:
            order = PressOrder.objects.take(self.lease, self.at_once)
            if order is None:
                return
            self._held[self._pool.submit(_calmly, order)] = (order, now)


def press_waiting() -> int:
    """Press what waits now, one after the other; how many there were."""
    count = 0
    while (order := PressOrder.objects.take(LEASE, AT_ONCE)) is not None:
        press(order)
        count += 1
    return count


def press(order: Taken) -> None:
    """Do what was ordered, as the member who asked."""
    with act_as(order.member_id):
        try:
            file = case_to_press(_member(order.member_id), order.case_id, VERBS[Press(order.kind)])
            carry_out(file=file, order_id=order.id, tries=order.tries)
        except Http404:
            PressOrder.objects.stop(order)


def _member(member_id: UUID) -> Member:
    found: Member = Member.objects.get(pk=member_id)
    return found


def _calmly(order: Taken) -> None:
    """Whatever goes wrong, the worker goes on: the lease runs out, and the order is taken once more."""
    try:
        close_old_connections()
        press(order)
    except Exception:
        logger.exception("an order of the press broke off; it is tried again")
    finally:
        close_old_connections()
