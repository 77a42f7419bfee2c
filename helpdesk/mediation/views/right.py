"""Setting right what was written, and taking a slip back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases.views.answer import posted
from helpdesk.cases.workflow import NotNow
from helpdesk.mediation import actions
from helpdesk.mediation.actions.right import WORDED
from helpdesk.mediation.board import Board
from helpdesk.mediation.forms import CorrectForm
from helpdesk.mediation.views.door import not_there, on_mediation, press, verb


@require_http_methods(["GET", "POST"])
@on_mediation("correct-mediation")
def correct_mediation(request: HttpRequest, board: Board, step: UUID) -> HttpResponse:
    """What was not right, and perhaps what it should have been."""
    told = next((one for one in board.timeline if one.line.id == str(step) and one.can_correct), None)
    if told is None:
        return not_there(request, board.page.file, NotNow(_("Dit staat er niet meer, of het is al rechtgezet.")))
    form = CorrectForm(posted(request))

    def correct() -> None:
        actions.correct_mediation(
            file=board.page.file, mediation_id=board.talks.id, step=str(step), **form.cleaned_data
        )

    more: dict[str, Any] = {"told": told, "worded": told.line.kind in WORDED, "at": "#verloop"}
    return verb(request, board, form, correct, template="correct_mediation", said=_("Rechtgezet."), **more)


@require_POST
@on_mediation("correct-mediation")
def take_back_step(request: HttpRequest, board: Board, step: UUID) -> HttpResponse:
    """A slip: gone from what counts, still there to be read."""

    def take_back() -> None:
        actions.take_back_step(file=board.page.file, mediation_id=board.talks.id, step=str(step))

    return press(request, board, take_back, said=_("Teruggenomen. Het telt niet meer mee."))
