"""How a page of a mediation is reached and left: the case opened for the verb, the talks found in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from helpdesk.mediation.access import talks_for
from helpdesk.mediation.board import Board
from helpdesk.mediation.drafts import draft_kind
from helpdesk.mediation.talks import Talks

View = Callable[..., HttpResponse]


def on_mediation(verb: str) -> Callable[[View], View]:
    """A view of one verb on one mediation. One that is not there is said in a sentence, for whoever has the case."""

    def door(view: View) -> View:
        @on_case(verb)
        @wraps(view)
        def inside(request: HttpRequest, file: CaseFile, mediation: UUID, **more: Any) -> HttpResponse:
            try:
                talks = talks_for(file, mediation)
            except NotNow as refusal:
                return not_there(request, file, refusal)
            return view(request, Board(CasePage(file), talks), **more)

        return inside

    return door


def not_there(request: HttpRequest, file: CaseFile, refusal: NotNow) -> HttpResponse:
    """What was asked for is not (or no longer) there."""
    form = forms.Form({})
    form.add_error(None, str(refusal))
    return form_page(request, file, form, "cases/again.html")


def verb(
    request: HttpRequest,
    board: Board,
    form: forms.BaseForm,
    do: Callable[[], object],
    *,
    template: str,
    said: str,
    draft: str = "",
    at: str = "",
    **more: Any,
) -> HttpResponse:
    """Do it and go back to the page, or show the form (again). Nothing typed is lost.

    Args:
        draft: what kind of text is kept while it is written.
        at: where on the page it stands.
    """
    if request.method == "POST" and attempt(form, do):
        return done(request, board.page.file, said, to=url_of(board.talks, board.page.code) + at)
    kept = kept_as(board, draft) if draft else {}
    return form_page(request, board.page.file, form, f"mediation/{template}.html", board=board, **kept, **more)


def press(request: HttpRequest, board: Board, do: Callable[[], object], *, said: str, to: str = "") -> HttpResponse:
    """A verb that is a button and nothing more."""
    form = forms.Form(request.POST)
    if attempt(form, do):
        return done(request, board.page.file, said, to=to or url_of(board.talks, board.page.code))
    return form_page(request, board.page.file, form, "cases/again.html")


def begun(board: Board, draft: str) -> Mapping[str, str]:
    """The words that lie ready, as the first value of a form."""
    kept = board.page.drafts.get(draft_kind(draft, board.talks.id), {})
    return {"text": str(kept["text"])} if kept else {}


def kept_as(board: Board, draft: str) -> dict[str, str]:
    """Where half a text is kept."""
    keep_url = reverse("cases:save-draft", args=[board.page.code])
    return {"keep_url": keep_url, "draft_kind": draft_kind(draft, board.talks.id)}


def url_of(talks: Talks, code: str) -> str:
    """The page of this mediation."""
    return reverse("mediation:mediation-page", args=[code, talks.id])
