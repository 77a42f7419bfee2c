"""How a page of a report is reached and left: the case opened for the verb, the report found in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import WRONG, attempt, done, form_page, on_case
from helpdesk.cases.workflow import NotNow
from helpdesk.reports.access import report_for
from helpdesk.reports.board import Board

View = Callable[..., HttpResponse]


def on_report(verb: str) -> Callable[[View], View]:
    """A view of one verb on one report. One that is not there is said in a sentence, for whoever has the case."""

    def door(view: View) -> View:
        @on_case(verb)
        @wraps(view)
        def inside(request: HttpRequest, file: CaseFile, report: UUID, **more: Any) -> HttpResponse:
            try:
                found = report_for(file, report)
            except NotNow as refusal:
                return sorry(request, file, str(refusal))
            chosen = request.GET.get("hoofdstuk", "")
            return view(request, Board(CasePage(file), found, chosen), **more)

        return inside

    return door


def page_of(
    request: HttpRequest, board: Board, template: str, form: forms.BaseForm | None = None, **more: Any
) -> HttpResponse:
    """A page of this report."""
    wrong = form is not None and form.is_bound and bool(form.errors)
    context = {"page": board.page, "board": board, "form": form, **more}
    return render(request, template, context, status=WRONG if wrong else 200)


def press(request: HttpRequest, board: Board, do: Callable[[], object], *, said: str, to: str) -> HttpResponse:
    """A verb that is a button and nothing more; `to` is the page of the report where one goes on."""
    form = forms.Form(request.POST)
    if attempt(form, do):
        return done(request, board.page.file, said, to=url_of(board, to))
    return form_page(request, board.page.file, form, "cases/again.html")


def sorry(request: HttpRequest, file: CaseFile, sentence: str) -> HttpResponse:
    """Why it could not be done."""
    form = forms.Form({})
    form.add_error(None, sentence)
    return form_page(request, file, form, "cases/again.html")


def url_of(board: Board, name: str = "report-page", *more: object) -> str:
    """A page of this report."""
    return reverse(f"reports:{name}", args=[board.page.code, board.report.id, *more])
