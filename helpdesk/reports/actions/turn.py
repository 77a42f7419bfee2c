"""An order in the hands of the worker that took it: it ends in the commit of the act, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from helpdesk.cases.access import CaseFile
from helpdesk.reports.models import PressOrder
from helpdesk.reports.workflow import Stand


class TakenAway(Exception):
    """The order was taken back, or another worker took it when this one was slow. Nothing was changed."""


@dataclass(frozen=True)
class Turn:
    """The right to end one order, while this try is the newest."""

    file: CaseFile
    order_id: UUID
    tries: int

    def number(self, new: Callable[[], str]) -> str:
        """The number for what is pressed: of this order since its first try, so that a worker that dies uses up none.

        Raises:
            TakenAway: the order is not this worker's.
        """
        with transaction.atomic():
            row = self._mine()
            if not row.content.get("number"):
                self._put(row, number=new())
        return str(row.content["number"])

    def done(self) -> None:
        """Inside the act that makes what was asked.

        Raises:
            TakenAway: the order is not this worker's; the act must not be done.
        """
        self._put(self._mine(), Stand.DONE)

    def refused(self, reason: str) -> None:
        """It is not made, and why.

        Raises:
            TakenAway: the order is not this worker's.
        """
        self._put(self._mine(), Stand.REFUSED, reason=reason)

    def _mine(self) -> PressOrder:
        rows = PressOrder.objects.select_for_update(of=("self",)).filter(case=self.file.case, pk=self.order_id)
        row: PressOrder | None = rows.filter(state=Stand.PRESSING, tries=self.tries).first()
        if row is None:
            raise TakenAway
        return self.file.mine(row)

    def _put(self, row: PressOrder, state: Stand | None = None, **said: Any) -> None:
        row.state, row.content = state or row.state, {**row.content, **said}
        row.save(update_fields=["state", "content"])
