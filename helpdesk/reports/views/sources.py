"""Passages of the library: looked for, cited as they stood, cited anew, taken out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.access import report_for
from helpdesk.reports.board import Board
from helpdesk.reports.citing import offers
from helpdesk.reports.forms import FindForm
from helpdesk.reports.views.door import on_report, page_of, press


@require_http_methods(["GET", "POST"])
@on_report("read-case")
def citations(request: HttpRequest, board: Board) -> HttpResponse:
    """The list of sources, and a search. What is typed travels in the body of a post and is kept nowhere."""
    form = FindForm(request.POST if request.method == "POST" else None)
    found = offers(form.cleaned_data["q"], _day(board)) if form.is_bound and form.is_valid() else None
    return page_of(request, board, "reports/citations.html", form, found=found)


@require_POST
@on_report("write-report")
def find_passages(request: HttpRequest, board: Board) -> HttpResponse:
    """The same for the editor."""
    typed = str(_said(request).get("q") or "")[:200]
    return _json({"found": [asdict(one) for one in offers(typed, _day(board))]})


@require_POST
@on_report("write-report")
def cite_passage(request: HttpRequest, board: Board) -> HttpResponse:
    """From the page a form, from the editor JSON: the work and the address, nothing else."""
    file, report = board.page.file, board.report
    if request.content_type != "application/json":
        work, place = request.POST.get("work", ""), request.POST.get("address", "")
        told = _("De bron staat erbij.")
        return press(
            request,
            board,
            lambda: actions.cite(file=file, report_id=report.id, work=work, place=place),
            said=told,
            to="citations",
        )
    said = _said(request)
    try:
        ref = actions.cite(
            file=file, report_id=report.id, work=str(said.get("work") or ""), place=str(said.get("address") or "")
        )
    except NotNow as refusal:
        return _json({"error": str(refusal)}, 422)
    one = report_for(file, report.id).citation(ref)
    return _json({"id": ref, "label": one.short, "text": one.quote, "sure": one.sure} if one else {})


@require_POST
@on_report("write-report")
def cite_anew(request: HttpRequest, board: Board, citation: UUID) -> HttpResponse:
    """As it stood on the day that the frame says now."""

    def do() -> None:
        actions.cite_anew(file=board.page.file, report_id=board.report.id, ref=str(citation))

    return press(request, board, do, said=_("Opnieuw geciteerd."), to="citations")


@require_POST
@on_report("write-report")
def take_out_citation(request: HttpRequest, board: Board, citation: UUID) -> HttpResponse:
    """No part of the report any more."""

    def do() -> None:
        actions.take_out_citation(file=board.page.file, report_id=board.report.id, ref=str(citation))

    return press(request, board, do, said=_("De bron is eruit. Bij de zaak staat hij nog."), to="citations")


def _day(board: Board) -> Any:
    return board.frame.decision_on or board.frame.on


def _said(request: HttpRequest) -> dict[str, Any]:
    try:
        said = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _json(data: object, status: int = 200) -> JsonResponse:
    return JsonResponse(data, status=status, headers={"Cache-Control": "no-store"}, safe=False)
