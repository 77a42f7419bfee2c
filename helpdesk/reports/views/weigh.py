"""The fourteen conditions, and the annexes in their order."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from helpdesk.cases.views.answer import attempt, done, posted
from helpdesk.directory import reference
from helpdesk.reports import actions
from helpdesk.reports.board import Board
from helpdesk.reports.forms import AnnexForm, ConditionsForm
from helpdesk.reports.pieces import enclosable
from helpdesk.reports.told import Enclosure
from helpdesk.reports.views.door import on_report, page_of, press, url_of


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def weigh(request: HttpRequest, board: Board) -> HttpResponse:
    """How each is now and is expected to be, with why. They are never added up."""
    form = ConditionsForm(posted(request), initial=_held(board), conditions=reference.conditions())

    def put() -> None:
        actions.weigh(
            file=board.page.file,
            report_id=board.report.id,
            now=form.now(),
            evidence=form.evidence(),
            outcomes=form.outcomes(),
        )

    if request.method == "POST" and attempt(form, put):
        return done(request, board.page.file, _("Bijgewerkt."), to=url_of(board))
    return page_of(request, board, "reports/weigh.html", form)


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def annexes(request: HttpRequest, board: Board) -> HttpResponse:
    """The list in its order, and one more from what lies in the case."""
    gone = {(one.kind, one.id) for one in board.report.annexes}
    pieces = [one for one in enclosable(board.page) if (one.kind, one.id) not in gone]
    form = AnnexForm(posted(request), pieces=pieces)

    def put() -> None:
        piece = form.pieces[form.cleaned_data["piece"]]
        title = form.cleaned_data["title"] or piece.title
        enclosure = Enclosure(piece.kind, piece.id, title, piece.day, piece.pages)
        actions.enclose(file=board.page.file, report_id=board.report.id, enclosure=enclosure)

    if request.method == "POST" and attempt(form, put):
        return done(request, board.page.file, _("De bijlage staat erbij."), to=url_of(board, "annexes"))
    return page_of(request, board, "reports/annexes.html", form, any_left=bool(pieces))


@require_POST
@on_report("write-report")
def move_annex(request: HttpRequest, board: Board, annex: UUID) -> HttpResponse:
    """One place up or down."""
    up = request.POST.get("way") == "up"

    def do() -> None:
        actions.move_annex(file=board.page.file, report_id=board.report.id, ref=str(annex), up=up)

    return press(request, board, do, said=_("Verplaatst."), to="annexes")


@require_POST
@on_report("write-report")
def take_out_annex(request: HttpRequest, board: Board, annex: UUID) -> HttpResponse:
    """It does not go along after all."""

    def do() -> None:
        actions.take_out_annex(file=board.page.file, report_id=board.report.id, ref=str(annex))

    return press(request, board, do, said=_("De bijlage is eruit."), to="annexes")


def _held(board: Board) -> dict[str, Any]:
    weighed = board.report.conditions
    if weighed is None:
        return {}
    found: dict[str, Any] = {f"now_{number}": word for number, word in weighed.now.items()}
    found |= {f"evidence_{number}": words for number, words in weighed.evidence.items()}
    for at, (_key, title, expected, because) in enumerate(weighed.outcomes, start=1):
        found[f"title_{at}"] = title
        found |= {f"expected_{at}_{number}": word for number, word in expected.items()}
        found |= {f"because_{at}_{number}": words for number, words in because.items()}
    return found
