"""A mediation to look at, and a text for the child that begins there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from helpdesk.cases.views.answer import case_url
from helpdesk.mediation import actions
from helpdesk.mediation.board import Board
from helpdesk.mediation.letters import how_it_goes
from helpdesk.mediation.views.door import on_mediation, press


@require_GET
@on_mediation("read-case")
def mediation_page(request: HttpRequest, board: Board) -> HttpResponse:
    """Who wants what, what was proposed and agreed, what is due."""
    return render(request, "mediation/mediation_page.html", {"board": board, "page": board.page})


@require_POST
@on_mediation("reply")
def propose_letter(request: HttpRequest, board: Board) -> HttpResponse:
    """Lay a plain text ready under the case's own answer; nothing leaves by it."""
    summary = board.page.summary
    asker, language = str(summary.get("asker") or "kind"), str(summary.get("language") or "nl")
    text = how_it_goes(board.talks, board.everybody.values(), asker=asker, language=language)
    to = case_url(board.page.code) + "#antwoord"
    said = _("De tekst staat klaar als concept. Lees en verander hem. Er is niets verstuurd.")
    return press(request, board, lambda: actions.propose_letter(file=board.page.file, text=text), said=said, to=to)
