"""Welk recht kan hier gelden: suggestions for an opened case, only when somebody asks."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.cases import words
from helpdesk.cases.access import case_for
from helpdesk.desk.law import may_matter
from helpdesk.teams.access import member_of, require


@require_safe
@require("read-case")
def law_that_may_matter(request: HttpRequest, code: str) -> HttpResponse:
    """Articles with the reason for each, for a script the first three. Opening it is a look at the case, on record."""
    file = case_for(member_of(request), code, to="read-case")
    page = {
        "code": file.case.code,
        "title": words.title_of(file.case),
        "found": may_matter(file),
        "reasons_shown": True,
    }
    short = getattr(request, "htmx", False)
    return render(request, "desk/law_in_short.html" if short else "desk/law_that_may_matter.html", page)
