"""The case page: who and safety, the story, what is due."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from helpdesk.cases.access import case_for
from helpdesk.cases.panels.page import CasePage
from helpdesk.teams.access import member_of, require


@require_safe
@require("read-case")
def case_page(request: HttpRequest, code: str) -> HttpResponse:
    """One child's case at a glance. Opening it is a look, and on record."""
    file = case_for(member_of(request), code, to="read-case")
    return render(request, "desk/case_page.html", {"page": CasePage(file)})
