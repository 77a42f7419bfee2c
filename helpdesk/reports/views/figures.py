"""Which rights were followed where, across reports: the same for everybody, and it exposes nobody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.reports.figures import STEP
from helpdesk.reports.figures_page import HEADS, years_shown
from helpdesk.teams.access import require


@require_safe
@require("see-worklist")
def report_figures(request: HttpRequest) -> HttpResponse:
    """A year each, the newest first."""
    return render(request, "reports/report_figures.html", {"years": years_shown(), "heads": HEADS, "least": STEP})
