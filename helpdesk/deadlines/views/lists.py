"""All deadlines that I see: by day, and as a month."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.deadlines.listing import SHOWS, between, listed
from helpdesk.deadlines.month import beside, month_from, span, weeks
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require


@require_safe
@require("see-worklist")
def deadlines(request: HttpRequest) -> HttpResponse:
    """The nearest safe day on top."""
    wanted = request.GET.get("toon", "team")
    show = wanted if wanted in SHOWS else "team"
    found = listed(member_of(request), show, _page(request))
    return render(request, "deadlines/deadlines.html", {"listed": found, "show": show, "shows": SHOWS})


@require_safe
@require("see-worklist")
def month(request: HttpRequest) -> HttpResponse:
    """Seven columns, a list where there is no room for them."""
    today = clock.today()
    first = month_from(request.GET.get("maand", ""), today)
    rows = between(member_of(request), *span(first))
    context = {"first": first, "weeks": weeks(first, rows), **beside(first, today)}
    return render(request, "deadlines/month.html", context)


def _page(request: HttpRequest) -> int:
    wanted = request.GET.get("bladzijde", "1")
    return min(int(wanted), 10_000) if wanted.isascii() and wanted.isdigit() and int(wanted) > 0 else 1
