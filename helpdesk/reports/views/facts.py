"""Facts and the child's own words: listed, added from what lies in the case, set right, taken out."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.cases.views.answer import attempt, done, posted
from helpdesk.reports import actions
from helpdesk.reports.board import Board
from helpdesk.reports.composing import manuscript_of
from helpdesk.reports.forms import FactForm, QuoteForm
from helpdesk.reports.pieces import Piece, in_full, own_words, pieces_of, taken_down
from helpdesk.reports.views.door import on_report, page_of, press, sorry, url_of


@require_safe
@on_report("read-case")
def facts(request: HttpRequest, board: Board) -> HttpResponse:
    """The list by day, as it will stand in the report."""
    return page_of(request, board, "reports/facts.html")


@require_safe
@on_report("read-case")
def list_facts(request: HttpRequest, board: Board) -> HttpResponse:
    """The same for the editor."""
    lines = manuscript_of(board.page.file, board.report).facts
    found = [
        {
            "id": one.ref,
            "number": one.number,
            "label": _("feit %d") % one.number,
            "text": one.text,
            "day": one.day_words or in_full(one.day),
            "source": one.said_by,
            "contested": one.contested == "yes",
        }
        for one in lines
    ]
    return JsonResponse({"facts": found}, headers={"Cache-Control": "no-store"})


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def add_fact(request: HttpRequest, board: Board) -> HttpResponse:
    """One more; where it comes from is chosen."""
    form = FactForm(posted(request), pieces=pieces_of(board.page))

    def put() -> None:
        actions.add_fact(file=board.page.file, report_id=board.report.id, told=form.told())

    if request.method == "POST" and attempt(form, put):
        to = url_of(board, "add-fact" if "nog-een" in request.POST else "facts")
        return done(request, board.page.file, _("Het feit staat erbij."), to=to)
    return page_of(request, board, "reports/add_fact.html", form)


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def change_fact(request: HttpRequest, board: Board, fact: UUID) -> HttpResponse:
    """As it stands, to be set right. Of her own words only what is left out can change."""
    held = board.report.fact(fact)
    if held is None:
        return sorry(request, board.page.file, _("Dit feit is er niet meer."))
    names = ("text", "page", "said_by", "day", "day_words", "contested", "contested_by")
    initial = {**{name: getattr(held, name) for name in names}, "piece": f"{held.source}:{held.source_id}"}
    form = FactForm(posted(request), initial=initial, pieces=_with(held.source, held.source_id, board))

    def put() -> None:
        told = form.told()
        if held.voice:
            told = replace(told, voice=True, how=held.how)
        actions.change_fact(file=board.page.file, report_id=board.report.id, ref=held.ref, told=told)

    if request.method == "POST" and attempt(form, put):
        return done(request, board.page.file, _("Bijgewerkt."), to=url_of(board, "facts"))
    return page_of(request, board, "reports/change_fact.html", form, fact=held)


@require_POST
@on_report("write-report")
def take_out_fact(request: HttpRequest, board: Board, fact: UUID) -> HttpResponse:
    """No part of the report any more."""

    def do() -> None:
        actions.take_out_fact(file=board.page.file, report_id=board.report.id, ref=str(fact))

    return press(request, board, do, said=_("Het feit is eruit."), to="facts")


@require_http_methods(["GET", "POST"])
@on_report("write-report")
def quote_child(request: HttpRequest, board: Board) -> HttpResponse:
    """First what she said where, then which of these words. Nothing is typed over."""
    child = board.frame.child
    hers, ours = own_words(board.page, child), taken_down(board.page, child)
    said = {one.key: one for one in [*hers, *ours]}
    piece = said.get(request.POST.get("piece", ""))
    if piece is None:
        return page_of(request, board, "reports/choose_words.html", pieces=hers, ours=ours)
    chosen = "text" not in request.POST
    initial = {"text": piece.words, "said_by": f"{board.child.partition(',')[0]}, {piece.said_by}"}
    form = QuoteForm(None if chosen else request.POST, initial=initial)
    placed: list[bool] = []
    if not chosen and attempt(form, lambda: placed.append(_quote(board, form, piece))):
        told = _("De woorden staan in de lijst en in het hoofdstuk.")
        if not placed[0]:
            told = _("De woorden staan in de lijst. Een collega schrijft nu in het hoofdstuk; zet ze er daarna in.")
        return done(request, board.page.file, told, to=url_of(board, "facts"))
    return page_of(request, board, "reports/quote_child.html", form, piece=piece, is_ours=piece in ours)


def _quote(board: Board, form: QuoteForm, piece: Piece) -> bool:
    told = form.told(piece)
    _ref, placed = actions.quote_child(file=board.page.file, report_id=board.report.id, told=told, words=piece.words)
    return placed


def _with(kind: str, source_id: str, board: Board) -> list[Piece]:
    """What there is to choose, and where this fact came from also when that was taken away since."""
    pieces = pieces_of(board.page)
    if any((one.kind, one.id) == (kind, source_id) for one in pieces):
        return pieces
    gone = _("staat niet meer bij de zaak")
    return [*pieces, Piece(kind, source_id, gone.capitalize(), gone)]
