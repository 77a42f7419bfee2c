"""An order of the press: where it stands, what came of it, taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from helpdesk.cases.access import sealed_case_for
from helpdesk.cases.views.answer import case_url, done, is_script
from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.access_press import order_for
from helpdesk.reports.board import Board
from helpdesk.reports.models import PressOrder
from helpdesk.reports.ordered import Order
from helpdesk.reports.views.door import on_report, page_of, sorry, url_of
from helpdesk.reports.views.door import press as press_button
from helpdesk.reports.workflow import Press
from helpdesk.teams.access import member_of, require


@require_safe
@on_report("read-case")
def press_order(request: HttpRequest, board: Board, order: UUID) -> HttpResponse:
    """It waits, it is being made, or why it was not; what was made is shown where it lies."""
    file = board.page.file
    try:
        found = Order(order_for(file, board.report.id, order))
    except NotNow as refusal:
        return sorry(request, file, str(refusal))
    if not found.done:
        return page_of(request, board, "reports/press_order.html", None, order=found)
    if found.kind is Press.SIGN:
        return done(request, file, _("Getekend en bevroren."), to=url_of(board, "signed-report"))
    to = case_url(file.case.code) + "#paneel-meegegeven"
    return done(request, file, _("Het rapport ligt klaar bij Meegegeven."), to=to)


@require_safe
@require("read-case")
def press_told(request: HttpRequest, code: str, report: UUID, order: UUID) -> HttpResponse:
    """What the page asks every second. The case stays closed, so this is no look; nothing new has no content."""
    sealed = sealed_case_for(member_of(request), code, to="read-case")
    rows = PressOrder.objects.filter(case=sealed.case, report=report, pk=order)
    row: PressOrder | None = rows.first()
    if row is None or not is_script(request) or not (found := Order(row)).open:
        url = reverse("reports:press-order", args=[sealed.case.code, report, order])
        return HttpResponseClientRedirect(url) if is_script(request) else HttpResponseRedirect(url)
    if request.GET.get("stand") == found.stand:
        return HttpResponse(status=204)
    context: dict[str, Any] = {"code": sealed.case.code, "report": report, "order": found}
    return render(request, "reports/press_told.html", context)


@require_POST
@on_report("sign-report")
def take_back_press(request: HttpRequest, board: Board, order: UUID) -> HttpResponse:
    """It need not be made any more; or it was seen why it was not."""

    def take_back() -> None:
        actions.take_back_press(file=board.page.file, report_id=board.report.id, order_id=order)

    said = _("Gezien.") if "seen" in request.POST else _("Teruggenomen. Er is niets veranderd.")
    return press_button(request, board, take_back, said=said, to="report-page")
