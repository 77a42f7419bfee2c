"""One deadline: looked at, read by a second colleague, taken over, ended."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from helpdesk.cases.views.answer import attempt, done, form_page, posted
from helpdesk.deadlines import actions
from helpdesk.deadlines.board import Board
from helpdesk.deadlines.forms import DisputeForm, EndForm
from helpdesk.deadlines.views.door import on_deadline, press, url_of
from helpdesk.deadlines.workflow import State


@require_GET
@on_deadline("read-case")
def deadline_page(request: HttpRequest, board: Board) -> HttpResponse:
    """The day, the way to it, and what happened."""
    return render(request, "deadlines/deadline_page.html", {"board": board, "page": board.page})


@require_POST
@on_deadline("confirm-deadline")
def confirm_deadline(request: HttpRequest, board: Board) -> HttpResponse:
    """The second reader comes to the same day."""
    seen = request.POST.get("seen", "")
    number = int(seen) if seen.isascii() and seen.isdigit() else 0

    def confirm() -> None:
        actions.confirm_deadline(file=board.page.file, deadline_id=board.deadline.id, seen=number)

    return press(request, board, confirm, said=_("Nagelezen. Dat staat er nu bij."))


@require_http_methods(["GET", "POST"])
@on_deadline("confirm-deadline")
def dispute_deadline(request: HttpRequest, board: Board) -> HttpResponse:
    """The second reader comes to another day."""
    form = DisputeForm(posted(request))

    def dispute() -> None:
        actions.dispute_deadline(file=board.page.file, deadline_id=board.deadline.id, **form.cleaned_data)

    if request.method == "POST" and attempt(form, dispute):
        return done(request, board.page.file, _("Opgeschreven. De dag moet nu worden rechtgezet."), to=url_of(board))
    return form_page(request, board.page.file, form, "deadlines/dispute_deadline.html", board=board)


@require_POST
@on_deadline("take-over-deadline")
def take_over_deadline(request: HttpRequest, board: Board) -> HttpResponse:
    """From now on it is mine."""

    def take() -> None:
        actions.take_over_deadline(file=board.page.file, deadline_id=board.deadline.id)

    return press(request, board, take, said=_("Deze termijn is nu van jou."))


@require_http_methods(["GET", "POST"])
@on_deadline("end-deadline")
def end_deadline(request: HttpRequest, board: Board) -> HttpResponse:
    """Met, lapsed or no longer needed."""
    form = EndForm(posted(request))

    def end() -> None:
        how, reason = State(form.cleaned_data["how"]), form.cleaned_data["reason"]
        actions.end_deadline(file=board.page.file, deadline_id=board.deadline.id, how=how, reason=reason)

    if request.method == "POST" and attempt(form, end):
        return done(request, board.page.file, _("Afgerond. De termijn blijft te lezen in de zaak."))
    return form_page(request, board.page.file, form, "deadlines/end_deadline.html", board=board)
