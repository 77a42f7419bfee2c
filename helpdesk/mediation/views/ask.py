"""Asking for information, and what came back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.actions import AskAgain
from helpdesk.cases.views.answer import posted
from helpdesk.cases.workflow import NotNow
from helpdesk.mediation import actions
from helpdesk.mediation.ask_forms import InformationForm, RequestForm
from helpdesk.mediation.board import Board
from helpdesk.mediation.views.door import begun, not_there, on_mediation, verb
from helpdesk.mediation.views.talk import sources
from helpdesk.mediation.words import US


@require_http_methods(["GET", "POST"])
@on_mediation("ask-information")
def ask_information(request: HttpRequest, board: Board) -> HttpResponse:
    """By mail through the door out, in that person's own thread; or it was asked by telephone."""
    doubt: list[str] = []
    who = [(one.id, one.name) for one in board.everybody.values() if not (one.gone or one.child or one.id == US)]
    initial = {**begun(board, "request"), "party": request.GET.get("wie", ""), "channel": "email"}
    form = RequestForm(posted(request), initial=initial, who=who)

    def ask() -> None:
        try:
            actions.ask_information(
                file=board.page.file,
                mediation_id=board.talks.id,
                asked=form.asked(),
                knowing="weet" in request.POST,
                word_asked=form.cleaned_data["word_asked"],
            )
        except AskAgain as asked:
            doubt.append(str(asked))
            raise

    said = _("Gevraagd. Het staat ook in het gesprek met deze persoon, en op de herinneringsdag op de werklijst.")
    more: dict[str, Any] = {"draft": "request", "at": "#informatie", "doubt": doubt, "who": who}
    return verb(request, board, form, ask, template="ask_information", said=said, **more)


@require_http_methods(["GET", "POST"])
@on_mediation("record-information")
def record_information(request: HttpRequest, board: Board, asked: UUID) -> HttpResponse:
    """What came back, and where it stands."""
    wanted = next((one for one in board.requests if one.request.line.id == str(asked)), None)
    if wanted is None:
        return not_there(request, board.page.file, NotNow(_("Deze vraag om informatie is er niet meer.")))
    form = InformationForm(posted(request), initial=begun(board, "report"), choices={"source": sources(board)})

    def keep() -> None:
        actions.record_information(
            file=board.page.file, mediation_id=board.talks.id, request=wanted.request.line.id, **form.cleaned_data
        )

    more: dict[str, Any] = {"draft": "report", "at": "#informatie", "wanted": wanted}
    return verb(request, board, form, keep, template="record_information", said=_("Opgeschreven."), **more)
