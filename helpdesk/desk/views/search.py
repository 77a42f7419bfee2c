"""Zoeken. What is typed travels in the body of a post and is kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from helpdesk.cases.access import readable
from helpdesk.cases.views.answer import gone_to
from helpdesk.desk.search import find
from helpdesk.lib import case_codes
from helpdesk.search.query import parse
from helpdesk.teams.access import member_of, require

LONGEST = 200


@require_http_methods(["GET", "HEAD", "POST"])
@require("search-cases")
def search(request: HttpRequest) -> HttpResponse:
    """The empty page, or what answers; through htmx the list alone. The code of a case leads to the case."""
    member = member_of(request)
    typed = " ".join(request.POST.get("words", "")[:LONGEST].replace("\0", " ").split())
    if (code := _code(typed)) and readable(member, [code]):
        return gone_to(request, reverse("desk:case-page", args=[code]), "")
    query = parse(typed)
    context = {
        "typed": typed,
        "only_without": bool(query.unwanted) and not query,
        "found": find(member, query, _page(request)) if query else None,
    }
    template = "desk/search_found.html" if getattr(request, "htmx", False) else "desk/search.html"
    return render(request, template, context)


def _code(typed: str) -> str:
    """What was typed as the code of a case; a code is no secret, so it may stand in an address."""
    try:
        return case_codes.parse(typed)
    except case_codes.NotACaseCode:
        return ""


def _page(request: HttpRequest) -> int:
    wanted = request.POST.get("page", "1")
    return min(int(wanted), 10_000) if wanted.isascii() and wanted.isdigit() and int(wanted) > 0 else 1
