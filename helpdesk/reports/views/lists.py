"""All reports in hand that I see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.reports.listing import listed
from helpdesk.teams.access import member_of, require


@require_safe
@require("see-worklist")
def reports(request: HttpRequest) -> HttpResponse:
    """The one that must be ready first on top."""
    wanted = request.GET.get("bladzijde", "1")
    page = min(int(wanted), 10_000) if wanted.isascii() and wanted.isdigit() and int(wanted) > 0 else 1
    return render(request, "reports/reports.html", {"listed": listed(member_of(request), page)})
