"""What became of a signed report, right by right; what the lawyer answered is taken over by a press."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases.views.answer import attempt, done, posted
from helpdesk.cases.workflow import NotNow
from helpdesk.reports import actions
from helpdesk.reports.board import Board
from helpdesk.reports.follow_forms import FollowForm
from helpdesk.reports.followup import history
from helpdesk.reports.outcome import Outcome
from helpdesk.reports.views.door import on_report, page_of, press, sorry, url_of

PAGE = "report-outcome"


@require_safe
@on_report("read-case")
def report_outcome(request: HttpRequest, board: Board) -> HttpResponse:
    """What we know, what was answered and not taken over, and what was written down before."""
    try:
        outcome = Outcome(board.page, board.report)
    except NotNow as refusal:
        return sorry(request, board.page.file, str(refusal))
    return page_of(request, board, "reports/report_outcome.html", outcome=outcome, may=board.reviewing.may)


@require_http_methods(["GET", "POST"])
@on_report("follow-report")
def follow_report(request: HttpRequest, board: Board) -> HttpResponse:
    """Once more, from what is known; what was written down before stays to be seen."""
    try:
        outcome = Outcome(board.page, board.report)
    except NotNow as refusal:
        return sorry(request, board.page.file, str(refusal))
    frame, told = board.frame, outcome.known.told if outcome.known else None
    first: dict[str, Any] = {"procedure": frame.procedure, "body": frame.before, "court_number": frame.court_number}
    initial = FollowForm.begun(told, outcome.rights, **first)
    form = FollowForm(posted(request), rights=outcome.rights, initial=initial)

    def follow() -> None:
        said = replace(form.told(), heard=told.heard if told else "")
        actions.follow_report(file=board.page.file, report_id=board.report.id, told=said)

    if request.method == "POST" and attempt(form, follow):
        return done(request, board.page.file, _("Opgeschreven."), to=url_of(board, PAGE))
    return page_of(request, board, "reports/follow_report.html", form, rights=outcome.rights)


@require_POST
@on_report("follow-report")
def take_over_answer(request: HttpRequest, board: Board) -> HttpResponse:
    """Nothing is typed twice; what the decision did with each right is filled in afterwards."""
    stamp = request.POST.get("stamp", "")

    def take() -> None:
        actions.take_over_answer(file=board.page.file, report_id=board.report.id, stamp=stamp)

    return press(request, board, take, said=_("Overgenomen. Vul nu per recht in wat ermee gebeurde."), to=PAGE)


@require_POST
@on_report("follow-report")
def take_back_outcome(request: HttpRequest, board: Board, step: UUID) -> HttpResponse:
    """It does not count any more."""

    def take_back() -> None:
        actions.take_back_outcome(file=board.page.file, report_id=board.report.id, step_id=step)

    before = any(not one.gone and one.id != str(step) for one in history(board.report.lines))
    said = _("Teruggenomen. Wat ervoor stond, geldt weer.") if before else _("Teruggenomen. Er staat nu niets meer.")
    return press(request, board, take_back, said=said, to=PAGE)
