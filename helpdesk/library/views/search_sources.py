"""Zoeken in de bronnen. What is typed travels in the body of a post and is kept nowhere."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from helpdesk.lib import clock
from helpdesk.library.links import where_cited
from helpdesk.library.models import IndexedVersion
from helpdesk.library.search_forms import AskSourcesForm
from helpdesk.library.sources.finding import find
from helpdesk.teams.access import member_of, require
from helpdesk.teams.roles import may


@require_http_methods(["GET", "HEAD", "POST"])
@require("see-sources")
def search_sources(request: HttpRequest) -> HttpResponse:
    """The empty page, or what answers; through htmx the list alone. An article that is named leads to the article."""
    form = AskSourcesForm(request.POST if request.method == "POST" else None)
    typed, found = "", None
    if form.is_bound:
        form.is_valid()
        typed = form.cleaned_data.get("words", "")
        if typed and "page" not in request.POST and (address := where_cited(typed, form.wanted().day or clock.today())):
            return _gone_to(request, address)
        if typed:
            found = find(typed, form.wanted(), clock.today(), _page(request))
    context = {
        "form": form,
        "typed": typed,
        "found": found,
        "is_empty": not IndexedVersion.objects.exists(),
        "may_edit": may(member_of(request), "edit-thesaurus"),
    }
    part = getattr(request, "htmx", False)
    return render(request, "library/found_sources.html" if part else "library/search_sources.html", context)


def _gone_to(request: HttpRequest, address: str) -> HttpResponse:
    """To a page of a source, whose address is no secret."""
    if getattr(request, "htmx", False):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def _page(request: HttpRequest) -> int:
    wanted = request.POST.get("page", "1")
    return min(int(wanted), 100) if wanted.isascii() and wanted.isdigit() and int(wanted) > 0 else 1
