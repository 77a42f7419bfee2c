"""The report as it stands now, on paper: looked at by who writes it, marked as a draft, kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports.board import Board
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.pressing import draft_pdf
from helpdesk.reports.views.door import on_report, sorry

NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@require_safe
@on_report("write-report")
def see_concept(request: HttpRequest, board: Board) -> HttpResponse:
    """Shown in the browser and not offered to be kept; what leaves is what was signed."""
    file = board.page.file
    try:
        pdf = draft_pdf(manuscript_of(file, board.report))
    except NotPrinted:
        return sorry(request, file, _("Het drukken lukte nu niet. Probeer het over een minuut opnieuw."))
    return HttpResponse(pdf, content_type="application/pdf", headers=NOT_KEPT)
