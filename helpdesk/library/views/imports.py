"""What the imports brought, and what they did not understand. For an administrator."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.library.models import ImportReport, Outcome
from helpdesk.library.words import OUTCOMES
from helpdesk.teams.access import require

ON_A_PAGE = 50
WITH_TROUBLE = (Outcome.REFUSED, Outcome.BROKEN, Outcome.BEGUN)


@require_safe
@require("see-imports")
def imports(request: HttpRequest) -> HttpResponse:
    """The newest first; with a choice only those in which something was not read or not understood."""
    trouble = request.GET.get("wat") == "moeite"
    found = ImportReport.objects.all()
    if trouble:
        found = found.filter(outcome__in=WITH_TROUBLE) | found.filter(gap_count__gt=0)
    pages = Paginator(found, ON_A_PAGE)
    listed = pages.get_page(request.GET.get("bladzijde"))
    rows = [(one, OUTCOMES[Outcome(one.outcome)], one.file_name.rpartition("/")[2]) for one in listed]
    page = {"rows": rows, "listed": listed, "count": pages.count, "trouble": trouble}
    return render(request, "library/imports.html", page)
