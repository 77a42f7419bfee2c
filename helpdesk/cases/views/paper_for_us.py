"""A case on paper for ourselves: read by whoever may read it on the screen, and marked as such on the paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from helpdesk.cases.panels.page import CasePage


def on_paper_for_us(request: HttpRequest, page: CasePage) -> HttpResponse:
    """What was said and agreed; no name, no whereabouts."""
    return render(request, "cases/paper_case.html", {"page": page})
