"""How a page of a deadline is reached and left: the case opened for the verb, the deadline found in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import attempt, done, form_page, on_case
from helpdesk.cases.workflow import NotNow
from helpdesk.deadlines.access import deadline_for
from helpdesk.deadlines.board import Board

View = Callable[..., HttpResponse]


def on_deadline(verb: str) -> Callable[[View], View]:
    """A view of one verb on one deadline. One that is not there is said in a sentence, for whoever has the case."""

    def door(view: View) -> View:
        @on_case(verb)
        @wraps(view)
        def inside(request: HttpRequest, file: CaseFile, deadline: UUID, **more: Any) -> HttpResponse:
            try:
                found = deadline_for(file, deadline)
            except NotNow as refusal:
                form = forms.Form({})
                form.add_error(None, str(refusal))
                return form_page(request, file, form, "cases/again.html")
            return view(request, Board(CasePage(file), found), **more)

        return inside

    return door


def press(request: HttpRequest, board: Board, do: Callable[[], object], *, said: str) -> HttpResponse:
    """A verb that is a button and nothing more."""
    form = forms.Form(request.POST)
    if attempt(form, do):
        return done(request, board.page.file, said, to=url_of(board))
    return form_page(request, board.page.file, form, "cases/again.html")


def url_of(board: Board) -> str:
    """The page of this deadline."""
    return reverse("deadlines:deadline-page", args=[board.page.code, board.deadline.id])
