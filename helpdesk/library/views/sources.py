"""The list of sources."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from helpdesk.library.forms import FindSourceForm
from helpdesk.library.models import Work
from helpdesk.library.words import KINDS, sure
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may

ON_A_PAGE = 50


@require_safe
@require("see-sources")
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, fifty at a time, or those that one looks for."""
    form = FindSourceForm(request.GET)
    words, kind = form.wanted()
    pages = Paginator(Work.objects.found_by(words, kind).counted().in_order(), ON_A_PAGE)
    listed = pages.get_page(request.GET.get("bladzijde"))
    page: dict[str, Any] = {
        "form": form,
        "rows": [(work, KINDS[work.kind], sure(work.confidence)) for work in listed],
        "listed": listed,
        "count": pages.count,
        "asked": urlencode({"woorden": words, "soort": kind}),
        "any_chosen": bool(words or kind),
        "sees_imports": may(member_of(request), "see-imports"),
        "sees_changed": may(member_of(request), "see-knowledge"),
    }
    return render(request, "library/sources.html", page)
