"""Verbs that are a button and nothing more."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse

from helpdesk.cases.access import CaseFile
from helpdesk.cases.views.answer import attempt, changed, form_page


def press(request: HttpRequest, file: CaseFile, do: Callable[[], object], *names: str, said: str) -> HttpResponse:
    """Do it and show the panels `names`; a case that moved on meanwhile gets a page with the sentence."""
    form = forms.Form(request.POST)
    if attempt(form, do):
        return changed(request, file, *names, said=said)
    return form_page(request, file, form, "cases/again.html")
