"""May I have this order? The queue of the press: for whoever has the case, and for the worker that acts for her."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from helpdesk.cases.access import CaseFile, case_to_go_on
from helpdesk.cases.workflow import NotNow
from helpdesk.ledger.actions import Actor
from helpdesk.reports.models import PressOrder
from helpdesk.reports.workflow import Stand
from helpdesk.teams.models import Member

PRESS = Actor.worker("press")
GONE = "Deze opdracht is er niet."


def case_to_press(member: Member, case_id: UUID, verb: str) -> CaseFile:
    """The case of an order, no further than whoever asked may see it now. The look is the worker's, the act is hers.

    Raises:
        Http404: that member may not do this here (any more), or the case was forgotten.
    """
    file = case_to_go_on(member, case_id, to=verb, actor=PRESS)
    return replace(file, actor=Actor.member(member.pk))


def order_for(file: CaseFile, report_id: UUID, order_id: UUID) -> PressOrder:
    """One order of a report of the case in hand, opened.

    Raises:
        NotNow: there is none.
    """
    rows = PressOrder.objects.filter(case=file.case, report_id=report_id, pk=order_id)
    row: PressOrder | None = rows.first()
    if row is None:
        raise NotNow(GONE)
    return file.mine(row)


def orders_of(file: CaseFile, report_id: UUID) -> list[PressOrder]:
    """What waits or is being made, and of each kind the newest that was refused and not followed by another one."""
    rows = PressOrder.objects.filter(case=file.case, report_id=report_id).exclude(state=Stand.TAKEN_BACK)
    newest: dict[str, PressOrder] = {}
    found = []
    for row in rows.order_by("-at", "-id"):
        first = newest.setdefault(row.kind, row) is row
        if row.state in {Stand.WAITING, Stand.PRESSING} or (first and row.state == Stand.REFUSED):
            found.append(row)
    return file.open(found)


def being_made(file: CaseFile) -> Mapping[UUID, datetime]:
    """The reports of this case that wait for the press, with the moment since when."""
    rows = PressOrder.objects.in_queue().filter(case=file.case).order_by("-at")
    return dict(rows.values_list("report_id", "at"))
