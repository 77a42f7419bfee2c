"""The report as it stands now, on paper or in Word: for who writes it, marked as a draft, kept nowhere."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from helpdesk.cases.actions.complaint import DOCX
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.lib.papers.pdf import NotPrinted
from helpdesk.reports.board import Board
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.manuscript import Manuscript
from helpdesk.reports.pressing import draft_docx, draft_pdf
from helpdesk.reports.views.door import on_report, sorry
from helpdesk.reports.workflow import check

NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


@require_safe
@on_report("write-report")
def see_concept(request: HttpRequest, board: Board) -> HttpResponse:
    """Shown in the browser and not offered to be kept; what leaves is what was signed."""
    return _pressed(request, board, draft_pdf, {"Content-Type": "application/pdf"})


@require_safe
@on_report("write-report")
def concept_in_word(request: HttpRequest, board: Board) -> HttpResponse:
    """To go on with in Word, by who writes it; a browser cannot show it. Its name says nothing of the case."""
    name = f"concept-{clock.today().isoformat()}.docx"
    kept = {"Content-Type": DOCX, "Content-Disposition": f'attachment; filename="{name}"'}
    return _pressed(request, board, draft_docx, kept)


def _pressed(
    request: HttpRequest, board: Board, make: Callable[[Manuscript], bytes], headers: dict[str, str]
) -> HttpResponse:
    file = board.page.file
    try:
        check("write-report", board.report.state)
        made = make(manuscript_of(file, board.report))
    except NotNow as signed_or_withdrawn:
        return sorry(request, file, str(signed_or_withdrawn))
    except NotPrinted:
        return sorry(request, file, _("Het drukken lukte nu niet. Probeer het over een minuut opnieuw."))
    return HttpResponse(made, headers={**NOT_KEPT, **headers})
